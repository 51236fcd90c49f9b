"""The release: how what is offered, chosen and passed on reads.

Source: COACHING.md, "Release": the exact wording is shown, people in it marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.catalogue import Catalogue
from assistant.coaching.items import day_of, listed, others, words_of
from assistant.coaching.people import Person, marked, worded
from assistant.coaching.quoting import in_a_list
from assistant.coaching.state import State, undecided
from assistant.days import weekday_and_day


def to_be_seen(state: State) -> Mapping[str, str]:
    """What was chosen, in exactly the words in which the set will see it: item -> wording."""
    return worded(words_chosen(state), state.people or (), state.decided)


def words_chosen(state: State) -> Mapping[str, str]:
    """What was chosen, in the member's own words: item -> words."""
    found = {item: words_of(state, item) for item in state.chosen}
    return {item: words for item, words in found.items() if words is not None}


def release_list(state: State, catalogue: Catalogue) -> str:
    """The items with their numbers, and what the set has of them already."""
    lines = []
    for number, (item, words) in enumerate(listed(state, catalogue).items(), 1):
        named = catalogue.named(item).short
        said = f'"{in_a_list(words)}"' if words else catalogue.text("utter_not_said_yet")
        beside = _beside(day_of(state, item), catalogue) + _status(state, item, catalogue)
        lines.append(f"{number}. {named}: {said}{beside}")
    return "\n".join(lines)


def more_to_share(state: State, catalogue: Catalogue) -> str:
    """A hint at the other answers, where there are any that are not shown."""
    hidden = not state.more and others(state, catalogue)
    return catalogue.text("utter_more_to_share") if hidden else ""


def shown_exactly(state: State, catalogue: Catalogue) -> str:
    """What was chosen, as it will be seen, one below the other."""
    days = {item: day_of(state, item) for item in state.chosen}
    return _bullets(to_be_seen(state), catalogue, days)


def people_in_it(state: State, catalogue: Catalogue) -> str:
    """Who is named in what was chosen and keeps the name, and who is said by which role."""
    people = [one for one in state.people or () if one.id in state.decided]
    kept = dict.fromkeys(one.name for one in people if not state.decided[one.id])
    roles = [
        catalogue.text("utter_said_by_role", name=one.name, role=state.decided[one.id])
        for one in people
        if state.decided[one.id]
    ]
    named = [catalogue.text("utter_named_in_it", names=", ".join(kept))] if kept else []
    return "".join(f"\n\n{line}" for line in (*named, *roles))


def person_asked(state: State, catalogue: Catalogue) -> Mapping[str, str]:
    """What the question about a person is worded with: the name, the words, a role for them."""
    person = undecided(state)
    if person is None:
        return {}
    return {
        "person_name": person.name,
        "person_marked": _bullets(_marked(state, person), catalogue),
        "person_role": person.role or catalogue.text("utter_a_role"),
        "person_twice": catalogue.text("utter_two_people_hint") if is_several(person) else "",
    }


def _marked(state: State, person: Person) -> Mapping[str, str]:
    return marked(words_chosen(state), person, state.people or (), state.decided)


def in_roles(text: str, state: State) -> str:
    """A text with the roles that the member decided on, as far as the names are still known."""
    return worded({"": text}, state.people or (), state.decided)[""]


def is_several(person: Person) -> bool:
    """Whether a name may be two people's: it stands more than once, and they are not told apart."""
    return person.count > 1 and not person.which


def in_record(state: State, catalogue: Catalogue) -> str:
    """What the set has, numbered, so that it can be taken back by number."""
    return "\n".join(
        f'{number}. {catalogue.named(item).short}: "{in_a_list(text)}"'
        f"{_beside(_released_day(state, item), catalogue)}"
        for number, (item, text) in enumerate(state.released.items(), 1)
    )


def changed_since(before: State, now: State) -> tuple[str, ...]:
    """Items that the set has, and whose words a turn has changed: the set sees the earlier ones."""
    return tuple(item for item in now.released if _stands(before, item) != _stands(now, item))


def _status(state: State, item: str, catalogue: Catalogue) -> str:
    if item not in state.released:
        return ""
    seen = (state.released_from.get(item), _released_day(state, item))
    same = seen == _stands(state, item)
    return catalogue.text("utter_set_has_this" if same else "utter_set_has_earlier")


def _stands(state: State, item: str) -> tuple[str | None, date | None]:
    return words_of(state, item), day_of(state, item)


def _released_day(state: State, item: str) -> date | None:
    seen = state.released_days.get(item)
    return date.fromisoformat(seen) if seen else None


def _beside(day: date | None, catalogue: Catalogue) -> str:
    """The day of a step, written as the set will see it."""
    return catalogue.text("utter_day_beside", day=weekday_and_day(day)) if day else ""


def _bullets(
    texts: Mapping[str, str], catalogue: Catalogue, days: Mapping[str, date | None] | None = None
) -> str:
    """Letter for letter, line breaks and all: it is what the set will see."""
    return "\n".join(
        f'- {catalogue.named(key).short}: "{text}"{_beside((days or {}).get(key), catalogue)}'
        for key, text in texts.items()
    )
