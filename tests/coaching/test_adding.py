"""When it is asked whether there is more to say, and what becomes of what is added."""

from __future__ import annotations

import pytest

from assistant.coaching.adding import asks_for_more, together
from assistant.coaching.sentence import worksheet
from assistant.coaching.state import State


def _asks(answer: str, **fields: object) -> bool:
    known = {"answers": {"can_do": answer}, "trail": ("stopping", "can_do"), **fields}
    return bool(list(asks_for_more("can_do", State(**known))))  # type: ignore[arg-type]


def test_it_is_asked_straight_after_the_answer() -> None:
    assert _asks("I could ring the depot myself.")
    assert not _asks("I could ring the depot myself.", trail=("can_do", "who_knows"))


@pytest.mark.parametrize(
    "answer",
    [
        "ring",
        "ring them",
        "Nothing that I can see.",
        "I don't know.",
        "ring him. That's all.",
        "x " * 50,
    ],
)
def test_it_is_not_asked_where_it_would_read_badly(answer: str) -> None:
    assert not _asks(answer)


def test_it_is_not_asked_of_somebody_with_five_minutes() -> None:
    assert not _asks("I could ring the depot myself.", route="five")


def test_what_was_added_stands_beneath_the_answer() -> None:
    answers = {
        "stopping": "We have two lists.",
        "more_stopping": "I never ask.",
        "try": "One list.",
    }
    assert together(answers) == {"stopping": "We have two lists.\nI never ask.", "try": "One list."}


def test_the_sentence_is_made_of_what_was_added_as_well() -> None:
    state = State(answers={"can_do": "I could ring.", "more_can_do": "I could go over."})
    assert worksheet(state) == {"can_do": "I could ring.\nI could go over."}
