"""What is asked in the order of the route, and what follows from an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from assistant.catalogue import Catalogue
from assistant.coaching.route import questions_of_route, route_of
from assistant.coaching.state import State


def questions_to_ask(state: State, catalogue: Catalogue) -> Iterator[str]:
    """The questions of the route in their order, each with what follows from its answer."""
    for key in questions_of_route(catalogue, route_of(state)):
        yield key
        if key in _FOLLOWING and key in state.answers:
            yield from _FOLLOWING[key](state)


def is_open(key: str, state: State) -> bool:
    """Whether this question is still to be asked."""
    return key not in state.answers and key not in state.skipped


def _after_the_step(state: State) -> Iterator[str]:
    """How likely the first step is. Source: COACHING, "1 to 10"."""
    yield "likelihood"


_FOLLOWING: Mapping[str, Callable[[State], Iterator[str]]] = {
    "first_steps": _after_the_step,
}
