"""Somebody leaves at every single point of a session, and comes back a week later each time."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest

import assistant.engine.engine
from assistant.coaching.fold import standing
from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

BEGUN = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
A_WEEK = timedelta(days=7)
CHOSEN = ("skip_question", "affirm", "go_back", "change_answer", "enough", "delete_data", "deny")
SESSION = (
    "full",
    "Our two sites order from two lists, and neither of us will give up our own supplier.",
    "I sign for both budgets and cannot explain the difference.",
    "go_back",
    "I sign for both budgets and I dread the day on which I have to explain them.",
    "stay with that",
    "It is the audit, more than the figures.",
    "skip_question",
    "We would have one order form that both of us sign.",
    "The auditor and our buyer in the warehouse.",
    "She talks well in meetings and I never say what I think.",
    "change_answer",
    "1",
    "Our two sites order separately, and neither of us will give up our own supplier for it.",
    "It would be one afternoon in place of two.",
    "The storekeepers would have one list.",
    "We would pay one bill.",
    "I want the two of us to order together by the summer.",
    "the same",
    "I could show her my list before we meet.",
    "My deputy knows about it.",
    "the same",
    "The finance lead could help with the figures.",
    "delete_data",
    "deny",
    "skip_question",
    "yes",
    "She would see what we have in common.",
    "She may take it for a criticism.",
    "that's all",
    "show her my list on Wednesday",
    "five",
    "I have told my deputy.",
    "Having it in the diary.",
    "just tell me what I should do",
    "yes",
    "To find out what I am not seeing.",
    "I want us to order together, but each of us keeps to a supplier.",
    "affirm",
    "affirm",
    "1",
    "yes",
)
"""What is said or chosen, one after the other: every kind of question comes up in it."""


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The day that the engine takes for today, in a list of one."""
    moment = [BEGUN]
    monkeypatch.setattr(assistant.engine.engine, "_now", lambda: moment[0])
    return moment


async def _says(engine: Engine, preparation: str, words: str) -> Reply:
    if words in CHOSEN:
        return await engine.reply(Turn(preparation, choice=words))
    return await engine.reply(Turn(preparation, words))


async def _in_one_go(engine: Engine, preparation: str) -> list[str]:
    engine.opening(preparation)
    return [(await _says(engine, preparation, words)).question for words in SESSION]


def _state(store: Store, preparation: str) -> State:
    return standing(store.steps(preparation))


@pytest.mark.parametrize("pauses", [False, True], ids=["window closed", "paused"])
async def test_left_at_every_point_and_back_a_week_later(
    pauses: bool,
    store: Store,
    settings: Settings,
    loaded: Model,
    preparation: Preparation,
    now: list[datetime],
) -> None:
    other = store.create_preparation(preparation.person_id, preparation.meeting_id).id
    with closing(Engine(store, settings, loaded)) as whole:
        asked = await _in_one_go(whole, other)
        whole.opening(preparation.id)
    for words, question in zip(SESSION, asked, strict=True):
        with closing(Engine(store, settings, loaded)) as engine:
            reply = await _says(engine, preparation.id, words)
            assert reply.question == question, words
            if pauses:
                await engine.reply(Turn(preparation.id, choice="pause"))
        now[0] += A_WEEK
        with closing(Engine(store, settings, loaded)) as engine:
            back = engine.opening(preparation.id)
            assert (back.question, back.kind) == (question, reply.kind), words
            assert back.messages[0].startswith("Welcome back.")
            assert [choice.key for choice in back.choices] == [c.key for c in reply.choices]
    left, stayed = _state(store, preparation.id), _state(store, other)
    assert dict(left.answers) == dict(stayed.answers)
    assert (left.accepted, dict(left.released)) == (stayed.accepted, dict(stayed.released))
    assert left.skipped == stayed.skipped
    assert len(left.answers) > 20


TEN = ("problem", "importance_self", "try", "stopping", "who_cares", "first_steps", "want")


@pytest.mark.parametrize("answered", range(1, len(TEN) + 1))
def test_left_before_the_meeting_and_back_after_it(
    answered: int, store: Store, engine: Engine, preparation: Preparation
) -> None:
    """Whatever was answered by then is shown, and none of it is asked for the next meeting."""
    before = TEN[:answered]
    with store.turn(preparation.id) as record:
        record.append(
            [
                Step(
                    StepKind.ANSWERED, key, BEGUN, said=f"my {key}", text=f"my {key}", how=How.TYPED
                )
                for key in before
            ]
        )
    meeting = store.meeting(preparation.meeting_id)
    later = store.home_preparation("Asha", "Tuesday set", meeting.held_on + A_WEEK)
    assert later.id != preparation.id
    back = engine.opening(later.id)
    said = "\n".join(back.messages)
    assert said.startswith("Welcome back.")
    assert "my problem" in said
    step = "first_steps" in before
    assert back.question == ("what_happened" if step else "what_changed")
    assert ("my first_steps" in said) == step
