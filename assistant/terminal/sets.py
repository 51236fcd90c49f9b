"""``assistant set``: make sets, and keep what they agree."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from assistant.days import day as day_in_words
from assistant.records.entities import LearningSet
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.terminal.at_home import SetHome, numbered_sets, opened, set_at_home
from assistant.terminal.choosing import same_name
from assistant.terminal.faults import Refused
from assistant.terminal.telling import AsJson, SetNamed, group, say, tell, tell_json

sets = group("set")

NewName = Annotated[str, typer.Argument(help=say("help_set_name"))]
Force = Annotated[bool, typer.Option("--force", help=say("help_force_set"))]
Which = Annotated[str, typer.Argument(help=say("help_set_to_remove"))]
Word = Annotated[str, typer.Argument(help=say("help_word"))]
Nothing = Annotated[bool, typer.Option("--none", help=say("help_none"))]
Add = Annotated[list[str], typer.Option("--add", help=say("help_add_rule"))]
Remove = Annotated[list[int], typer.Option("--remove", help=say("help_remove_rule"))]
Keep = Annotated[str, typer.Argument(help=say("help_months"))]
Emergency = Annotated[str, typer.Option(help=say("help_emergency"))]
Listening = Annotated[str, typer.Option(help=say("help_listening"))]
Support = Annotated[str, typer.Option(help=say("help_support"))]
Safeguarding = Annotated[str, typer.Option(help=say("help_safeguarding"))]

_UNCHANGED = "\0"  # what no person types: an empty text takes a contact back
_FOR_EVER = frozenset({"for ever", "forever", "ever", "always"})


@sets.command(help=say("help_set_new"))
def new(name: NewName, force: Force = False) -> None:
    """Make a set."""
    with opened() as (_, store):
        _need_free_name(store, name, force)
        made = store.create_set(name)
    tell("set_made", name=made.name)


@sets.command(help=say("help_set_remove"))
def remove(name: Which) -> None:
    """Take out a set in which nothing is."""
    with set_at_home(name) as home:
        home.store.remove_set(home.group.id)
    tell("set_removed", name=home.group.name)


@sets.command("list", help=say("help_set_list"))
def list_(as_json: AsJson = False) -> None:
    """List the sets."""
    with opened() as (_, store):
        options = numbered_sets(store.sets())
    if as_json:
        tell_json([_as_json(one.what) for one in options])
        return
    for one in options:
        tell("line", line=one.line)
    if not options:
        tell("no_sets")


@sets.command(help=say("help_set_show"))
def show(set_: SetNamed = "", as_json: AsJson = False) -> None:
    """Show a set and what it agreed."""
    with set_at_home(set_) as home:
        people = [one.person.name for one in home.store.members(home.group.id)]
        days = [one.held_on for one in home.meetings()]
    if as_json:
        tell_json({**_as_json(home.group), "members": people, "meetings": days})
        return
    tell("set_shown", name=home.group.name)
    tell("members_shown", names=", ".join(people) or "-")
    tell("meetings_shown", days=", ".join(map(day_in_words, days)) or "-")
    _tell_word(home.group)
    _tell_kept(home.group)
    _tell_rules(home.group)
    _tell_contacts(home.group)


@sets.command(help=say("help_set_rename"))
def rename(name: NewName, set_: SetNamed = "", force: Force = False) -> None:
    """Give a set another name."""
    with set_at_home(set_) as home:
        _need_free_name(home.store, name, force, but=home.group)
        changed = _change(home, name=name)
    tell("set_renamed", before=home.group.name, name=changed.name)


@sets.command(help=say("help_set_word"))
def word(word: Word = "", none: Nothing = False, set_: SetNamed = "") -> None:
    """Say what the set calls its place."""
    with set_at_home(set_) as home:
        asked = word.strip() or none
        _tell_word(_change(home, word="" if none else word) if asked else home.group)


@sets.command(help=say("help_set_rules"))
def rules(
    add: Add = [],  # noqa: B006, typer reads it
    remove: Remove = [],  # noqa: B006
    none: Nothing = False,
    set_: SetNamed = "",
) -> None:
    """Keep the set's ground rules."""
    with set_at_home(set_) as home:
        kept = () if none else home.group.ground_rules
        wrong = [number for number in remove if not 1 <= number <= len(kept)]
        if wrong:
            raise Refused(say("no_such_rule", number=wrong[0], of=len(kept)))
        left = [rule for number, rule in enumerate(kept, 1) if number not in remove]
        changes = none or bool(add or remove)
        _tell_rules(_change(home, ground_rules=[*left, *add]) if changes else home.group)


@sets.command(help=say("help_set_keep"))
def keep(months: Keep = "", set_: SetNamed = "") -> None:
    """Decide how long things are kept."""
    with set_at_home(set_) as home:
        asked = " ".join(months.lower().split())
        changed = _change(home, keep_months=_months(asked)) if asked else home.group
    _tell_kept(changed)


@sets.command(help=say("help_set_contacts"))
def contacts(
    emergency: Emergency = _UNCHANGED,
    listening: Listening = _UNCHANGED,
    support: Support = _UNCHANGED,
    safeguarding: Safeguarding = _UNCHANGED,
    set_: SetNamed = "",
) -> None:
    """Say whom the set turns to when things are serious."""
    given = {
        "contact_emergency": emergency,
        "contact_listening": listening,
        "contact_support": support,
        "contact_safeguarding": safeguarding,
    }
    new = {name: text for name, text in given.items() if text != _UNCHANGED}
    with set_at_home(set_) as home:
        kept = {**home.group.contacts, **new}
        _tell_contacts(_change(home, contacts=kept) if new else home.group)


def _need_free_name(store: Store, name: str, force: bool, but: LearningSet | None = None) -> None:
    """Two sets of one name have to be told apart by number from then on, in every command."""
    others = [one for one in store.sets() if one.id != (but and but.id)]
    taken = [one for one in numbered_sets(others) if same_name(one.name, name)]
    if taken and not force:
        raise Refused(say("set_has_namesake", line=taken[0].line))


def _change(home: SetHome, **changes: Any) -> LearningSet:
    return home.store.change_set(home.group.id, **changes)


def _months(asked: str) -> int | None:
    if asked in _FOR_EVER:
        return None
    number = asked.split(" ")[0]
    if not number.isdecimal():
        raise Refused(say("months_unclear", written=asked))
    return int(number)


def _as_json(one: LearningSet) -> dict[str, Any]:
    return {**asdict(one), "created_at": one.created_at.isoformat()}


def _tell_word(one: LearningSet) -> None:
    from assistant.catalogue import catalogue

    texts = catalogue().with_word(one.word)
    tell("word_shown", question=texts.asking("importance_practice", {}))


def _tell_kept(one: LearningSet) -> None:
    months = one.keep_months
    if months is None:
        tell("kept_for_ever")
    else:
        tell("kept_a_month" if months == 1 else "kept_months", months=months)


def _tell_rules(one: LearningSet) -> None:
    if not one.ground_rules:
        tell("no_rules")
        return
    tell("rules_shown")
    for number, rule in enumerate(one.ground_rules, 1):
        tell("rule", number=number, rule=rule)


def _tell_contacts(one: LearningSet) -> None:
    tell("contacts_shown")
    for name, text in {**Settings().contacts, **one.contacts}.items():
        tell(name, who=text)
