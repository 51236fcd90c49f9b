"""What goes on and stands in the way is told in whole statements."""

from __future__ import annotations

import pytest

from assistant.summary.language import load
from assistant.summary.stating import purpose, statement


def told(text: str, key: str = "stopping") -> str:
    return statement(text, key, load()(f"{text}."))


def good_for(text: str) -> str:
    return purpose(text, load()(f"{text}."))


@pytest.mark.parametrize(
    "said",
    [
        "half of them never come to anything",
        "the only people I've asked are the ones who stayed",
        "I've never added up what they do because I'm frightened of what it'd come to",
        "I have always said yes at the door",
        "I let the lads go when they need to",
        "each time the office asks for a list, I say yes",
        "every time it gets late, I make a joke",
    ],
)
@pytest.mark.parametrize("key", ["stopping", "problem"])
def test_a_whole_statement_stays_as_it_was_said(said: str, key: str) -> None:
    assert told(said, key) == said


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("keep putting it off", "I keep putting it off"),
        ("don't know where to start", "I don't know where to start"),
        ("haven't got a free hour", "I haven't got a free hour"),
        ("always said yes", "I always said yes"),
        ("never shown anybody how", "I've never shown anybody how"),
    ],
)
def test_what_was_noted_down_is_said_of_oneself(noted: str, said: str) -> None:
    assert told(noted) == told(noted, "problem") == said


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("rota comes out too late", "the rota comes out too late"),
        ("form is 4 pages", "the form is 4 pages"),
        ("Only list is in my head", "the only list is in my head"),
    ],
)
def test_notes_are_said_with_their_articles(noted: str, said: str) -> None:
    assert told(noted) == said


@pytest.mark.parametrize("said", ["people are tired", "everyone is late", "confidence is low"])
def test_what_takes_no_article_gets_none(said: str) -> None:
    assert told(said) == said


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("the caretaker", "what stops me is the caretaker"),
        ("my own pride", "what stops me is my own pride"),
        ("rules", "what stops me is rules"),
        ("no money", "there is no money"),
        ("a long agenda", "there is a long agenda"),
        ("time", "I need time"),
        ("too tired to ask", "I'm too tired to ask"),
        ("scared of the row", "I'm scared of the row"),
    ],
)
def test_a_thing_alone_is_what_stops_the_member(said: str, stated: str) -> None:
    assert told(said) == stated


@pytest.mark.parametrize("said", ["the caretaker", "no money", "time", "scared of the row"])
def test_a_thing_alone_stops_nobody_where_that_was_not_asked(said: str) -> None:
    assert told(said, "problem") == ""


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("Nobody has asked me", "nobody has asked me"),
        ("The drains are old", "the drains are old"),
        ("I have never asked them", "I have never asked them"),
        ("NHS rules are strict", "NHS rules are strict"),
    ],
)
def test_a_statement_can_follow_but(said: str, stated: str) -> None:
    assert told(said) == stated


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("reception could breathe", "reception can breathe"),
        ("staff could go home on time", "staff can go home on time"),
        ("everyone would be on time", "everyone is on time"),
        ("The families would trust us", "the families trust us"),
        ("the van would leave on time", "the van leaves on time"),
        ("she would know", "she knows"),
        ("I'd be home by six", "I am home by six"),
        ("we'd have fewer complaints", "we have fewer complaints"),
    ],
)
def test_what_it_would_be_good_for_can_follow_so(said: str, stated: str) -> None:
    assert good_for(said) == stated


@pytest.mark.parametrize("said", ["fewer complaints", "people are kinder", "less shouting"])
def test_what_would_not_come_of_it_is_no_purpose(said: str) -> None:
    assert good_for(said) == ""


@pytest.mark.parametrize(
    "said",
    [
        "relatives wouldn't lose a day's pay",
        "the clerk would not have to ring twice",
        "I would not be so tired",
        "nobody would be blamed",
        "the hall would never be empty",
    ],
)
def test_no_purpose_is_the_opposite_of_what_was_said(said: str) -> None:
    found = good_for(said)
    assert not found or any(word in found for word in ("not", "n't", "never", "nobody"))
