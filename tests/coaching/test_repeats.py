"""Where an earlier answer speaks to a question of the second meeting."""

from __future__ import annotations

import pytest

from assistant.coaching.previous import Previous
from assistant.coaching.quoting import ended
from assistant.coaching.repeats import earlier_answer, said_before
from assistant.coaching.state import State


def test_what_stopped_one_last_time_is_quoted() -> None:
    state = State(previous=Previous({"stopping": "I keep a list of my own"}))
    assert said_before("stopping_now", state) == "I keep a list of my own."


def test_of_two_earlier_meetings_it_is_the_last_one() -> None:
    answers = {"stopping": "I keep a list of my own", "stopping_now": "we have no date"}
    assert said_before("stopping_now", State(previous=Previous(answers))) == "we have no date."


@pytest.mark.parametrize(
    ("happened", "is_quoted"),
    [
        ("I rang her, and she laughed", False),
        ("I didn't get round to it", True),
        ("half of it", True),
        ("Nothing", True),
    ],
)
def test_a_step_that_was_done_is_not_held_out_again(happened: str, is_quoted: bool) -> None:
    previous = Previous(step="ring her on Monday")
    state = State(previous=previous, answers={"what_happened": happened})
    assert (said_before("first_steps", state) is not None) == is_quoted
    assert earlier_answer("first_steps", state) == "ring her on Monday"


def test_the_step_of_the_last_meeting_is_quoted_where_there_is_no_option() -> None:
    previous = Previous(step="ring her on Monday")
    assert said_before("first_steps", State(previous=previous)) == "ring her on Monday."
    with_option = State(previous=previous, answers={"options": "write to all of them"})
    assert said_before("first_steps", with_option) == "write to all of them."


def test_without_an_earlier_meeting_nothing_is() -> None:
    assert said_before("stopping_now", State()) is None


def test_a_quotation_ends_in_one_full_stop() -> None:
    assert [ended(text) for text in ("ring her", "ring her.", "ring\nher!")] == [
        "ring her.",
        "ring her.",
        "ring her!",
    ]


@pytest.mark.parametrize("told", ["I don't know", "no idea yet", "honestly, not a clue"])
def test_what_says_that_there_is_nothing_speaks_to_no_question(told: str) -> None:
    assert said_before("options", State(answers={"can_do": told})) is None
    assert said_before("first_steps", State(answers={"options": told})) is None
    assert said_before("options", State(answers={"can_do": "do nothing"})) == "do nothing."
