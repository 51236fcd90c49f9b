"""The learned weights put what is whole before its halves, and what was asked for before the rest.

Only clear cases, and only which comes first: the weights are learned anew when more is marked.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from assistant.summary import ParserMissing, judge
from assistant.summary.features import of_piece, words_of
from assistant.summary.judge import ROLES, SPREAD, Regression, Role
from assistant.summary.noun_phrases import phrases
from assistant.summary.pieces import Piece, find
from assistant.summary.reading import read
from assistant.summary.salience import occurrences, of_word
from assistant.summary.topics import counted, of_phrase
from assistant.summary.weights import held

_BAKERY = {
    "problem": "I run a bakery in a side street. The drains are old. Our bread gets to the shops "
    "late.",
    "try": "get the bread out by six",
    "stopping": "I load it myself every morning because I'm quicker.",
    "importance_self": "my dad built this bakery and I can't sleep for worry",
    "benefits_others": "the shops would have bread before their first customers come",
}


@lru_cache(maxsize=64)
def found(role: Role, **answers: str) -> dict[str, Piece]:
    """The pieces of a role that a worksheet has, the best wording of each."""
    pieces = find({**_BAKERY, **answers}).pieces[role]
    return {piece.text: piece for piece in reversed(pieces)}


def above(role: Role, better: str, worse: str, **answers: str) -> bool:
    """Whether one piece is worth more than another; what was not looked at is worth nothing."""
    pieces = found(role, **answers)
    assert better in pieces
    return pieces[better].worth > (pieces[worse].worth if worse in pieces else -math.inf)


@pytest.mark.parametrize(
    ("said", "half"),
    [
        (
            "I've never told the drivers what it costs because I'm frightened they'd leave",
            "I've never told the drivers",
        ),
        (
            "I've never told the drivers what it costs because I'm frightened they'd leave",
            "I've never told the drivers what it costs because",
        ),
        (
            "I always pick the same six people and the rest stand there in silence",
            "I always pick the same six people and the rest stand there",
        ),
        (
            "I put a card on the board and call that an invitation",
            "I put a card on the board and call that",
        ),
        ("I put a card on the board and call that an invitation", "I put a card"),
        ("each time the office asks for a list, I say yes", "each time the office asks"),
        ("each time the office asks for a list, I say yes", "I say yes"),
        ("I load it myself every morning because I'm quicker", "I load it"),
        ("half of them never come to anything", "half of them never come"),
        (
            "the only people I've asked are the ones who stayed",
            "I've asked are the ones who stayed",
        ),
        (
            "I've never added up what they do because I'm frightened of what it'd come to",
            "I've never added up",
        ),
        ("I let the lads go when they need to", "I let the lads go when"),
        ("I let the lads go when they need to", "they need to"),
        (
            "the form we fill in every week goes to nobody at all",
            "the form we fill in every week goes",
        ),
        ("I ask for help and then I redo whatever they did", "I ask for help and then"),
        ("I ask for help and then I redo whatever they did", "I ask for help"),
        ("there is a duty list but nobody looks at it", "there is a duty list"),
    ],
)
def test_a_whole_obstacle_comes_before_its_half(said: str, half: str) -> None:
    assert above("obstacle", said, half, stopping=said)


@pytest.mark.parametrize(
    ("said", "statement", "halves"),
    [
        (
            "I never show him the bins I just tell him the takings are down",
            "I never show him the bins",
            ["I never show him the bins I just", "I never show him the bins I"],
        ),
        (
            "I never show him the bins I just tell him the takings are down",
            "I just tell him the takings are down",
            ["I just tell him"],
        ),
        (
            "confidence is low, and I haven't got a free hour",
            "I haven't got a free hour",
            ["confidence is low, and"],
        ),
        (
            "I lock up myself every night, so nobody else learns how to lock up",
            "nobody else learns how to lock up",
            ["nobody else learns how"],
        ),
        (
            "I lock up myself every night, so nobody else learns how to lock up",
            "I lock up myself every night",
            ["I lock up myself every night, so", "I lock up myself every"],
        ),
        (
            "I'm a baker as well I keep the best loaves for my own shop",
            "I keep the best loaves for my own shop",
            ["I'm a baker as"],
        ),
    ],
)
def test_a_statement_of_several_comes_before_its_halves(
    said: str, statement: str, halves: list[str]
) -> None:
    assert all(above("obstacle", statement, half, stopping=said) for half in halves)


@pytest.mark.parametrize(
    ("said", "wish", "half"),
    [
        (
            "find out why they stay away and tell the owners what it costs",
            "I want to find out why they stay away and tell the owners what it costs",
            "I want to find out why they stay away and",
        ),
        (
            "find out why they stay away and tell the owners what it costs",
            "I want to find out why they stay away and tell the owners what it costs",
            "I want to find out why",
        ),
        (
            "get the families to come and talk to us about the mould",
            "I want the families to come and talk to us about the mould",
            "I want the families to come and",
        ),
        (
            "get the families to come and talk to us about the mould",
            "I want the families to come and talk to us about the mould",
            "I want the families",
        ),
        (
            "keep the new drivers past their first summer",
            "I want to keep the new drivers past their first summer",
            "I want to keep the new drivers",
        ),
        (
            "let people sing when they want to",
            "I want to let people sing when they want to",
            "I want to let people sing when",
        ),
        (
            "test the new form with two wards before we print it",
            "I want to test the new form with two wards before we print it",
            "I want to test the new form with two wards before",
        ),
        (
            "find out why they stay away and tell the owners what it costs",
            "I want to find out why they stay away and tell the owners what it costs",
            "I want them to stay away",
        ),
        (
            "keep the choir for one more year which is when it's well you know the roof",
            "I want to keep the choir for one more year",
            "I want you to know the roof",
        ),
    ],
)
def test_a_whole_wish_comes_before_its_half(said: str, wish: str, half: str) -> None:
    assert above("aim", wish, half, **{"try": said})


@pytest.mark.parametrize(
    "scenery", ["I want to run a bakery in a side street", "I want the drains to be old"]
)
def test_what_is_tried_comes_before_what_only_goes_on(scenery: str) -> None:
    assert above("aim", "I want to get the bread out by six", scenery)


def test_nobody_wants_what_is_the_matter() -> None:
    trouble = "I want our bread to get to the shops late"
    assert above("aim", "I want to get the bread out by six", trouble)


@pytest.mark.parametrize(
    "other",
    ["the drains are old", "I run a bakery in a side street", "I get the bread out by six"],
)
def test_what_stops_the_member_comes_before_scenery_and_before_the_wish(other: str) -> None:
    assert above("obstacle", "I load it myself every morning because I'm quicker", other)


@pytest.mark.parametrize(
    ("role", "whole", "half"),
    [
        (
            "reason",
            "my dad built this bakery and I can't sleep for worry",
            "my dad built this bakery and",
        ),
        (
            "purpose",
            "the shops have bread before their first customers come",
            "the shops have bread before",
        ),
        (
            "purpose",
            "the shops have bread before their first customers come",
            "the shops have bread",
        ),
    ],
)
def test_a_whole_reason_comes_before_its_half(role: Role, whole: str, half: str) -> None:
    assert above(role, whole, half)


@pytest.mark.parametrize(
    ("clear", "open_"),
    [
        ("I've never told my boss the numbers", "I've never told him"),
        ("I ring the families after the visit", "I ring them after"),
        ("I haven't got any spare drivers", "I haven't got any"),
        ("I never show the apprentices how the kiln works", "one of them taught me"),
        ("nobody has shown the volunteers how to lock up", "that's what they do"),
        ("I give the night staff no time to write notes", "I do it like that"),
    ],
)
def test_what_can_be_understood_alone_is_clearer_than_what_a_listener_must_ask(
    clear: str, open_: str
) -> None:
    told, asked = found("obstacle", stopping=clear), found("obstacle", stopping=open_)
    assert told[clear].clear > asked[open_].clear


def test_the_shipped_weights_fit_the_roles_and_the_embeddings() -> None:
    learned = judge._learned()
    assert {name: part.meaning.shape for name, part in learned.items()} == {
        "spans": (0, len(ROLES)),
        "pieces": (384, len(ROLES) + 1),
        "words": (0, 1),
        "topics": (384, 1),
    }
    for part in learned.values():
        assert part.biases.shape == part.meaning.shape[1:]
        assert part.features.shape == (len(part.places), len(part.biases))
        assert np.isfinite(part.features).all() and np.isfinite(part.meaning).all()


def test_the_shipped_weights_know_what_is_seen_today() -> None:
    names = [
        set(of_piece(p.span, words_of(p.span.doc), p.doc))
        for role in ROLES
        for p in found(role).values()
    ]
    known = judge._learned()["pieces"].places
    shares = [len(seen & set(known)) / len(seen) for seen in names]
    assert np.mean(shares) > 0.5
    said = read(_BAKERY)
    words = [set(of_word(word, where)) for word, where in occurrences(said).items()]
    told = counted(said)
    nouns = [set(of_phrase(phrase, told)) for phrase in phrases(said)]
    for part, every in (("words", words), ("topics", nouns)):
        known = judge._learned()[part].places
        assert np.mean([len(seen & set(known)) / len(seen) for seen in every]) > 0.5


_SMALL = Regression(
    {"a": 0, "b": 1},
    np.array([[1.0, 0.0], [0.5, -2.0]], dtype=np.float32),
    np.array([[1.0, 2.0], [0.0, 4.0]], dtype=np.float32),
    np.array([0.25, -0.25], dtype=np.float32),
)


def test_the_weights_of_what_is_seen_are_added_up() -> None:
    scores = _SMALL.scores([["a"], ["a", "b"], []])
    assert scores.tolist() == [[1.25, -0.25], [1.75, -2.25], [0.25, -0.25]]


def test_what_was_never_seen_and_what_is_seen_twice_make_no_difference() -> None:
    assert _SMALL.scores([["a", "never"], ["a", "a"]]).tolist() == [[1.25, -0.25]] * 2


def test_the_meaning_is_looked_at_beside_what_is_seen() -> None:
    meanings = np.array([[0.0, 1.0]], dtype=np.float32)
    assert _SMALL.scores([["a"]], meanings).tolist() == [[1.25, -0.25 + SPREAD * 4.0]]


def test_nothing_to_judge_has_no_scores() -> None:
    assert _SMALL.scores([]).shape == (0, 2)
    assert judge.of_spans([]).shape == (0, len(ROLES))


def test_the_same_pieces_are_judged_the_same() -> None:
    one, other = find(_BAKERY).pieces, find(dict(_BAKERY)).pieces
    for role in ROLES:
        assert [(p.text, p.worth, p.clear) for p in one[role]] == [
            (p.text, p.worth, p.clear) for p in other[role]
        ]


@pytest.mark.parametrize("content", [None, b"", b"half a file", b"PK\x03\x04 no more"])
def test_a_damaged_file_is_said_in_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "pieces.npz"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(
        ParserMissing, match=r"^The file pieces\.npz .* install the program again\.$"
    ):
        held(file)
