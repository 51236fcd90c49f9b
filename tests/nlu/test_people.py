"""The people and groups in an answer."""

from __future__ import annotations

import pytest

from assistant.nlu.people import people_in


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
        ("just me", []),
        ("no-one", []),
        ("me and the dog", []),
        ("", []),
    ],
)
def test_they_are_named_as_they_were_said(text: str, people: list[str]) -> None:
    assert people_in(text) == people
