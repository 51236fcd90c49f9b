"""The people and groups in an answer; who of them counts, and who does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from assistant.nlu.people import people_in
from assistant.nlu.somebody import _regression, learned

ROWS = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("my husband and our two lads", ["husband", "two lads"]),
        ("the deputy head, and Mrs Oakes from the office", ["deputy head", "Mrs Oakes"]),
        ("all of the night staff", ["night staff"]),
        ("um my line manager karen and the union rep", ["karen", "union rep"]),
        ("the whole of reception", ["whole of reception"]),
        ("Unison, the council and Sport England", ["Unison", "council", "Sport England"]),
        ("Not the head. The governors maybe.", ["governors"]),
        ("I've only told Steve", ["Steve"]),
        ("everyone who uses the hall", ["everyone who uses the hall"]),
        ("Sam in finance and Jo in HR", ["Sam in finance", "Jo in HR"]),
        ("Fatima, our practice nurse", ["Fatima"]),
        ("my sister-in-law", ["sister-in-law"]),
        ("Mr and Mrs Hargreaves", ["Mr and Mrs Hargreaves"]),
        ("Barnardo\u2019s, and the chap whos off sick", ["Barnardo\u2019s", "chap whos off sick"]),
        ("not the board, I never told Lena or Bob", []),
        ("everyone but my dad", ["everyone"]),
        ("nobody except my sister", ["sister"]),
        ("my aunt would have but she died", []),
        ("Kelly knows, Kelly's not daft", ["Kelly"]),
        ("Steven, I mean Stephen", ["Stephen"]),
        ("roofers sparks and the quantity surveyor", ["roofers", "sparks", "quantity surveyor"]),
        ("the girls on the tills the duty manager", ["girls on the tills", "duty manager"]),
        ("a governor called Miss Tate", ["Miss Tate"]),
        ("mary ann and peter john", ["mary ann", "peter john"]),
        ("I nearly told my brother", []),
        ("the physio. I'd keep the captain out of it.", ["physio"]),
        ("our head office, I wish they didn't", ["head office"]),
        ("Zoe helps because Zoe likes to", ["Zoe"]),
        ("people like Maurice", ["Maurice"]),
        ("gran, grandad, auntie Bea", ["gran", "grandad", "auntie Bea"]),
        ("Learning and Development", ["Learning and Development"]),
        ("the nurse that comes on Fridays", ["nurse that comes on Fridays"]),
        ("Owen, after choir practice", ["Owen"]),
        ("those of us on nights", []),
        ("the barber, believe it or not", ["barber"]),
        ("my old tutor, Spud", ["Spud"]),
        ("the clerk who rang me, Denise", ["Denise"]),
        ("I'd ask Femi but he's in Lagos", []),
        ("my sister and the whippet", ["sister"]),
        ("i'd speak to mo first", ["mo"]),
        ("I rang my tutor last week", ["tutor"]),
        ("the drivers, and Vi (our steward)", ["drivers", "Vi"]),
        ("the trustees, but no. My sister.", ["sister"]),
        ("my gran would if she were still here", []),
        ("just me", []),
        ("no-one", []),
        ("me and the dog", []),
        ("...", []),
        ("", []),
    ],
)
def test_they_are_named_as_they_were_said(text: str, people: list[str]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(("part", "enough"), [("developed", 0.95), ("kept_aside", 0.9)])
def test_most_of_many_are_found(part: str, enough: float) -> None:
    assert _f1(ROWS[part]) >= enough


def _f1(rows: Sequence[Mapping[str, Any]]) -> float:
    right = found = wanted = 0
    for row in rows:
        read, people = set(people_in(row["text"])), set(row["people"])
        right, found, wanted = right + len(read & people), found + len(read), wanted + len(people)
    return 2 * right / (found + wanted)


def test_the_weights_are_those_that_the_list_gives() -> None:
    kept, fresh = _regression(), learned()
    assert np.allclose(kept.weights, fresh.weights, atol=1e-2)
