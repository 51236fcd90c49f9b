"""Which question comes next: a pure function of where the preparation stands."""

from __future__ import annotations

from dataclasses import replace

from assistant.catalogue import Catalogue
from assistant.coaching.following import is_open, questions_to_ask
from assistant.coaching.items import offered, words_of
from assistant.coaching.review import said_so_far
from assistant.coaching.state import State, undecided


def next_question(state: State, catalogue: Catalogue) -> str:
    """Key of the question to ask now.

    A message in doubt is settled first, then a confirmation or a choice that waits, then the
    question gone back to, then what was chosen to be passed on; then the questions of the route
    in their order, the sentence, the review, the release and the close.
    """
    if state.held:
        return "settle_held"
    return state.aside or state.revisiting or passing_on(state) or _first_open(state, catalogue)


def passing_on(state: State) -> str | None:
    """Key of the question on the way of what was chosen to the set; None where nothing was.

    The words that are still to be said, who is named in them, whose they are, and then whether to
    pass them on.
    """
    unsaid = next((item for item in state.chosen if words_of(state, item) is None), None)
    if unsaid is not None or not state.chosen:
        return unsaid
    if undecided(state):
        return "person"
    return "own_name" if state.nameless else "confirm_release"


def question_beneath(state: State, catalogue: Catalogue) -> str:
    """Key of the question beneath a doubt or an aside: the one that the member is really at."""
    return next_question(replace(state, held=None, aside=None), catalogue)


def previous_question(state: State, catalogue: Catalogue) -> str | None:
    """Key of the question before the one the member is at, None at the first."""
    at = question_beneath(state, catalogue)
    if at == "confirm_release" and state.own_name:
        return "own_name"
    if at in {passing_on(state), "own_name"}:
        return "release"
    if at == "review" and state.last is not None and state.last.answered:
        return state.last.question  # what was changed from there a moment ago
    trail = state.trail
    before = trail[: trail.index(at)] if at in trail else trail
    return before[-1] if before else None


def _first_open(state: State, catalogue: Catalogue) -> str:
    if not state.enough:
        for key in questions_to_ask(state, catalogue):
            if is_open(key, state):
                return key
    if not state.accepted and "summary" not in state.skipped:
        return "one_problem" if _is_wondered_about(state) else "summary"
    if state.shared or not said_so_far(state, catalogue):
        return "closing"
    if not state.reviewed:
        return "review"
    return "release" if offered(state) else "closing"


def _is_wondered_about(state: State) -> bool:
    """Whether it is still to be asked which problem it is; once, and before the sentence."""
    dealt = "one_problem" in state.answers or "one_problem" in state.skipped
    return state.concern is not None and not dealt and not state.offered
