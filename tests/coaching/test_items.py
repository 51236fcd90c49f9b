"""What can be passed on, and what is not there at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.catalogue import Catalogue
from assistant.coaching.items import by_name, day_of, listed, offered, others, words_of
from assistant.coaching.state import State

After = Callable[..., State]
SAID = {
    "what_happened": "I rang her.",
    "first_steps": "see her on Wednesday",
    "want": "ideas",
    "likelihood": "7",
    "bid": "ten minutes",
}


def test_five_things_are_offered_in_their_order(texts: Catalogue) -> None:
    state = State(answers={**SAID, "problem": "The rota."}, accepted="I want it to hold.")
    assert dict(offered(state)) == {
        "summary": "I want it to hold.",
        "want": "ideas",
        "bid": "ten minutes",
        "last_step": "I rang her.",
        "next_step": "see her on Wednesday",
    }
    assert list(listed(state, texts)) == ["summary", "want", "bid", "last_step", "next_step"]


def test_a_bid_can_be_made_there_and_what_was_not_said_is_not_offered() -> None:
    state = State(answers={"problem": "The rota."})
    assert dict(offered(state)) == {"bid": ""}
    state = replace(state, accepted="The rota.")
    assert dict(offered(state)) == {"summary": "The rota.", "bid": ""}


def test_of_nothing_nothing_is_offered() -> None:
    assert dict(offered(State())) == {}


def test_the_other_answers_stand_behind_more(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.")
    five = ["summary", "want", "bid", "next_step"]
    assert list(listed(state, texts)) == five
    more = list(listed(replace(state, more=True), texts))
    assert more[: len(five)] == five
    assert set(more[len(five) :]) == {*state.answers} - {"want", "first_steps", "likelihood"}


def test_how_likely_it_is_can_only_be_named(texts: Catalogue) -> None:
    state = State(answers={**SAID, "problem": "The rota."}, more=True)
    assert "likelihood" not in {**listed(state, texts), **others(state, texts)}
    assert by_name(state, texts) == ("likelihood",)
    assert words_of(state, "likelihood") == "7"


@pytest.mark.parametrize(
    ("read", "day"),
    [("2026-12-02", date(2026, 12, 2)), ("past", None), ("unreal", None), (None, None)],
)
def test_a_day_stands_beside_the_next_step_where_it_can_be_meant(
    read: str | None, day: date | None
) -> None:
    state = State(answers={**SAID}, step_day=read)
    assert day_of(state, "next_step") == day
    assert day_of(state, "want") is None
    assert day_of(replace(state, grave=frozenset({"first_steps"})), "next_step") is None


def test_serious_signs_are_not_there_at_all(texts: Catalogue) -> None:
    grave = frozenset({*SAID, "problem", "likelihood"})
    state = State(answers={**SAID, "problem": "He hits them."}, grave=grave, more=True)
    assert dict(listed(state, texts)) == {}
    assert by_name(state, texts) == ()
    assert [words_of(state, item) for item in ("problem", "want", "next_step")] == [None] * 3


def test_a_step_that_nobody_knows_is_none() -> None:
    state = State(answers={**SAID, "first_steps": "no idea"})
    assert "next_step" not in offered(state)
    assert words_of(state, "next_step") is None
