"""Yes, no and what follows them, in plain words."""

from __future__ import annotations

import pytest

from assistant.coaching.plain_words import goes_on, without_no


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Not quite, it's about me now", "It's about me now"),
        ("no - I want one list", "I want one list"),
        ("Not any more, but I want one list", "I want one list"),
        ("No one orders from the list", "No one orders from the list"),
        ("nobody asks me", "nobody asks me"),
        ("no", "no"),
    ],
)
def test_a_no_before_the_sentence_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_no(text) == rest


@pytest.mark.parametrize("text", ["go on", "Let's go on.", "yes, carry on please", "next question"])
def test_going_on_is_said_in_plain_words(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize("text", ["yes", "no", "I go on too much", "ok", "stop", ""])
def test_what_is_said_otherwise_is_no_going_on(text: str) -> None:
    assert not goes_on(text)
