"""What a plan is worth by the marks, and how the choice among plans is learned from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from assistant.summary.fitting.choice import Choice, _misread, _unworthy, learn_choice
from assistant.summary.fitting.marked import Marked, Session
from assistant.summary.fitting.nouns import _to_mention, _values
from assistant.summary.fitting.worth import Marks, worth
from assistant.summary.noun_phrases import phrases
from assistant.summary.pieces import Piece, Wording
from assistant.summary.plans import Plan
from assistant.summary.reading import read

from .test_plans import WAY, aim, piece

SESSION: Session = {
    "id": "van",
    "must_mention": ["van", "late"],
    "must_mention_alternatives": {"late": ["on time"]},
    "pieces": [],
    "best": [],
    "topics": [{"key": "problem", "np": "the old van", "with": "with", "value": 3}],
}
Vector = npt.NDArray[np.float64]


def mark(of: Piece, value: int, clear: int = 2) -> Marked:
    return Marked("van", Wording(of.role, of.span, of.text, of.doc), value, clear, (), ())


def worth_of(
    plan: Plan, values: dict[Piece, int], topics: dict[Piece, float] | None = None
) -> float:
    marks = {piece: mark(piece, value) for piece, value in values.items()}
    return worth(plan, Marks(SESSION, marks, topics or {}))


def test_what_was_marked_is_worth_more_than_what_was_not() -> None:
    wish, way = aim(), piece("obstacle", WAY)
    plan = Plan("goal", wish, (way,))
    assert worth_of(plan, {wish: 3, way: 3}) > worth_of(plan, {wish: 3, way: 1})
    assert worth_of(plan, {wish: 3, way: 1}) > worth_of(plan, {wish: 3, way: 0})


def test_what_has_to_be_mentioned_is_worth_most() -> None:
    way = piece("obstacle", WAY)
    named, bare = aim(), aim("I want to leave")
    values = {named: 1, bare: 3, way: 1}
    assert worth_of(Plan("goal", named, (way,)), values) > worth_of(
        Plan("goal", bare, (way,)), values
    )


def test_a_topic_that_readers_marked_is_worth_more_than_another() -> None:
    wish, way = aim("I want it to leave on time"), piece("obstacle", WAY)
    front = piece("topic", "with the rota", key="problem")
    plan, values = Plan("goal", wish, (way,), front=front), {wish: 2, way: 2}
    good, poor = (worth_of(plan, values, {front: value}) for value in (3.0, 0.0))
    assert good > worth_of(replace(plan, front=None), values) > poor


def test_of_a_marked_topic_its_noun_in_another_wording_counts_half() -> None:
    known = phrases(read({"problem": "The old van is late. Our van leaks. The tide is in."}))
    exact, alike = _values(SESSION, known)
    found = {p.text: (one, other) for p, one, other in zip(known, exact, alike, strict=True)}
    assert found["the old van"] == (3.0, 3.0)
    assert found["our van"] == (0.0, 1.5)
    assert found["the tide"] == (0.0, 0.0)


def test_every_form_of_what_has_to_be_mentioned_counts() -> None:
    assert {"van", "late", "time"} <= _to_mention(SESSION)


@pytest.mark.parametrize(
    "cost",
    [
        lambda odds: _unworthy(odds, np.array([0.5, -1.0, 2.0, 0.0])),
        lambda odds: _misread(odds, (np.array([0, 2, 3]), np.array([2.0, 4.5, 3.0]))),
    ],
)
def test_the_slopes_are_those_of_the_costs(cost: Callable[[Vector], tuple[float, Vector]]) -> None:
    odds, step = np.array([0.3, -0.2, 0.9, 0.1]), 1e-6
    _, slope = cost(odds)
    for place in range(len(odds)):
        aside = np.eye(len(odds))[place] * step
        told = (cost(odds + aside)[0] - cost(odds - aside)[0]) / (2 * step)
        assert slope[place] == pytest.approx(told, abs=1e-5)


def test_the_choice_follows_the_marks_that_readers_gave() -> None:
    seen = [{"aim": float(place == 1), "way": float(place == 2)} for place in range(3)]
    reading = np.array([0, 1, 2]), np.array([2.0, 1.0, 5.0])
    one = Choice(seen, np.zeros(3), np.zeros(3), (), [reading])
    assert learn_choice([one]).scores(one).argmax() == 2
