"""What was named, as it is said where nothing was said before it."""

from __future__ import annotations

import pytest

from assistant.summary.noun_phrases import phrases
from assistant.summary.reading import read


def named(text: str, key: str = "problem") -> list[str]:
    return [phrase.text for phrase in phrases(read({key: text}))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("we have two neighbours who never speak", "two neighbours"),
        ("the night staff write it down at the end", "the night staff"),
        ("calls to my desk have doubled", "calls to my desk"),
        ("Rent arrears went up again", "rent arrears"),
        ("this form is four pages long", "the form"),
        ("rota goes up on a Friday", "the rota"),
        ("nobody sees the co-op any more", "the co-op"),
        ("I don't trust the rota", "the rota"),
    ],
)
def test_noun_phrases_are_found_as_they_would_be_said_first(text: str, phrase: str) -> None:
    assert phrase in named(text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("people never come back", "people"),
        ("there are loads of volunteers", "loads of volunteers"),
        ("nobody sees the co-op any more", "the co"),
        ("what forms do we have", "forms"),
        ("we have no rota at weekends", "the rota"),
        ("we run it without a manager", "a manager"),
        ("they never had any manager", "the manager"),
        ("we don't have a rota", "a rota"),
        ("half the staff are new", "the staff"),
        ("Monday's rota is wrong", "the Monday's rota"),
    ],
)
def test_halves_and_what_names_nothing_are_no_phrases(text: str, phrase: str) -> None:
    assert phrase not in named(text)


def test_a_wording_is_found_once_and_counted() -> None:
    (rota,) = (p for p in phrases(read({"try": "mend the rota", "stopping": "the rota is full"}))
               if p.text == "the rota")  # fmt: skip
    assert rota.times == 2
    assert (rota.span.key, rota.head.lower_) == ("try", "rota")


def test_nothing_said_names_nothing() -> None:
    assert phrases([]) == []
