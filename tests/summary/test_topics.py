"""What a worksheet is about, and which of its words have to be mentioned."""

from __future__ import annotations

import pytest

from assistant.summary import draft
from assistant.summary.noun_phrases import phrases
from assistant.summary.people import names_said
from assistant.summary.reading import read
from assistant.summary.salience import salience
from assistant.summary.topics import led, topics

NEIGHBOURS = {
    "problem": "it's two neighbours over a stair, and I carry messages between them",
    "importance_practice": "the two neighbours take up a day of my week",
    "difficulties": "mr doyle never opens the door",
    "try": "get them to talk to each other",
    "stopping": "it's quicker if I go between the two neighbours",
}


def found(answers: dict[str, str]) -> list[str]:
    said = read(answers)
    return [t.text for t in topics(said, names_said([s.doc for s in said], answers))]


def test_what_is_spoken_of_most_is_what_it_is_about() -> None:
    assert "neighbours" in found(NEIGHBOURS)[0]


def test_nobody_is_named() -> None:
    kitchen = {"problem": "Zoltan and bethan run the food bank. Zoltan's list is long.",
               "try": "get them to share it"}  # fmt: skip
    for answers, names in ((NEIGHBOURS, ["doyle"]), (kitchen, ["zoltan", "bethan"])):
        texts = found(answers)
        assert texts
        assert not [t for t in texts if any(name in t.lower() for name in names)]


@pytest.mark.parametrize(
    ("problem", "text", "said"),
    [
        ("we lose an hour on line 3 each shift", "line 3", "on line 3"),
        ("we lose an hour on line 3 each shift", "an hour", "with an hour"),
        ("I keep looking at the handover sheet", "the handover sheet", "with the handover sheet"),
        ("I believe in the new model", "the new model", "with the new model"),
    ],
)
def test_where_it_is_keeps_the_word_the_member_has_for_it(
    problem: str, text: str, said: str
) -> None:
    (phrase,) = (p for p in phrases(read({"problem": problem})) if p.text == text)
    assert led(phrase) == said


@pytest.mark.parametrize(
    "problem",
    ["We have no rota at weekends and they never agree it.", "There is no rota. They guess it."],
)
def test_what_there_is_none_of_is_not_what_it_is_about(problem: str) -> None:
    told = {"problem": problem, "try": "get them to agree it", "stopping": "I never pushed it"}
    offered = draft(told)
    assert offered.best is not None
    assert not [c.text for c in offered.pool if c.text.startswith("With the rota")]


@pytest.mark.parametrize("answers", [{}, {"problem": "dunno"}, {"try": "they never do"}])
def test_where_nothing_is_named_it_is_about_nothing(answers: dict[str, str]) -> None:
    assert found(answers) == []


def test_words_that_are_said_throughout_matter_more_than_asides() -> None:
    weights = salience(read({**NEIGHBOURS, "who_helps": "a parrot"}))
    assert weights["neighbour"] > weights["parrot"]
    assert all(0.0 < weight < 1.0 for weight in weights.values())


def test_nothing_said_has_no_words_that_matter() -> None:
    assert salience([]) == {}
