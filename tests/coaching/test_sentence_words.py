from __future__ import annotations

import pytest

from assistant.coaching.sentence_words import (
    sentence_said,
    wants_all,
    wants_another_wording,
    wants_no_sentence,
    wants_them_again,
)

OWN = (
    "I want no sentence to be read out before we have talked.",
    "We show each other the rota again and again, but nobody says what is missing.",
    "I want to change the sentence that I say at every handover.",
    "Everything lands with me since I never say no.",
    "Others in the office keep going back to the old form.",
    "I keep taking back the forms from the others.",
    "I see that the others count on me less.",
)


@pytest.mark.parametrize("text", ["no sentence", "No sentence, please.", "I don't want a sentence"])
def test_no_sentence(text: str) -> None:
    assert wants_no_sentence(text)


@pytest.mark.parametrize("text", ["all", "both", "all of them", "yes, all three", "all of these"])
def test_all_of_them(text: str) -> None:
    assert wants_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "show me your suggestions again",
        "what were the others again",
        "give me back the earlier versions",
        "can I see the first three again",
    ],
)
def test_what_was_offered_before(text: str) -> None:
    assert wants_them_again(text)


@pytest.mark.parametrize(
    "text",
    [
        "change my sentence",
        "reword the sentence",
        "I want the sentence back",
        "can I redo my sentence please",
        "that sentence is not right",
    ],
)
def test_another_wording(text: str) -> None:
    assert wants_another_wording(text)


@pytest.mark.parametrize(
    "text",
    [
        "how did my sentence change?",
        "take my sentence back",
        "share my sentence again",
        "don't change my sentence",
        "no need to fix the sentence",
        "leave my sentence, don't reword it",
    ],
)
def test_what_is_asked_about_it_is_no_other_wording(text: str) -> None:
    assert not wants_another_wording(text)


@pytest.mark.parametrize("text", OWN)
def test_a_sentence_of_ones_own_is_none_of_these(text: str) -> None:
    wishes = (wants_no_sentence, wants_all, wants_them_again, wants_another_wording)
    assert not any(wish(text) for wish in wishes)
    assert sentence_said(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my sentence should say: I print it twice", "I print it twice"),
        ("The sentence should read I print it twice", "I print it twice"),
        ('change my sentence to: "I print it twice."', "I print it twice."),
        ("my sentence is too long", None),
        ("my sentence should say more", None),
        ("My sentence should be milder and less blunt", None),
        ("my sentence should say something about the drivers", None),
        ("my sentence should say I can\u2019t print it", "I can\u2019t print it"),
    ],
)
def test_the_words_that_it_should_say(text: str, words: str | None) -> None:
    assert sentence_said(text) == words
