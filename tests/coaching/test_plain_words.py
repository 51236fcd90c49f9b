"""Yes, no and what follows them, in plain words."""

from __future__ import annotations

import pytest

from assistant.coaching.plain_words import (
    consents,
    goes_on,
    says_all_of_it,
    says_same,
    takes_back,
    without_lead_in,
    without_no,
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Not quite, it's about me now", "It's about me now"),
        ("no - I want one list", "I want one list"),
        ("Not any more, but I want one list", "I want one list"),
        ("No one orders from the list", "No one orders from the list"),
        ("nobody asks me", "nobody asks me"),
        ("no", "no"),
    ],
)
def test_a_no_before_the_sentence_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_no(text) == rest


@pytest.mark.parametrize("text", ["go on", "Let's go on.", "yes, carry on please", "next question"])
def test_going_on_is_said_in_plain_words(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize("text", ["yes", "no", "I go on too much", "ok", "stop", ""])
def test_what_is_said_otherwise_is_no_going_on(text: str) -> None:
    assert not goes_on(text)


@pytest.mark.parametrize(
    "text", ["the same", "Same.", "still the same", "it's the same as before", "Ditto", "no change"]
)
def test_the_same_and_nothing_else(text: str) -> None:
    assert says_same(text)


@pytest.mark.parametrize("text", ["the same, but on Friday", "the same person", "still", "yes"])
def test_what_says_more_or_less_is_not_the_same(text: str) -> None:
    assert not says_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "take back the bid",
        "Could I take my sentence back?",
        "actually, I want to take that back",
        "withdraw my next step",
        "Can I have my bid back please?",
        "unshare it",
    ],
)
def test_what_was_passed_on_is_taken_back(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "take me back to the problem",
        "go back",
        "I want to go back",
        "I take it they read it",
        "get back to work",
        "she took it back",
    ],
)
def test_other_ways_back_take_nothing_back(text: str) -> None:
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text", ["all of it", "All of them, please", "the rest then", "ask me all of it"]
)
def test_all_of_the_questions_are_asked_for(text: str) -> None:
    assert says_all_of_it(text)


@pytest.mark.parametrize(
    "text", ["that's all fine", "all", "all of it is right", "the rest is mine"]
)
def test_what_only_has_all_in_it_asks_for_none(text: str) -> None:
    assert not says_all_of_it(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Actually, I want one list", "I want one list"),
        ("no, how about: we want one list", "We want one list"),
        ("something like I want one list", "I want one list"),
        ("Well-kept lists are what I want", "Well-kept lists are what I want"),
        ("Maybe I want too much", "Maybe I want too much"),
        ("no,", "no,"),
    ],
)
def test_what_leads_in_to_a_sentence_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_lead_in(text) == rest


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("yes", True),
        ("Yes please.", True),
        ("ok, go ahead", True),
        ("pass it on", True),
        ("keep", False),
        ("keep it", False),
        ("perfect", True),
        ("sounds good", True),
        ("yes, no problem", True),
        ("pass nothing on", False),
        ("I'd share it with nobody", False),
        ("yes, but not the name", False),
        ("yes keep it private", False),
        ("I'd rather wait", False),
        ("leave it", False),
        ("don't share it", False),
    ],
)
def test_consents_only_where_it_is_clear(text: str, clear: bool) -> None:
    assert consents(text) is clear
