"""One number from 1 to 10, or none."""

from __future__ import annotations

import pytest

from assistant.nlu.likelihood import names_a_number, read_likelihood, read_neighbours

STATED = {
    "nine for the wanting, three for the doing, put three": 3, "a niner, as in nine": 9,
    "i must give one number, so: seven": 7, "he would say one i say five": 5,
    "a nine for the call, a four for the letter, shall we say six": 6,
    "ten less three for the weather, so seven": 7, "eight minus two leaves six": 6,
    "start at four, add one for nerve, five": 5, "evens so a five": 5,
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
    "sevn": 7, "Eigth": 8, "a sollid six": 6, "thre": 3, "fiev": 5, "nien i reckon": 9,
    "um ate": 8, "ate i think": 8, "ate out of ten": 8, "i'd say ate": 8, "too": 2,
    "maybe for": 4, "- 6": 6, "honestly - 6": 6, "if i'm honest, 5": 5,
    "if i had to pick a number, six": 6, "if you pushed me, eight": 8, "it's a 7": 7, "7?": 7,
    "Seven.": 7, "lets say 7": 7, "6.0": 6, "3/10": 3, "3 / 10": 3, "3 outta 10": 3,
    "four on ten": 4, "a perfect ten": 10, "10!": 10, "TEN": 10, "sevenish": 7, "7-ish": 7,
    "about 7ish": 7, "high 7": 7, "a low eight": 8, "strong 8": 8, "max 5": 5, "5 tops": 5,
    "five at best": 5, "at most a five": 5, "four... no five": 5, "4 wait 5": 5,
    "4 sorry i mean 5": 5, "4, scrap that, 5": 5, "not 4, 5": 5, "not four but five": 5,
    "5 not 4": 5, "last month a 3, today a 6": 6, "it was 3 and it's 6": 6,
    "it's gone from 4 to 7": 7, "up from four to seven": 7, "7, up from 4": 7, "7 (was 4)": 7,
    "still a 7": 7, "my boss wants a 9, I'm at 6": 6, "you'd like a ten wouldn't you, five": 5,
    "i want to say 9 but 6": 6, "was going to put 9. 6.": 6, "i've 2 kids and a job so 4": 4,
    "two weeks ago id have said 9, 5 now": 5, "by the 4th so 8": 8,
    "9, three people have asked me already": 9, "in 2 weeks i'll have done it. 9": 9,
    "it'll take ten minutes so ten": 10, "number nine": 9, "my answer is 6": 6,
    "i am a 6 out of a possible 10": 6, "on a scale of 1-10 i'm a 6": 6,
    "between 1 and 10? 6": 6, "1 to 10... 6": 6, "from 1 to 10 maybe 6": 6,
    "8 because 10 would be a lie": 8, "8, it can't be 10 because of the strike": 8,
    "10 if i'm brave": 10, "six if i'm being generous": 6, "four if that": 4, "a generous 4": 4,
    "2, and that's only because of you": 2, "it can only be a 10": 10, "eight thank you": 8,
    "erm eight i think erm yeah eight": 8, "eight eight definitely eight": 8, "fivve": 5,
    "a tne": 10, "six or so": 6, "a firm 9 now we've spoken": 9, "9, thanks": 9,
    "4. Ask me again in 2 weeks": 4, "if ten is I've done it already then 8": 8,
    "six no eight no six yeah six": 6, "Nine. I said two at Christmas.": 9,
    "four no five yeah no four": 4, "I said a three before, it's a six": 6,
    "where 1 is no way, 2": 2, "one being lowest, three": 3,
}  # fmt: skip
NOT_STATED = [
    "six or seven, depending on the ward", "anywhere between three and six depending on the boiler",
    "more than two, less than eight", "6-7", "9.5", "seven and a half", "100%", "0", "eleven",
    "definitely", "no one knows", "full marks", "between a 5 and a 6", "about 7 or 8",
    "four fifths", "half and half", "higher than five", "",
    "-1", "minus one", "-5", "8 if the rota comes out, otherwise 3",
    "if it's dry a nine, if not a four", "seven unless jan's off, in which case two",
    "nine if i start tonight or else a 5", "depends: 9 if she says yes, 2 if she says no",
    "I'd give it 6 and a half", "six, six and a half", "Nine tenths", "9 out of 10 times",
    "ten to one", "one in a million", "a million", "one hundred percent", "100", "110%", "zero",
    "double figures", "no lower than 8", "somewhere between three and four", "three to four",
    "3-4", "3/4", "3 or 4", "four, five", "a 7 for the first bit and a 3 for the second",
    "step one 9 step two 4", "very", "dunno", "one of those things", "no one can say", "hmm",
    "nothing below a 9", "better than 5", "north of 7", "a bit more than 7", "just under 8",
    "nearly a 9", "almost ten", "i'd be lying if i said more than 4", "eleventy", "even", "fine",
    "mine", "I'll give it everything", "I had a line manager who said he'd do it", "six-seven",
    "six seven",
]  # fmt: skip
BETWEEN = {
    "three to four": (3, 4), "3 or 4": (3, 4), "6-7": (6, 7), "8\u20139": (8, 9),
    "two-three": (2, 3), "five six": (5, 6), "four, five": (4, 5), "between a 5 and a 6": (5, 6),
    "nien or ten": (9, 10), "maybe two, perhaps a three": (2, 3), "a nine or an eight": (8, 9),
    "on a scale of 1 to 10, five or six": (5, 6), "8 or 9 out of 10, if the rota is out": (8, 9),
}  # fmt: skip
NOT_BETWEEN = [
    "eight", "four to eight", "4 or 9", "no more than 7 or 8", "more than two, less than three",
    "seven and a half", "10 or 11", "zero or one", "7 or 8 weeks", "I've 5 or 6 patients",
    "8 if the rota comes out, otherwise 7", "step one 9 step two 8", "3/4", "1-10", "",
    "a 7 for the first bit and an 8 for the second", "6 and 7", "five or six, call it six",
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), BETWEEN.items())
def test_two_neighbouring_numbers_are_one_guess(text: str, values: tuple[int, int]) -> None:
    assert read_neighbours(text) == values


@pytest.mark.parametrize("text", NOT_BETWEEN)
def test_what_is_wider_or_bounded_or_two_things_is_no_guess_between(text: str) -> None:
    assert read_neighbours(text) is None


@pytest.mark.parametrize(("text", "value"), STATED.items())
def test_the_number_that_is_stated_is_read(text: str, value: int) -> None:
    assert read_likelihood(text) == value


@pytest.mark.parametrize("text", NOT_STATED)
def test_no_number_is_made_up(text: str) -> None:
    assert read_likelihood(text) is None


@pytest.mark.parametrize("text", ["even", "fine", "mine", "nice", "live", "Tess", "sixer"])
def test_a_word_near_a_number_is_not_taken_for_it(text: str) -> None:
    assert read_likelihood(text) is None


def test_a_number_out_of_the_range_is_still_a_number() -> None:
    assert names_a_number("eleven") and names_a_number("0") and names_a_number("-1")
    assert not names_a_number("that's a hard one")
