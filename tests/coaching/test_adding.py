"""When it is asked whether there is more to say, and what becomes of what is added."""

from __future__ import annotations

import pytest

from assistant.coaching.adding import STAY, asks_for_more, stayed_with, together
from assistant.coaching.previous import Previous
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


FELT = "I lie awake over it."


def _stays(key: str = "importance_self", answer: str = FELT, **fields: object) -> bool:
    known = {"answers": {"problem": "Two lists.", key: answer}, "trail": ("problem", key), **fields}
    return list(asks_for_more(key, State(**known))) == [STAY]  # type: ignore[arg-type]


def test_whether_to_stay_is_asked_after_strain_that_is_felt() -> None:
    assert _stays()
    assert not _stays(answer="I am tired of the form.")


def test_it_is_not_asked_of_what_is_hoped_for() -> None:
    assert not _stays("benefits_self", "I lie awake over it, and I would not.")


def test_it_is_asked_once_and_not_where_it_would_read_badly() -> None:
    before = ("problem", STAY, "importance_self")
    assert not _stays(trail=before)
    assert not _stays(trail=("importance_self", "try"))
    assert not _stays(route="five")
    assert not _stays(grave=frozenset({"importance_self"}))


def test_where_the_feelings_were_asked_about_it_is_not() -> None:
    assert not _stays(trail=("feelings", "importance_self"))


def test_of_the_two_questions_for_more_one_is_asked() -> None:
    assert _stays("stopping")
    assert _stays("can_do", f"I could ring, and {FELT}")


def test_the_same_as_before_was_stayed_with_before() -> None:
    answers = {"difficulties": FELT, "stopping": FELT}
    assert not _stays("stopping", answers=answers)


def test_what_was_said_while_staying_is_added_to_what_was_stayed_with() -> None:
    answers = {"importance_self": FELT, STAY: "It is the figures."}
    state = State(answers=answers, trail=("problem", "importance_self", STAY, "try"))
    assert stayed_with(state) == "importance_self"
    assert worksheet(state) == {"importance_self": f"{FELT}\nIt is the figures."}


def test_what_was_stayed_with_for_another_meeting_is_added_to_nothing() -> None:
    before = Previous(answers={"importance_self": FELT, STAY: "It is the figures."})
    now = State(previous=before, trail=("what_happened", STAY))
    assert worksheet(now) == {"importance_self": FELT}
