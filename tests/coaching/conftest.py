"""Steps and texts to test the log's pure functions with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

import pytest

from assistant.catalogue import Catalogue, catalogue
from assistant.coaching.fold import after, standing
from assistant.coaching.next_question import next_question
from assistant.coaching.state import State
from assistant.records.steps import How, Step, StepKind

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)

MakeStep = Callable[..., Step]
After = Callable[..., State]


@pytest.fixture
def texts() -> Catalogue:
    """The catalogue as it is shipped."""
    return catalogue()


@pytest.fixture
def step() -> MakeStep:
    """Makes a step: ``step("answered", "problem", text="...")``, said as its text says."""

    def make(kind: str, question: str | None = None, **fields: Any) -> Step:
        said: Mapping[str, Any] = {"said": fields.get("text"), "how": How.TYPED}
        own = {} if kind in {"shown", "offered"} else said
        return Step(StepKind(kind), question, NOON, **{**own, **fields})

    return make


@pytest.fixture
def after_all(texts: Catalogue, step: MakeStep) -> After:
    """Where one stands after an answer to every question, and then after these steps."""

    def fold(*more: Step) -> State:
        state = State()
        while (key := next_question(state, texts)) != "summary":
            about = "8" if key == "likelihood" else None
            state = after(state, step("answered", key, text=f"about {key}", about=about))
        return standing(more, state)

    return fold
