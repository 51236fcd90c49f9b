"""The route: which questions a preparation asks."""

from __future__ import annotations

from assistant.catalogue import Catalogue

_NO_ANSWERS = frozenset({"summary", "review", "release", "closing"})


def questions_of_route(catalogue: Catalogue) -> tuple[str, ...]:
    """Keys of the questions asked before the sentence: the worksheet and the good questions."""
    return catalogue.parts("worksheet", "good_questions")


def holds_answer(key: str, catalogue: Catalogue) -> bool:
    """Whether what is said to this question is kept as its answer.

    The sentence, the release, the close and whatever waits in front of a question take
    something else.
    """
    return key not in _NO_ANSWERS and catalogue.question(key).part != "aside"


def questions_dealt_with(catalogue: Catalogue, dealt: frozenset[str]) -> tuple[int, int]:
    """How many questions of the route are dealt with, and how many there are."""
    route = questions_of_route(catalogue)
    return sum(key in dealt for key in route), len(route)
