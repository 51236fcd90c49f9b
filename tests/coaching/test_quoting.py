"""Earlier words are quoted as they were said, and cut only where a thought ends."""

from __future__ import annotations

import re

import pytest

from assistant.coaching.quoting import sentence_with, stopped

TRIED = re.compile(r"\bwe tried\b", re.IGNORECASE)
LONG = (
    "the lorry comes on a Monday with what nobody ordered, the shelf is full of the wrong size, "
    "and we tried one form for both sites but it was gone by the autumn"
)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "She signs. We tried one form for both sites. It was gone.",
            "We tried one form for both sites",
        ),
        (LONG, "we tried one form for both sites but it was gone by the autumn"),
        (
            "One form for both sites would do it. We tried.",
            "One form for both sites would do it. We tried",
        ),
        ("We tried.", "We tried"),
        ("- two forms\n- two bills\n- we tried one form for both\n", "we tried one form for both"),
        ("Nobody asked us.", None),
    ],
)
def test_the_sentence_that_is_meant(text: str, quoted: str | None) -> None:
    assert sentence_with(text, TRIED) == quoted


def test_a_dash_ends_a_clause() -> None:
    text = f"the shelf is full of the wrong size for the third week in a row - {LONG}"
    found = sentence_with(text, re.compile("the lorry"))
    assert found is not None
    assert found.startswith("the lorry comes on a Monday")


def test_a_text_to_be_followed_by_another_ends_in_a_stop_and_keeps_its_lines() -> None:
    assert stopped("She signs.\nI sign ") == "She signs.\nI sign."
    assert stopped("Who signs?") == "Who signs?"
