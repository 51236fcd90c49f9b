"""Which name a message says, and when it says none."""

from __future__ import annotations

import pytest

from assistant.coaching.own_name import leaves_name, name_said, puts_name_right, speaks_of_name


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
        ("No, Tariq", "Tariq"),
        ("no, it's Bea", "Bea"),
        ("Lena is fine", "Lena"),
        ("I go by Uwe", "Uwe"),
        ("An Nguyen", "An Nguyen"),
        ("", None),
        ("what is it used for", None),
        ("talk louder", None),
        ("delete it", None),
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
    [
        ("no", True),
        ("I\u2019d rather not", True),
        ("keep it", True),
        ("prefer not to", True),
        ("Nah, leave it.", True),
        ("don't put a name", True),
        ("no, because it is private", True),
        ("no idea", True),
        ("Nora", False),
        ("No, Tariq", False),
    ],
)
def test_what_leaves_it_as_it_is(text: str, left: bool) -> None:
    assert leaves_name(text) is left


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("No, it's Bea.", True),
        ("no, Tariq", True),
        ("my name is tariq", True),
        ("no", False),
        ("Yes", False),
        ("Bea", False),
        ("no, it's private", False),
        ("no, it is all too long for that", False),
    ],
)
def test_what_puts_a_name_right(text: str, another: bool) -> None:
    assert puts_name_right(text) is another


def test_what_is_about_the_name() -> None:
    assert speaks_of_name("change my name")
    assert not speaks_of_name("keep the names in")
