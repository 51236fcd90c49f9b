"""The route: which questions a preparation asks. Source: COACHING, "Length, and the route"."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.catalogue import Catalogue
from assistant.coaching.state import State

FIVE, TEN, FULL = "five", "ten", "full"
BACK = "back"
"""The way of somebody who has prepared for a meeting before; about ten minutes."""
ROUTES = (FIVE, TEN, FULL)

MINUTES: Mapping[str, int] = {FIVE: 5, TEN: 10, FULL: 35, BACK: 10}
"""How long each route takes somebody who types, as it is said when the choice is offered."""

_SHORT: Mapping[str, tuple[str, ...]] = {
    FIVE: ("problem", "stopping", "want"),
    TEN: ("problem", "importance_self", "try", "stopping", "who_cares", "first_steps", "want"),
    BACK: (
        *("still_right", "what_happened", "what_changed", "what_learned", "where_now"),
        *("stopping_now", "first_steps", "want"),
    ),
}
_ASKED_FOR = ("coming_back", "worksheet", "good_questions", "more", "going_deeper", "session")
_NO_ANSWERS = frozenset({"summary", "review", "release", "closing"})


def route_of(state: State) -> str:
    """The route that is being taken, until the member chooses another.

    All of it, and for whoever comes back what has happened since.
    """
    return state.route or (BACK if state.previous else FULL)


def questions_of_route(catalogue: Catalogue, route: str = FULL) -> tuple[str, ...]:
    """Keys of the questions that everybody on this route is asked, before the sentence.

    What follows from an answer (assistant/coaching/following.py) comes on top.
    """
    if route in _SHORT:
        return _SHORT[route]
    worksheet = catalogue.parts("worksheet", "good_questions")
    return (*worksheet, "options", "first_steps", "want")


def asks(key: str, state: State) -> bool:
    """Whether this is asked at all: not what was answered for an earlier meeting.

    The last sentence and the last step are asked about where there are any.
    """
    before = state.previous
    if key == "still_right":
        return before is not None and before.sentence is not None
    if key in {"what_happened", "what_learned"}:
        return before is not None and before.step is not None
    again = {"first_steps", "want", "options"}
    return before is None or key in again or key not in before.answers


def can_be_asked_for(key: str, state: State, catalogue: Catalogue) -> bool:
    """Whether the member can have this question, also where the route leaves it out.

    What follows from an answer (what is against an option, why it is a five) only once it has
    been asked.
    """
    if key in state.answers or key in {"options", "first_steps"}:
        return True
    question = catalogue.questions.get(key)
    if question is None or not holds_answer(key, catalogue):
        return False
    return question.part in _ASKED_FOR or key in state.shown


def holds_answer(key: str, catalogue: Catalogue) -> bool:
    """Whether what is said to this question is kept as its answer.

    The sentence, the release, the close and whatever waits in front of a question take
    something else.
    """
    return key not in _NO_ANSWERS and catalogue.question(key).part != "aside"


def questions_dealt_with(state: State, catalogue: Catalogue) -> tuple[int, int]:
    """How many questions of the route are dealt with, and how many there are."""
    route = [key for key in questions_of_route(catalogue, route_of(state)) if asks(key, state)]
    dealt = {*state.answers, *state.skipped}
    return sum(key in dealt for key in route), len(route)


def minutes_left(state: State, catalogue: Catalogue) -> int:
    """About how many minutes the rest of the route takes, in fives, at least five."""
    done, of = questions_dealt_with(state, catalogue)
    return max(5, 5 * round(MINUTES[route_of(state)] * (of - done) / of / 5))


def is_at_start(state: State) -> bool:
    """Whether nothing is answered and no route chosen: then a bare "ten" names a route."""
    return state.route is None and not (state.answers or state.skipped or state.trail)
