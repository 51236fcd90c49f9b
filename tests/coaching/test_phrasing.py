"""Lines with several wordings: which is said, and that it is never by chance."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue import catalogue
from assistant.coaching.phrasing import phrased
from assistant.coaching.saying_ahead import likely_next
from assistant.coaching.state import State
from tests.said import VARIED, wordings

LINES = st.sampled_from(sorted(VARIED.values()))
TURNS = st.integers(0, 2000)


def test_there_are_such_lines_and_no_question_is_one() -> None:
    assert len(VARIED) >= 10
    assert not [
        line for line in VARIED.values() if line.startswith(("utter_ask_", "utter_explain"))
    ]


@given(line=LINES, made=st.uuids(), turn=TURNS)
def test_the_same_turn_says_the_same_and_the_next_four_say_others(
    line: str, made: object, turn: int
) -> None:
    said = phrased(line, catalogue(), str(made), turn)
    assert said == phrased(line, catalogue(), str(made), turn)
    later = [phrased(line, catalogue(), str(made), turn + n) for n in (1, 2, 3, 4)]
    assert len({said, *later}) == 5


@pytest.mark.parametrize("first", VARIED)
def test_over_some_preparations_every_wording_is_said(first: str) -> None:
    said = {phrased(VARIED[first], catalogue(), f"preparation {n}", 3) for n in range(40)}
    assert said == set(wordings(first))


@pytest.mark.parametrize("first", VARIED)
def test_no_wording_is_longer_than_the_first_or_praises_or_thanks(first: str) -> None:
    for said in wordings(first):
        assert len(said.split()) <= len(first.split())
        assert not re.search(r"thank|great|good|well done|excellent|lovely|brilliant", said.lower())


@given(made=st.uuids(), turn=TURNS)
def test_what_is_made_ahead_is_in_the_wording_of_the_turn(made: object, turn: int) -> None:
    ahead = likely_next(State(turns=turn), catalogue(), str(made))
    for line in ("utter_skip_question", "utter_thinking"):
        assert phrased(line, catalogue(), str(made), turn) in ahead
