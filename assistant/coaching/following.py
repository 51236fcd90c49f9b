"""What is asked in the order of the route, and what follows from an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from assistant.catalogue import Catalogue
from assistant.coaching.adding import asks_for_more
from assistant.coaching.deeper import going_deeper
from assistant.coaching.plain_words import says_unknown, weighs_both
from assistant.coaching.route import FULL, asks, questions_of_route, route_of
from assistant.coaching.state import State

OPTIONS: Mapping[str, str] = {"options": "", "option_2": "_2", "option_3": "_3"}
"""Key of an option -> how the keys of what speaks for and against it end."""

_FAIRLY_LIKELY = range(4, 7)
_UNLIKELY = range(1, 4)


def questions_to_ask(state: State, catalogue: Catalogue) -> Iterator[str]:
    """The questions of the route in their order, each with what follows from its answer."""
    for key in questions_of_route(catalogue, route_of(state)):
        if asks(key, state):
            yield key
        yield from asks_for_more(key, state)
        if key in _FOLLOWING:
            yield from _FOLLOWING[key](state)


def is_open(key: str, state: State) -> bool:
    """Whether this question is still to be asked."""
    return key in state.again or (key not in state.answers and key not in state.skipped)


def _after_the_six(state: State) -> Iterator[str]:
    """Further questions, on the long route alone. Source: COACHING, the table under "Talk"."""
    if route_of(state) == FULL:
        yield from going_deeper(state)


def _after_an_option(state: State) -> Iterator[str]:
    """What is good about each option and what is against it, one option at a time.

    "I don't know" is no option, and ends the list.
    """
    for key, ending in OPTIONS.items():
        yield key
        if not _is_told(key, state):
            return
        yield f"pros_cons{ending}"
        if not weighs_both(state.answers.get(f"pros_cons{ending}", "")):
            yield f"against{ending}"


def _after_the_step(state: State) -> Iterator[str]:
    """The day, where it cannot be meant; then how likely, unless that was said of the same step.

    Source: COACHING, "1 to 10".

    Between two numbers the lower one tells: what is in doubt is worth a question.
    """
    if not _is_told("first_steps", state):
        return
    if state.step_day in {"past", "unreal"}:
        yield "step_day"
    if _is_the_same_step(state):
        return
    yield "likelihood"
    if "likelihood" in state.again or not state.likely:
        return
    if min(state.likely) in _FAIRLY_LIKELY:
        yield "likelihood_why"
        yield "likelihood_up"
    elif min(state.likely) in _UNLIKELY:
        yield "smaller_step"


def _is_told(key: str, state: State) -> bool:
    return key in state.answers and not says_unknown(state.answers[key])


def _is_the_same_step(state: State) -> bool:
    """Whether it is the last meeting's step, of which it was said then how likely it is."""
    before = state.previous
    if before is None or before.step is None or "likelihood" in state.answers:
        return False
    step = state.answers["first_steps"]
    return before.step_was_weighed and _words(step) == _words(before.step)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


_FOLLOWING: Mapping[str, Callable[[State], Iterator[str]]] = {
    "who_helps": _after_the_six,
    "options": _after_an_option,
    "first_steps": _after_the_step,
}
