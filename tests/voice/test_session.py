"""What only a spoken sitting can be asked for, through the real engine and without sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.coaching.fold import standing
from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Reply
from assistant.records.entities import Preparation
from assistant.records.steps import How, StepKind
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.terminal.face import Said
from assistant.voice.conversation import talking
from assistant.voice.session import SpokenSession
from assistant.voice.talk import Talk
from benchmarks._bench_face import BenchFace

PROBLEM = "The system never works for more than a week, and I do everything by hand."


class Sitting:
    """A sitting in which messages are heard without being spoken."""

    def __init__(self, engine: Engine, store: Store, talk: Talk, preparation: str) -> None:
        self.talk = talk
        self._session = SpokenSession(engine, store, talk, preparation)

    async def hears(self, text: str, how: How = How.SPOKEN, *, corrects: bool = False) -> Reply:
        self._session._went_on_elsewhere()
        reply = await self._session._replied(Said(text, how=how, corrects=corrects))
        self._session.reply, self._session._failed = reply, None
        return reply


@pytest.fixture
def sitting(engine: Engine, store: Store, settings: Settings, preparation: Preparation) -> Sitting:
    return Sitting(engine, store, talking(BenchFace(), settings), preparation.id)


@pytest.fixture
def stands(store: Store, preparation: Preparation) -> Callable[[], State]:
    """Where the preparation stands, from its log alone."""
    return lambda: standing(store.steps(preparation.id))


async def test_what_is_heard_is_stored_as_spoken(
    sitting: Sitting, store: Store, preparation: Preparation
) -> None:
    await sitting.hears(PROBLEM)
    answered = next(s for s in store.steps(preparation.id) if s.kind is StepKind.ANSWERED)
    assert (answered.how, answered.said) == (How.SPOKEN, PROBLEM)


async def test_slower_is_done_and_not_refused(sitting: Sitting) -> None:
    before = sitting.talk.manner
    reply = await sitting.hears("Could you speak a bit slower please?")
    assert sitting.talk.manner == replace(before, rate=136)
    assert reply.messages[0] == "All right, slower."
    assert not any("only write" in message for message in reply.messages)
    assert reply.question == "problem"


async def test_another_voice_is_taken_and_not_refused(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    there_is = [True, False]

    async def another() -> bool:
        return there_is.pop(0)

    monkeypatch.setattr(sitting.talk, "take_another_voice", another)
    reply = await sitting.hears("Could you use another voice please?")
    assert reply.messages[0] == "All right. This is another voice."
    assert reply.question == "problem"
    reply = await sitting.hears("Could you use another voice please?")
    assert reply.messages[0] == "This is the only voice I have."


async def test_a_bit_longer_is_granted_from_then_on(sitting: Sitting) -> None:
    reply = await sitting.hears("I need a bit longer.")
    assert sitting.talk.patience.silence_s == 10
    assert reply.messages[0].startswith("All right")


async def test_a_correction_changes_the_answer_and_keeps_the_earlier_one(
    sitting: Sitting, stands: Callable[[], State], store: Store, preparation: Preparation
) -> None:
    await sitting.hears("I talked to Shavon about the rota and she laughed at me yesterday.")
    reply = await sitting.hears("No, I said Siobhan.")
    assert reply.messages[0] == "Put right."
    assert reply.question == "importance_self"
    right = "I talked to Siobhan about the rota and she laughed at me yesterday."
    assert stands().answers["problem"] == right
    said = [step.text for step in store.steps(preparation.id) if step.text]
    assert any("Shavon" in text for text in said)


async def test_a_correction_by_hand_may_itself_be_corrected(
    sitting: Sitting, stands: Callable[[], State]
) -> None:
    await sitting.hears("The two teens will not talk to each other about the rota.")
    once = "The two teams will not talk to each other about the rotor."
    await sitting.hears(once, How.TYPED, corrects=True)
    twice = "The two teams will not talk to each other about the rota."
    reply = await sitting.hears(twice, How.TYPED, corrects=True)
    assert stands().answers["problem"] == twice
    assert reply.question == "importance_self"


async def test_a_correction_of_what_was_held_is_kept(
    sitting: Sitting,
    stands: Callable[[], State],
    loaded: Model,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await sitting.hears(PROBLEM)
    processor = loaded.load().processor

    async def in_doubt(message: Any, *args: Any, **kwargs: Any) -> Any:
        verdict = {"outcome": "in_doubt", "command": "thinking"}
        intent = {"name": "in_doubt", "confidence": 1.0}
        return {"text": message.text, "intent": intent, "entities": [], "judgement": verdict}

    with monkeypatch.context() as judged:
        judged.setattr(processor, "parse_message", in_doubt)
        held = await sitting.hears("Give me longer.")
    assert held.question == "settle_held"
    await sitting.hears("It gives me longer evenings.", How.TYPED, corrects=True)
    assert stands().answers["importance_self"] == "It gives me longer evenings."
    assert not stands().held


async def test_a_correction_of_a_skip_answers_the_question_that_was_skipped(
    sitting: Sitting, stands: Callable[[], State]
) -> None:
    await sitting.hears(PROBLEM)
    await sitting.hears("Skip this question.")
    answer = "I lie awake over it on Sundays and my children notice it as well."
    await sitting.hears(answer, How.TYPED, corrects=True)
    assert stands().answers["importance_self"] == answer


async def test_hearing_the_same_again_says_how_to_put_it_right(sitting: Sitting) -> None:
    await sitting.hears(PROBLEM)
    reply = await sitting.hears(f"No, I said {PROBLEM}")
    assert "press Tab" in reply.messages[0]
    assert reply.question == "importance_self"


async def test_a_spoken_pause_is_asked_back_and_no_means_no(sitting: Sitting) -> None:
    await sitting.hears(PROBLEM)
    asked = await sitting.hears("I want to pause here.")
    assert asked.messages == ("I heard: I want to pause here. Shall I stop here?",)
    assert asked.kind == "yes_no"
    reply = await sitting.hears("No, go on.")
    assert (reply.kind, reply.question) == ("text", "importance_self")


async def test_yes_means_yes(sitting: Sitting) -> None:
    await sitting.hears(PROBLEM)
    await sitting.hears("I want to pause here.")
    reply = await sitting.hears("Yes.")
    assert reply.kind == "paused"


async def test_deleting_everything_is_confirmed(sitting: Sitting) -> None:
    await sitting.hears(PROBLEM)
    reply = await sitting.hears("Delete everything.")
    assert reply.question == "confirm_delete"
