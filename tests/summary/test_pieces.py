"""What the sentence can be made of is worded as it would be said, and names nobody."""

from __future__ import annotations

import re

import pytest

from assistant.summary.judge import ROLES
from assistant.summary.pieces import ASKED, LONGEST, Found, find, worded_as
from assistant.summary.reading import read
from assistant.summary.spans import spans

_SHOP = {
    "problem": "We bought a self service portal and nobody uses it.",
    "try": "get the customers to use the portal",
    "stopping": "I never show anybody how. Pride.",
    "benefits_others": "the customers would get home sooner",
}


def texts(answers: dict[str, str]) -> set[str]:
    return {piece.text for pieces in find(answers).pieces.values() for piece in pieces}


def test_each_role_has_its_own_wording() -> None:
    found = find(_SHOP).pieces
    assert "I want the customers to use the portal" in {p.text for p in found["aim"]}
    assert "I never show anybody how" in {p.text for p in found["obstacle"]}
    assert "the customers get home sooner" in {p.text for p in found["purpose"]}
    assert any("nobody uses it" in p.text for p in found["scene"])


def test_every_piece_is_well_formed(found: Found) -> None:
    assert set(found.pieces) == {*ROLES, "topic"}
    for role, pieces in found.pieces.items():
        assert [p.worth for p in pieces] == sorted((p.worth for p in pieces), reverse=True)
        for piece in pieces:
            assert piece.role == role and (role == "topic" or piece.span.key in ASKED[role])
            assert piece.size == len(piece.text.split()) <= LONGEST
            assert not piece.text.endswith((".", " ")) and piece.text.strip() == piece.text
            assert piece.meaning.shape == (384,)
            assert role != "aim" or piece.text.startswith("I want ")


def test_every_piece_is_made_of_what_was_said(found: Found) -> None:
    given = {"i", "m", "ve", "there", "is", "are", "need", "what", "stops", "me", "the"}
    if not found.names:  # where there are names, roles stand for them
        for piece in (*found.pieces["obstacle"], *found.pieces["scene"]):
            said = set(re.findall(r"[a-z]+", piece.span.text.lower()))
            added = set(re.findall(r"[a-z]+", piece.text.lower())) - said - given
            assert not added


def test_hyphens_that_were_left_out_are_put_in() -> None:
    found = texts(_SHOP)
    assert "we bought a self-service portal and nobody uses it" in found
    assert "we bought a self service portal and nobody uses it" not in found


def test_a_name_is_replaced_by_the_role_that_was_said() -> None:
    answers = {
        "problem": "Every order still goes through me. Manager Zoltan could do them.",
        "try": "let Zoltan price the small jobs on his own",
        "stopping": "I check every one of them again at night.",
    }
    found = find(answers)
    assert "zoltan" in found.names
    assert "I want to let the manager price the small jobs on his own" in {
        piece.text for piece in found.pieces["aim"]
    }
    assert not any("zoltan" in text.lower() for text in texts(answers))


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("I trust my brother Marco.", "my brother"),
        ("I miss a good manager Marco.", "the manager"),
    ],
)
def test_whoever_was_said_to_be_somebody_is_that(told: str, role: str) -> None:
    answers = {
        "problem": told,
        "try": "let Marco run the evening shift",
        "stopping": "I never show Marco the books.",
    }
    assert f"I want to let {role} run the evening shift" in texts(answers)
    assert f"I never show {role} the books" in texts(answers)


def test_what_names_somebody_of_whom_no_role_was_said_is_left_out() -> None:
    answers = {
        "try": "get the quoting done in the day",
        "stopping": "kev could do it. i have never shown kev how. I hide in the van.",
        "who_helps": "kev",
    }
    found = texts(answers)
    assert "I hide in the van" in found
    assert not any("kev" in text.lower() for text in found)


def test_no_piece_names_anybody(found: Found) -> None:
    for pieces in found.pieces.values():
        for piece in pieces:
            assert not any(
                re.search(rf"\b{re.escape(name)}\b", piece.text.lower()) for name in found.names
            )


@pytest.mark.parametrize(
    "answers", [{}, {"problem": ""}, {"try": "Dunno.", "stopping": "nothing"}, {"problem": "😀"}]
)
def test_where_nothing_was_said_there_are_no_pieces(answers: dict[str, str]) -> None:
    assert not texts(answers)


def test_what_is_no_answer_to_a_question_of_a_role_is_none() -> None:
    (sentence,) = read({"try": "keep the shop open"})
    every = list(spans(sentence.key, sentence.number, sentence.doc))
    worded = worded_as({"aim": every, "obstacle": every})
    whole = {(w.role, w.text) for w in worded if w.span.text == "keep the shop open"}
    assert ("aim", "I want to keep the shop open") in whole


@pytest.mark.parametrize(
    "said",
    [
        "The manager said no to us and never really wanted the job.",
        "The director promised a van and then forgot all about the depot.",
        "Told me to wait.",
    ],
)
def test_what_others_did_is_never_the_members(said: str) -> None:
    found = find({"try": "get the depot to answer", "stopping": said}).pieces["obstacle"]
    assert not [piece.text for piece in found if piece.text.startswith(("I ", "I've", "I'm"))]


def test_what_is_noted_down_is_of_oneself() -> None:
    found = find({"try": "get the depot to answer", "stopping": "never asked them."}).pieces
    assert "I've never asked them" in [piece.text for piece in found["obstacle"]]


@pytest.mark.parametrize("duty", ["I'm supposed to close two wards", "I have to close two wards"])
def test_a_duty_is_no_wish(duty: str) -> None:
    assert find({"try": duty}).pieces["aim"] == []


def test_what_is_only_supposed_is_no_obstacle() -> None:
    said = "If I were them I'd send the old file too."
    assert not [p for p in find({"stopping": said}).pieces["obstacle"] if p.text.startswith("if")]


def test_a_very_long_answer_is_looked_at_where_it_begins() -> None:
    answers = {"problem": "the van is late and nobody rings " * 400, "try": "keep the shops"}
    places = [s.doc[-1].i for s in find(answers).said if s.key == "problem"]
    assert sum(places) < 1000
