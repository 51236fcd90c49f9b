"""``assistant member``: who belongs to a set, and who protects what they said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from assistant.days import day as day_in_words
from assistant.records.entities import LearningSet, Person, Place, Role
from assistant.records.errors import RecordsError
from assistant.records.store import Store
from assistant.terminal.at_home import (
    chosen_member,
    member_at_home,
    numbered_people,
    numbered_sets,
    opened,
    set_at_home,
)
from assistant.terminal.choosing import Option, chosen
from assistant.terminal.confirming import confirmed
from assistant.terminal.faults import Refused
from assistant.terminal.passphrases import asked, locked, open_up, protect
from assistant.terminal.telling import AsJson, SetNamed, group, say, tell, tell_json

members = group("member")

NewName = Annotated[str, typer.Argument(help=say("help_member_name"))]
Who = Annotated[str, typer.Argument(help=say("help_who"))]
AsFacilitator = Annotated[bool, typer.Option("--facilitator", help=say("help_as_facilitator"))]
All = Annotated[bool, typer.Option("--all", help=say("help_all"))]
Forget = Annotated[bool, typer.Option("--forget", help=say("help_forget_private"))]
Yes = Annotated[bool, typer.Option("--yes", help=say("help_yes"))]
NotAnyMore = Annotated[bool, typer.Option("--not", help=say("help_not"))]
Remove = Annotated[bool, typer.Option("--remove", help=say("help_remove"))]


@dataclass(frozen=True)
class _Here:
    store: Store
    person: Person
    group: LearningSet


@members.command(help=say("help_member_add"))
def add(name: NewName, facilitator: AsFacilitator = False, set_: SetNamed = "") -> None:
    """Add a member to a set."""
    with set_at_home(set_) as home:
        who = home.store.create_person(name)
        role = Role.FACILITATOR if facilitator else Role.MEMBER
        home.store.add_member(who.id, home.group.id, role)
        people = numbered_people(home.store)
    tell("member_added", name=who.name, set=home.group.name)
    if not _tell_of_namesake(people, who):
        tell("member_begins", name=who.name)


@members.command("list", help=say("help_member_list"))
def list_(set_: SetNamed = "", all_: All = False, as_json: AsJson = False) -> None:
    """List the members, each with their number."""
    with opened() as (_, store):
        options = numbered_sets(store.sets())
        only = chosen(options, set_, "set").id if set_ else None
        places = [one for one in store.places(left=all_) if only in (None, one.group.id)]
        rows = [_row(store, place) for place in places]
    if as_json:
        tell_json(rows)
        return
    for row in rows:
        tell("member_line", **{**row, **_in_words(row)})
    if not rows:
        tell("no_members")


@members.command(help=say("help_member_leave"))
def leave(who: Who = "", set_: SetNamed = "", forget: Forget = False, yes: Yes = False) -> None:
    """End a member's place in a set."""
    with _member(who, set_, (lambda place: True) if forget else _is_here) as here:
        question = "leave_and_forget" if forget else "leave_and_keep"
        if not _confirmed(question, yes, name=here.person.name, set=here.group.name):
            tell("nothing_changed")
            return
        left = here.store.leave(here.person.id, here.group.id, forget=forget)
    told = "left_and_forgot" if forget else "left_and_kept"
    tell(told, name=here.person.name, set=here.group.name, **vars(left))


@members.command("return", help=say("help_member_return"))
def return_(who: Who = "", set_: SetNamed = "") -> None:
    """Give somebody who left their place in the set again."""
    with _member(who, set_, _was_here, "has_not_left") as here:
        try:
            here.store.is_protected(here.person.id)
        except RecordsError as error:
            if here.store.preparations(here.person.id):
                raise  # their key is missing or damaged
            raise Refused(say("cannot_return", name=here.person.name)) from error
        here.store.add_member(here.person.id, here.group.id)
    tell("member_returned", name=here.person.name, set=here.group.name)


@members.command(help=say("help_member_facilitator"))
def facilitator(who: Who = "", not_: NotAnyMore = False, set_: SetNamed = "") -> None:
    """Make a member the facilitator of a set, or a member again."""
    with _member(who, set_) as here:
        role = Role.MEMBER if not_ else Role.FACILITATOR
        here.store.change_role(here.person.id, here.group.id, role)
    tell(f"is_{role.value}", name=here.person.name, set=here.group.name)


@members.command(help=say("help_member_rename"))
def rename(who: Who, name: NewName) -> None:
    """Give a member another name."""
    with member_at_home(who) as (store, person):
        renamed = store.rename_person(person.id, name)
        people = numbered_people(store)
    tell("member_renamed", before=person.name, name=renamed.name)
    _tell_of_namesake(people, renamed)


@members.command(help=say("help_member_passphrase"))
def passphrase(who: Who = "", remove: Remove = False) -> None:
    """Protect what a member said by a passphrase, change it, or take it away."""
    with member_at_home(who, unlocked=False) as (store, person):
        if remove:
            open_up(store, person)
            store.protect(person.id, None)
            tell("passphrase_removed", name=person.name)
            return
        tell("passphrase_means")
        sure = say("passphrase_sure", name=person.name)
        if not confirmed(sure, lambda: asked("passphrase_yes_or_no"), "passphrase_not_yet"):
            tell("nothing_changed")
            return
        open_up(store, person)
        protect(store, person)
    tell("passphrase_set", name=person.name)


def _is_here(place: Place) -> bool:
    return place.valid_to is None


def _was_here(place: Place) -> bool:
    return place.valid_to is not None


@contextmanager
def _member(
    who: str,
    set_name: str,
    fits: Callable[[Place], bool] = _is_here,
    otherwise: str = "has_left",
) -> Iterator[_Here]:
    """A member with a place that fits, by default one who is in a set now; and that set."""
    with opened() as (_, store):
        every = [one for one in store.places(left=True) if fits(one)]
        places = [one for one in every if not set_name or one.group.name == set_name]
        person = chosen_member(store, places, who, otherwise)
        theirs = [place.group for place in places if place.person.id == person.id]
        yield _Here(store, person, chosen(_numbered(store, theirs), "", "set"))


def _numbered(store: Store, theirs: list[LearningSet]) -> list[Option[LearningSet]]:
    ids = {one.id for one in theirs}
    return [option for option in numbered_sets(store.sets()) if option.key in ids]


def _tell_of_namesake(people: list[Option[Person]], who: Person) -> bool:
    """Say by which number to begin where somebody else has the name; tell whether that is so."""
    namesake = next((one for one in people if one.name == who.name and one.key != who.id), None)
    if namesake:
        tell("member_has_namesake", name=who.name, number=who.number, line=namesake.line)
    return namesake is not None


def _row(store: Store, place: Place) -> dict[str, Any]:
    return {
        "number": place.person.number,
        "id": place.person.id,
        "name": place.person.name,
        "set": place.group.name,
        "role": place.role.value,
        "since": place.valid_from.date(),
        "left": place.valid_to.date() if place.valid_to else None,
        "protected": locked(store, place.person.id),
    }


def _in_words(row: dict[str, Any]) -> dict[str, str]:
    return {
        "role": say(f"role_{row['role']}"),
        "since": day_in_words(row["since"]),
        "left": say("line_left", day=day_in_words(row["left"])) if row["left"] else "",
        "protected": say("line_protected") if row["protected"] else "",
    }


def _confirmed(question: str, yes: bool, **values: object) -> bool:
    if yes:
        return True
    return confirmed(say(question, **values))
