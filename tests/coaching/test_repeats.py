"""Where an earlier answer speaks to a question of the second meeting."""

from __future__ import annotations

from assistant.coaching.previous import Previous
from assistant.coaching.quoting import ended
from assistant.coaching.repeats import said_before
from assistant.coaching.state import State


def test_what_stopped_one_last_time_is_quoted() -> None:
    state = State(previous=Previous({"stopping": "I keep a list of my own"}))
    assert said_before("stopping_now", state) == "I keep a list of my own."


def test_of_two_earlier_meetings_it_is_the_last_one() -> None:
    answers = {"stopping": "I keep a list of my own", "stopping_now": "we have no date"}
    assert said_before("stopping_now", State(previous=Previous(answers))) == "we have no date."


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
