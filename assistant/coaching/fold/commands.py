"""What a command that was asked does to where the preparation stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.coaching.adding import dealt_with
from assistant.coaching.fold.answers import reviewed
from assistant.coaching.fold.place import leave, spoken
from assistant.coaching.fold.release import (
    decide,
    lapsed,
    looked_for_name,
    names_anew,
    nothing_more,
    people_found,
    two_people,
)
from assistant.coaching.fold.sentence import redrafted, wondered
from assistant.coaching.people import KEEP
from assistant.coaching.state import SENTENCE, State
from assistant.records.steps import Step


def _opens(aside: str) -> Callable[[State, Step], State]:
    return lambda state, step: replace(state, aside=aside)


def _enough(state: State, step: Step) -> State:
    """No more questions; said to the review or the release, no more of these either."""
    state = replace(state, enough=True, revisiting=None)
    if step.question == "review":
        return reviewed(state, step)
    passing_on = {"release", "person", "own_name", "confirm_release"}
    return nothing_more(state) if step.question in passing_on else state


def _started_again(state: State, step: Step) -> State:
    """A new round: the answers so far are kept aside; what was released stays released."""
    return State(
        seq=state.seq,
        shown=frozenset({"problem"}),
        released=state.released,
        released_from=state.released_from,
        released_days=state.released_days,
        earlier=(*state.earlier, state.answers),
        previous=state.previous,
        nameless=state.nameless,
        own_name=state.own_name,
        last=state.last,
    )


def _chose_route(state: State, step: Step) -> State:
    """Another route; without one that was named, the choice is asked."""
    if step.about is None:
        return replace(state, aside="route")
    return replace(redrafted(state), route=step.about, aside=None, enough=False)


_OWN_NUMBERS = frozenset({SENTENCE, "release", "person", "confirm_release"})
"""Questions at which a number means one of what they offer, and none of the answers."""


def _listed(state: State, step: Step) -> State:
    """The answers were listed; each has a number where nothing else that is shown has one."""
    own = state.held or state.aside or step.question in _OWN_NUMBERS
    return state if own else replace(state, listed=True)


# The others change nothing but what is said.
_COMMANDS: Mapping[str, Callable[[State, Step], State]] = {
    "pause": lambda state, step: replace(state, paused=True),
    "rephrase": lambda state, step: replace(state, variation="differently"),
    "reworded": lambda state, step: replace(state, variation="reworded"),
    "enough": _enough,
    "others_at_risk": lambda state, step: replace(state, warned=True),
    "wondered": wondered,
    "share_more": lambda state, step: replace(state, more=True, shared=False),
    "summary_so_far": _listed,
    "answer_unclear": lambda state, step: replace(state, variation=""),
    "show_all": lambda state, step: replace(state, variation="in_full"),
    "people_found": people_found,
    "own_name_looked_for": looked_for_name,
    "keep_name": lambda state, step: decide(state, None, KEEP),
    "role_wanted": lambda state, step: replace(state, variation="role"),
    "two_people": two_people,
    "names_anew": names_anew,
    "not_right": lambda state, step: replace(state, variation="which"),
    "reviewed": reviewed,
    "ask_advice": _opens("note_wish"),
    "mirrored": lambda state, step: replace(state, mirrored=dealt_with(state)),
    "noted_wish": lambda state, step: replace(state, wish=True, aside=None),
    "choose_route": _chose_route,
    "route_offered": lambda state, step: replace(state, route_offered=True, route_asked=True),
    "change_answer": _opens("which_answer"),
    "start_again": _opens("confirm_start_again"),
    "delete_data": _opens("confirm_delete"),
    "started_again": _started_again,
    "nothing_more": lambda state, step: leave(state, step.question or ""),
    "kept_as_it_was": lambda state, step: replace(state, revisiting=None),
    "lapsed": lapsed,
}


def asked(state: State, step: Step) -> State:
    """A command was asked, or something was noted about the turn."""
    state = spoken(state, step)
    change = _COMMANDS.get(step.command or "")
    return change(state, step) if change else state
