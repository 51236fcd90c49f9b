"""A text as programs can read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.coaching.readable import readable


@pytest.mark.parametrize("text", ["", "The rota.", "\U0001f62d \u062c\n\x00", "x" * 4000])
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize("half", ["\ud83d", "\udfff", "a\ud83d b", "\udc00\ud800"])
def test_half_a_character_is_marked(half: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" in readable(half)
    assert len(readable(half)) == len(half)


def test_two_halves_that_belong_together_are_one_character() -> None:
    assert readable("\ud83d\ude00") == "\U0001f600"


def test_of_a_very_long_text_the_beginning_and_the_end_are_read() -> None:
    text = readable("The beginning. " + "x" * 200_000 + " The end.")
    assert text.startswith("The beginning. ")
    assert text.endswith(" The end.")
    assert len(text) == 4001


@given(st.text(st.characters()) | st.text(st.sampled_from("a\ud83d\ude00\udfff")))
def test_it_can_always_be_written(text: str) -> None:
    assert readable(text).encode().decode() == readable(text)
    assert len(readable(text)) <= len(text)
