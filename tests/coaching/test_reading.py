"""Plain yes and no, and what was said before."""

from __future__ import annotations

import pytest

from assistant.coaching.plain_words import says_done, says_no, says_yes, weighs_both
from assistant.coaching.quoting import quoted
from assistant.coaching.repeats import PAIRS, said_before
from assistant.coaching.state import State


@pytest.mark.parametrize(
    "text", ["yes", "Yeah, that's it.", "ok", "aye", "yes please", "pretty much"]
)
def test_yes(text: str) -> None:
    assert says_yes(text)


@pytest.mark.parametrize("text", ["yes but only the small one", "right, ring her first", "no", ""])
def test_not_yes(text: str) -> None:
    assert not says_yes(text)


@pytest.mark.parametrize("text", ["no", "nope, thanks", "not really"])
def test_no(text: str) -> None:
    assert says_no(text)


@pytest.mark.parametrize("text", ["that's all", "no", "just the one", "I'm done, thanks"])
def test_that_is_all(text: str) -> None:
    assert says_done(text)


@pytest.mark.parametrize("text", ["do nothing", "that's all of us in a room", "just ask her"])
def test_an_option_is_not_the_end(text: str) -> None:
    assert not says_done(text)


def test_both_sides_at_once() -> None:
    assert weighs_both("quick, but she'd feel ambushed")
    assert not weighs_both("it's quick")


def test_earlier_words_are_quoted_where_they_speak_to_the_question() -> None:
    state = State(answers={"difficulties": "I go quiet when he talks", "stakeholders": "Ann"})
    assert said_before("stopping", state) == "I go quiet when he talks."
    assert said_before("who_cares", state) is None  # one word says too little
    assert said_before("try", state) is None


def test_a_difficulty_of_others_alone_does_not() -> None:
    assert said_before("stopping", State(answers={"difficulties": "the price may rise"})) is None


def test_of_a_long_answer_the_beginning_is_quoted() -> None:
    assert quoted("word " * 40) == " ".join(["word"] * 25) + " ..."


def test_every_pair_says_why() -> None:
    assert all(pair.because for pair in PAIRS.values())
