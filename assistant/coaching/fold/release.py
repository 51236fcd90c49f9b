"""What a step does to the release: what was chosen, who is named in it, what the set has."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from assistant.coaching.fold.place import leave, spoken
from assistant.coaching.own_name import name_said
from assistant.coaching.people import from_text, told_apart
from assistant.coaching.state import SENTENCE, State, undecided
from assistant.records.steps import Step


def choose(state: State, items: str) -> State:
    """What was chosen to be passed on, the items with spaces between them."""
    decided = {one: role for one, role in state.decided.items() if "\n" not in one}
    state = replace(state, decided=MappingProxyType(decided), people=None, variation="")
    return replace(state, chosen=tuple(items.split()), aside=None, revisiting=None)


def released(state: State, step: Step) -> State:
    """The set sees an item in these words."""
    if step.about is None or step.text is None:
        return state
    own = step.wording if step.wording is not None else step.text
    day = step.command  # of no other meaning here: it is not a command that was said
    state = replace(spoken(state, replace(step, command=None)), chosen=(), aside=None, variation="")
    return replace(
        leave(state, "release"),
        released=MappingProxyType({**state.released, step.about: step.text}),
        released_from=MappingProxyType({**state.released_from, step.about: own}),
        released_days=MappingProxyType({**state.released_days, step.about: day or ""}),
        shared=_in_its_place(state) and not state.more,
        own_name=None,  # the records have it now
    )


def withdrawn(state: State, step: Step) -> State:
    """The set sees this item no more."""
    left = {item: text for item, text in state.released.items() if item != step.about}
    return replace(spoken(state, step), released=MappingProxyType(left))


def nothing_more(state: State) -> State:
    """The release is dealt with; for good where it was its turn."""
    shared = state.shared or _in_its_place(state)
    return replace(state, shared=shared, chosen=(), aside=None, more=False, revisiting=None)


def _in_its_place(state: State) -> bool:
    """Whether the sentence is dealt with; before it, a member passes something on early."""
    return state.accepted is not None or SENTENCE in state.skipped


def decide(state: State, name: str | None, role: str) -> State:
    """What the member decided for the person of this id, or for the one who is asked about."""
    person = undecided(state)
    one = name if name is not None else person.id if person else None
    decided = state.decided if one is None else {**state.decided, one: role}
    return replace(state, decided=MappingProxyType(dict(decided)), variation="", aside=None)


def people_found(state: State, step: Step) -> State:
    """Somebody has looked for the people who are named in the words chosen."""
    return replace(state, people=from_text(step.wording or "[]"))


def looked_for_name(state: State, step: Step) -> State:
    """Somebody has looked whether the member has a name of their own; it is asked for once."""
    return replace(state, nameless=step.about == "nameless")


def named(state: State, text: str | None) -> State:
    """The member said a name for the record, or none."""
    revisiting = None if state.revisiting == "own_name" else state.revisiting
    own = name_said(text) if text else state.own_name
    return replace(state, nameless=False, own_name=own, variation="", revisiting=revisiting)


def two_people(state: State, step: Step) -> State:
    """One name that is two people's: each place where it stands is asked about."""
    person = undecided(state)
    if person is None or person.which or person.count < 2:
        return state
    return replace(state, people=told_apart(state.people or (), person))


def lapsed(state: State, step: Step) -> State:
    """What waited for a yes is off, and what was decided for it."""
    state = names_anew(state, step) if state.chosen else state
    return replace(state, aside=None, chosen=())


def names_anew(state: State, step: Step) -> State:
    """What was decided for those who are named in the words chosen is forgotten."""
    asked = {one.id for one in state.people or ()}
    decided = {one: role for one, role in state.decided.items() if one not in asked}
    return replace(state, decided=MappingProxyType(decided), people=None, variation="")
