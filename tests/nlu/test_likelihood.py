"""One number from 1 to 10, or none."""

from __future__ import annotations

import pytest

from assistant.nlu.likelihood import names_a_number, read_likelihood

STATED = {
    "4": 4, "an eight": 8, "7/10": 7, "six in ten": 6, "8ish": 8, "one": 1, "ten!!": 10,
    "a solid six, seven on a good day": 6,
    "on a scale of one to ten, a 4": 4,
    "if ten is certain then i'm a six": 6,
    "was an 8 last week, it's a 6 today": 6,
    "eight. no, make that a seven": 7,
    "between six and eight, call it seven": 7,
    "not a ten, not a one, a five": 5,
    "i have 3 meetings this week so a 6": 6,
    "that's a hard one, four": 4,
    "an eight, my wife would say a three": 8,
    "i was going to say 8 but let's be realistic, 6": 6,
    "i would put it at nine": 9,
    "ate.": 8,
}  # fmt: skip
NOT_STATED = [
    "more than two, less than eight", "6-7", "9.5", "seven and a half", "100%", "0", "eleven",
    "definitely", "no one knows", "full marks", "between a 5 and a 6", "about 7 or 8",
    "four fifths", "half and half", "higher than five", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), STATED.items())
def test_the_number_that_is_stated_is_read(text: str, value: int) -> None:
    assert read_likelihood(text) == value


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_number_is_made_up(text: str) -> None:
    assert read_likelihood(text) is None


def test_a_number_out_of_the_range_is_still_a_number() -> None:
    assert names_a_number("eleven") and names_a_number("0")
    assert not names_a_number("that's a hard one")
