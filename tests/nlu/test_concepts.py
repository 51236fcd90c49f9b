"""What signs are made of: words that say something only where they stand close together."""

from __future__ import annotations

import pytest
import yaml

from assistant.nlu.concepts import FILE, concepts, concepts_in
from assistant.nlu.reading import SERIOUS
from assistant.nlu.wording import words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i shan't be here when the leaves come down", "not being there any more"),
        ("i wrote goodbye on a card for my wife", "farewell for good"),
        ("i pray i never wake from that sleep", "not waking up"),
        ("i am so weary of living", "weary of life"),
        ("everyone would be freer without me", "a burden"),
        ("i've hoarded her morphine all winter", "means"),
        ("i haven't slept, it's been weeks", "sleep and food"),
        ("i sob every single night", "tears"),
        ("she humiliates me in front of the ward", "bullied"),
        ("the driver reeks and still drives the bus", "unfit for the work"),
        ("a carer slapped one of the residents", "violence"),
        ("he'll stab somebody", "threats to life"),
        ("the nurse backdates the charts", "falsified"),
        ("they were told to say nothing", "falsified"),
        ("she pockets the takings", "theft and fraud"),
        ("the tutor kissed a student", "touched"),
    ],
)
def test_what_is_said_in_other_words_is_the_same_thing(text: str, name: str) -> None:
    assert name in {concept.name for concept in concepts_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "I said goodbye to the old building",
        "the driver left early",
        "one of the residents has a new chair",
        "we slapped a coat of paint on it",
        "the charts are on the wall",
    ],
)
def test_half_of_it_is_nothing(text: str) -> None:
    assert concepts_in(text) == []


def test_halves_in_two_sentences_or_far_apart_are_nothing() -> None:
    between = (
        "and the other thing was the minutes which nobody had typed up since the spring term began "
    )
    assert concepts_in("we slapped on some paint. the residents liked it") == []
    assert concepts_in(f"we slapped on some paint {between} so the residents") == []
    assert concepts_in("we slapped the residents") != []


def test_every_concept_has_a_tier_a_bar_and_words() -> None:
    read = yaml.safe_load(FILE.read_text("utf-8"))
    assert set(read) == {"groups", *SERIOUS}
    for tier in SERIOUS:
        for said in read[tier].values():
            assert 0 < said["needs"] < 1
            assert all(" + " in line for line in said["said"])


def test_every_wording_is_written_as_texts_are_read() -> None:
    for concept in concepts():
        for group in (group for line in concept.lines for group in line):
            for way in group.ways:
                bare = way.replace("...", " ").replace("*", " ")
                assert " ".join(words(bare)) == " ".join(bare.split()), (concept.name, way)
