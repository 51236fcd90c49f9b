"""Any order of messages: an engine that has been running and a fresh one say the same."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from assistant.catalogue import catalogue
from assistant.coaching.fold import standing
from assistant.coaching.next_question import next_question
from assistant.coaching.route import holds_answer
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Reply, Turn
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

TODAY = date(2026, 11, 2)
ANSWERS = (
    "The rota in our surgery never holds for more than a week, and I end up filling the gaps.",
    "I came into this work to see patients, and now I spend my evenings on spreadsheets.",
    "We have lost three receptionists since the spring because they never know their shifts.",
    "/skip_question",
    "We tried {everything} twice already, 100% of it, and the partners swapped all the same.",
)
CHOICES = (
    *("skip_question", "go_back", "go_back", "repeat", "rephrase", "ask_why", "change_answer"),
    *("problem", "1", "summary_so_far", "ask_progress", "pause", "thinking", "start_again"),
    *("affirm", "affirm", "deny", "was_answer", "was_command", "enough", "withdraw", "all"),
    *("nothing", "more", "summary", "resume", "say_same", "help", "danger", "others_at_risk"),
)
SAID = st.one_of(
    st.sampled_from(ANSWERS).map(lambda text: ("text", text)),
    st.sampled_from(CHOICES).map(lambda choice: ("choice", choice)),
)


def _turns(said: Sequence[tuple[str, str]], preparation_id: str) -> list[Turn]:
    return [
        Turn(preparation_id, message_id=str(number), **{kind: words})  # type: ignore[arg-type]
        for number, (kind, words) in enumerate(said)
    ]


def _home(folder: Path) -> tuple[Settings, str]:
    settings = Settings(home=folder)
    with closing(Store.open(settings)) as store:
        return settings, store.home_preparation("Asha", "Tuesday set", TODAY).id


async def _one_engine(
    settings: Settings, model: Model, turns: Sequence[Turn]
) -> tuple[list[Reply], tuple[Step, ...]]:
    with closing(Store.open(settings)) as store, closing(Engine(store, settings, model)) as engine:
        replies = [await engine.reply(turn) for turn in turns]
        return replies, store.steps(turns[0].preparation_id)


async def _an_engine_each(
    settings: Settings, model: Model, turns: Sequence[Turn]
) -> tuple[list[Reply], tuple[Step, ...]]:
    replies: list[Reply] = []
    steps: tuple[Step, ...] = ()
    for turn in turns:
        more, steps = await _one_engine(settings, model, [turn])
        replies += more
    return replies, steps


def _last_answers(steps: Sequence[Step]) -> dict[str, str]:
    """The answer that was given last to each question, by a rule as plain as can be."""
    last: dict[str, list[str]] = {}
    for step in steps:
        key = step.question or ""
        if step.command == "started_again":
            last.clear()
        elif step.text is not None and step.kind.value in {"answered", "revised", "settled"}:
            last.setdefault(key, []).append(step.text)
        elif step.kind is StepKind.SETTLED and last.get(key):
            last[key].pop()  # it was a command after all
    return {key: texts[-1] for key, texts in last.items() if texts}


@given(said=st.lists(SAID, min_size=1, max_size=18))
@examples(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_an_engine_that_ran_and_fresh_ones_say_and_keep_the_same(
    loaded: Model, tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    known, preparation = _home(folder / "one")
    # The same preparation on both sides: what is said back, and when, follows from its id.
    other = Settings(home=Path(copytree(folder / "one", folder / "two")))
    replies, steps = asyncio.run(_one_engine(known, loaded, _turns(said, preparation)))
    again, twice = asyncio.run(_an_engine_each(other, loaded, _turns(said, preparation)))
    assert again == replies
    plain = [(s.kind, s.question, s.said, s.text, s.wording, s.command, s.about) for s in steps]
    assert plain == [
        (s.kind, s.question, s.said, s.text, s.wording, s.command, s.about) for s in twice
    ]
    assert [s.said for s in steps if s.said is not None] == [words for _, words in said]
    state = standing(steps)
    assert next_question(state, catalogue()) == replies[-1].question
    kept = {k: v for k, v in _last_answers(steps).items() if holds_answer(k, catalogue())}
    assert kept == dict(state.answers)
