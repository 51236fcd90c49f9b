"""A name in lower case is known as one, and a word is not."""

from __future__ import annotations

import pytest

from assistant.summary import check, draft
from assistant.summary.given_names import given_names
from assistant.summary.reading import read


def named(answers: dict[str, str]) -> frozenset[str]:
    return given_names([sentence.doc for sentence in read(answers)], answers)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("i have to say it to siobhan and imran who run the shop", {"siobhan", "imran"}),
        ("there's moira she's been here for ever", {"moira"}),
        ("grace thinks we should close", {"grace"}),
        ("the rota is a mess and nobody knows owt", set()),
        ("uni starts in october and the onboarding takes weeks", set()),
        ("i will say grace before we eat", set()),
        ("Oxfam wants the shop to close and Ofsted says so", set()),
    ],
)
def test_who_is_named_in_speech(said: str, names: set[str]) -> None:
    assert named({"stopping": said}) == names


def test_a_word_is_a_name_where_people_are_asked_for() -> None:
    assert named({"who_helps": "imran could ring them"}) == {"imran"}


def test_no_such_name_stands_in_the_sentence() -> None:
    answers = {
        "problem": "the stall is never set up on time",
        "try": "get the stall set up by eight",
        "stopping": "i'd have to say it to siobhan who trained me. i set it up myself every week",
    }
    found = draft(answers)
    assert found.candidates
    assert not any("siobhan" in each.text.lower() for each in found.candidates)


_VAN = {
    "problem": "The van leaves late every week.",
    "try": "get Siobhan to load the van the night before",
    "stopping": "I load it myself every morning because I'm quicker.",
}


def test_a_wish_about_somebody_who_is_only_named_is_left_out() -> None:
    found = draft(_VAN)
    assert found.candidates
    assert not any("siobhan" in each.text.lower() for each in found.pool)


def test_somebody_who_was_named_is_someone() -> None:
    wish = "I want someone to load the van the night before, but I load it myself."
    assert check(wish, _VAN).passed
    assert not check("I want someone to sell the van, but I load it myself.", _VAN).passed


def test_somebody_whose_role_was_said_has_the_role() -> None:
    answers = {**_VAN, "who_helps": "my deputy Siobhan"}
    found = draft(answers)
    assert any("I want my deputy to load the van the night before" in c.text for c in found.pool)
    assert not any("siobhan" in each.text.lower() for each in found.pool)
