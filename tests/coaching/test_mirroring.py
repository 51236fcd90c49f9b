"""Mirroring: exact phrases, pronouns turned, no names, about one turn in four."""

from __future__ import annotations

import pytest

from assistant.coaching.mirroring import MOST_WORDS, is_due, mirrored


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("they phone and i go up and i go down and i go up again", None),
        ("they phone, i go up and i go down and i go up again", "You go up and you go down."),
        ("i'm worn out carrying messages up and down a long stair", None),
        ("I sign for both budgets.", "You sign for both budgets."),
        ("It wears me out, I've never led anything.", "You've never led anything."),
        ("I was late myself, and my son waited", "You were late yourself."),
        ("We lose two nurses a year over it", "You lose two nurses a year over it."),
        ("I always fill the gap myself because it is quicker", "You always fill the gap yourself."),
        ("I asked Denise about it", None),
        ("I asked dr hale about it", None),
        ("I think so", None),
        ("I want us singing in tune", None),
        ("I don't think", None),
        ("I signed it off", None),
        ("I'm one of them", None),
        ("I'm not proud, I do it and I hate it", "You're not proud."),
        ("I've never rung the ones who left in the middle of term", None),
        ("I ring em they say I dont", None),
        ("I run um the whole of the laundry", None),
        ("I ask 'any questions?' and nobody speaks", None),
        ("I'm cross a bit", None),
        ("I call it being careful", "You call it being careful."),
        ("fed up, I should think, and a bit let down", None),
        ("I could murder the man who designed it", None),
        ("I keep", None),
        ("time", None),
        ("", None),
        ('I told her "not now"', None),
        ("the rota never holds", None),
        ("I write them letters. Letters aren't what they want", None),
        ("I write them letters. They want to be rung", "You write them letters."),
    ],
)
def test_what_is_given_back(text: str, phrase: str | None) -> None:
    assert mirrored(text) == phrase


def test_it_is_never_longer_than_eight_words() -> None:
    long = "I go and I ask and I wait and I come back and I ask again and I wait"
    assert len((mirrored(long) or "").split()) <= MOST_WORDS


def test_about_one_answer_in_four_and_the_same_for_the_same_preparation() -> None:
    def turns(preparation: str) -> list[int]:
        at, since = [], 3
        for answers in range(1, 121):
            since += 1
            if is_due(preparation, answers, since):
                at.append(answers)
                since = 0
        return at

    assert turns("one") == turns("one")
    assert any(turns("one") != turns(f"other {n}") for n in range(5))
    for n in range(5):
        assert 120 / 5 < len(turns(f"other {n}")) < 120 / 3 + 2
