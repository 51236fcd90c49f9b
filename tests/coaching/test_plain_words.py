"""Yes, no and what follows them, in plain words."""

from __future__ import annotations

import pytest

from assistant.coaching.plain_words import without_no


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
