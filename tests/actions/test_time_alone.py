"""Whether a message names a day and nothing else, and what it denies."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.actions.time_alone import names_time_alone
from assistant.coaching.denying import denies


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("no, I meant Thursday the 3rd", True),
        ("by the third of December", True),
        ("it has to be Friday 4 December 2099", True),
        ("delete everything by Friday", False),
        ("pause until Friday", False),
        ("go back, Monday is wrong", False),
        ("why Monday?", False),
        ("not Monday", False),
        ("I can't do Friday", False),
    ],
)
def test_names_a_time_alone(text: str, alone: bool) -> None:
    assert names_time_alone(text, date(2026, 11, 2)) is alone


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no, I do not want ten minutes", True),
        ("I can\u2019t do Friday", True),
        ("no, ten minutes", False),
        ("not before Friday", False),
    ],
)
def test_denies(text: str, denied: bool) -> None:
    assert denies(text) is denied
