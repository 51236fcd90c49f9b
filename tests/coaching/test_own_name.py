"""Which name a message says, and when it says none."""

from __future__ import annotations

import pytest

from assistant.coaching.own_name import leaves_name, name_said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asha", "Asha"),
        ("asha", "asha"),
        ("I'm Asha.", "Asha"),
        ("call me Dr O\u2019Neill please", "Dr O'Neill"),
        ("My name is Mary-Ann van der Berg", "Mary-Ann van der Berg"),
        ("Put me down as J. Okafor", "J. Okafor"),
        ("Will", "Will"),
        ("", None),
        ("12", None),
        ("what for?", None),
        ("whatever you think is best for the set", None),
        ("leave it", None),
        ("no thanks", None),
    ],
)
def test_the_name_that_is_said(text: str, name: str | None) -> None:
    assert name_said(text) == name


@pytest.mark.parametrize(
    ("text", "left"),
    [("no", True), ("I\u2019d rather not", True), ("keep it", True), ("Nora", False)],
)
def test_what_leaves_it_as_it_is(text: str, left: bool) -> None:
    assert leaves_name(text) is left
