from __future__ import annotations

import pytest

from assistant.summary.clauses import clauses_of, read
from assistant.summary.parsing import parse
from assistant.summary.soundness import is_sound
from assistant.summary.statements import purposes, statements


def told(answer: str) -> list[str]:
    """The clauses of an answer that are whole statements."""
    return [c.text for c in clauses_of(read({"stopping": answer})) if is_sound(c.doc)]


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        (
            "I never show him the bins I just tell him the takings are down",
            ["I never show him the bins", "I just tell him the takings are down"],
        ),
        (
            "confidence is low, and I haven't got a free hour",
            ["confidence is low", "I haven't got a free hour"],
        ),
    ],
)
def test_speech_that_runs_on_is_taken_apart(said: str, clauses: list[str]) -> None:
    assert told(said) == clauses


@pytest.mark.parametrize(
    "said",
    [
        "half of them never come to anything",
        "the only people I've asked are the ones who stayed",
        "I've never added up what they do because I'm frightened of what it'd come to",
        "I have always said yes at the door",
        "I let the lads go when they need to",
        "I've never asked one of them why",
    ],
)
def test_a_whole_statement_stays_whole(said: str) -> None:
    assert told(said) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "resources for the",
        "to see every child and see",
        "soup is fine I eat it",
        "it's not vans drivers have got radios",
        "there's no break the nurse's on to the next bay",
        "every lad 20 mins a wk",
        "the one gets hurt is the animal",
        "I want the truth is it ready or not",
        "I hide behind neutral",
        "I keep going over it that wee cat",
        "the counter is rammed, bag handed over in 20 secs",
        "agents freelance, here 3 days, not bothered re the fourth",
        "we've got forty beds and by seven",
        "whoever they see is quick not kind",
    ],
)
def test_half_a_statement_is_none(said: str) -> None:
    assert told(said) == []


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        ("reception could breathe", "reception can breathe"),
        ("relatives wouldn't lose a day's pay", "relatives don't lose a day's pay"),
        ("the clerk would not have to ring twice", "the clerk doesn't have to ring twice"),
        ("everyone would be on time", "everyone is on time"),
        ("I would not be so tired", "I am not so tired"),
    ],
)
def test_what_it_would_be_good_for_can_follow_so(said: str, purpose: str) -> None:
    clause = clauses_of(read({"benefits_others": said}))[0]
    assert purpose in purposes(clause)


def test_a_month_that_was_shortened_is_read_aloud() -> None:
    assert told("we lost two cooks in feb") == ["we lost two cooks in February"]


@pytest.mark.parametrize(
    "half",
    [
        "each time the office asks for a list",
        "last time the talk was held",
        "I do I",
        "the key comes from the warden I'm not meant to copy it",
        "we had six falls none of them hurt anybody",
        "I want that's the whole lot of it",
        "the drivers can both work with",
        "shame I should have rung her any day",
        "I have the list in my bag and every August",
        "losing games I'll lose them all",
    ],
)
def test_what_is_no_whole_statement_is_refused(half: str) -> None:
    assert not is_sound(parse([f"{half}."])[0])


@pytest.mark.parametrize(
    "said",
    [
        "each time the office asks for a list, I say yes",
        "every time it gets late I make a joke",
        "last time we held it, six people stayed away",
    ],
)
def test_when_it_is_so_stays_with_what_is_so(said: str) -> None:
    assert [text.replace(",", "") for text in told(said)] == [said.replace(",", "")]


def test_a_thing_that_is_named_alone_is_no_part_of_what_follows() -> None:
    said = "shame I could have rung her any day I like and I have the number"
    assert "shame" not in " ".join(told(said))
    assert "I have the number" in " ".join(told(said))


def test_a_statement_turned_round_is_not_what_stops_the_member() -> None:
    found = clauses_of(read({"stopping": "The others I answer online at night."}))
    assert not [text for c in found for text, _ in statements(c) if "stops me" in text]
