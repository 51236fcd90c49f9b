"""The session with an engine and a face that do as they are told."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from typing import Any, cast

import pytest

from assistant.engine.engine import Engine, EngineFailed
from assistant.engine.training import TrainingFailed
from assistant.engine.turn import Progress, Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.errors import DiskFull
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.terminal.face import Face, Leaving, Said
from assistant.terminal.session import Session
from assistant.texts.texts import texts

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)


def reply(*messages: str, kind: str = "text") -> Reply:
    return Reply(messages, "problem", kind, (), Progress(0, 15))


class ToldEngine:
    """Answers each turn with what comes next, and writes down what it was asked."""

    def __init__(self, *answers: Reply | Exception, loading: Exception | None = None) -> None:
        self.turns: list[Turn] = []
        self.opened = 0
        self.loads = asyncio.Event()
        self.loads.set()
        self._answers = list(answers)
        self._loading = loading

    def opening(self, preparation_id: str) -> Reply:
        self.opened += 1
        return reply("Welcome.", "What are you bringing?")

    async def load(self, progress: Any) -> None:
        await self.loads.wait()
        if self._loading:
            raise self._loading

    async def reply(self, turn: Turn) -> Reply:
        self.turns.append(turn)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class ToldFace(Face):
    """Says what comes next; leaves at the end."""

    def __init__(self, *says: Said | Leaving, goes_on: bool = True) -> None:
        self.shown: list[str] = []
        self.told: list[str] = []
        self.back: list[Said] = []
        self.keys = 0
        self._says = list(says)
        self._goes_on = goes_on

    def show(self, reply: Reply) -> None:
        self.shown += reply.messages

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        await asyncio.sleep(0)
        says = self._says.pop(0) if self._says else Leaving()
        if isinstance(says, Leaving):
            raise says
        return says

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell_keys(self) -> None:
        self.keys += 1

    def give_back(self, said: Said) -> bool:
        self.back.append(said)
        return self._goes_on

    def training(self, stage: str, done: float) -> None: ...


PAUSED = reply("Paused.", kind="paused")


def session(engine: ToldEngine, face: ToldFace, store: Store, made: Preparation) -> Session:
    return Session(cast("Engine", engine), store, face, made.id)


def elsewhere(store: Store, made: Preparation, message_id: str) -> None:
    with store.turn(made.id) as record:
        record.append([Step(StepKind.ANSWERED, "problem", NOON, message_id=message_id)])


async def test_says_the_first_words_before_anything_is_loaded(
    store: Store, preparation: Preparation
) -> None:
    face = ToldFace()
    session(ToldEngine(), face, store, preparation)
    assert face.shown == ["Welcome.", "What are you bringing?"]


async def test_takes_messages_and_choices_and_pauses_when_the_member_leaves(
    store: Store, preparation: Preparation
) -> None:
    engine = ToldEngine(reply("Why?"), reply("All right."), PAUSED)
    face = ToldFace(Said("My words. "), Said(choice="skip_question"))
    assert await session(engine, face, store, preparation).run() == 0
    assert [(t.text, t.choice, t.how) for t in engine.turns] == [
        ("My words. ", None, How.TYPED),
        ("", "skip_question", How.CHOSEN),
        ("", "pause", How.CHOSEN),
    ]
    assert len({turn.message_id for turn in engine.turns}) == 3
    assert face.shown[-3:] == ["Why?", "All right.", "Paused."]


@pytest.mark.parametrize("kind", ["paused", "ended"])
async def test_ends_when_the_conversation_does(
    store: Store, preparation: Preparation, kind: str
) -> None:
    engine = ToldEngine(reply("Until then.", kind=kind))
    face = ToldFace(Said("that's it"), Said("never sent"))
    assert await session(engine, face, store, preparation).run() == 0
    assert len(engine.turns) == 1


async def test_goes_on_after_the_close(store: Store, preparation: Preparation) -> None:
    engine = ToldEngine(reply("That's all.", kind="closed"), reply("Fifteen."), PAUSED)
    face = ToldFace(Said("yes"), Said("how far am I"))
    await session(engine, face, store, preparation).run()
    assert len(engine.turns) == 3


async def test_leaving_before_it_is_ready_sends_nothing(
    store: Store, preparation: Preparation
) -> None:
    engine = ToldEngine()
    engine.loads.clear()
    face = ToldFace(Leaving("half a thought"))
    one = session(engine, face, store, preparation)
    assert await one.run() == 0
    assert one.is_loading
    assert engine.turns == []
    assert face.told == [texts()("draft_lost"), texts()("place_kept")]


@pytest.mark.parametrize("failure", [DiskFull(), EngineFailed("Say it again."), KeyError("odd")])
async def test_gives_the_words_back_and_says_why_when_a_reply_fails(
    store: Store,
    preparation: Preparation,
    failure: Exception,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engine = ToldEngine(failure, reply("Why?"), PAUSED)
    face = ToldFace(Said("My words."), Said("My words."))
    assert await session(engine, face, store, preparation).run() == 0
    assert face.back == [Said("My words.")]
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    first, again, _ = engine.turns
    assert first == again  # the same message, so that it cannot count twice


async def test_other_words_after_a_failure_are_another_message(
    store: Store, preparation: Preparation
) -> None:
    engine = ToldEngine(DiskFull(), reply("Why?"), PAUSED)
    face = ToldFace(Said("My words."), Said("Other words."))
    await session(engine, face, store, preparation).run()
    assert engine.turns[0].message_id != engine.turns[1].message_id


async def test_ends_with_a_fault_where_the_face_cannot_go_on(
    store: Store, preparation: Preparation
) -> None:
    engine = ToldEngine(DiskFull())
    face = ToldFace(Said("One."), Said("Two."), goes_on=False)
    assert await session(engine, face, store, preparation).run() == 1
    assert face.back == [Said("One.")]


async def test_gives_the_words_back_when_loading_fails(
    store: Store, preparation: Preparation
) -> None:
    engine = ToldEngine(loading=TrainingFailed("Make room."))
    face = ToldFace(Said("My words."))
    with pytest.raises(TrainingFailed):
        await session(engine, face, store, preparation).run()
    assert face.back == [Said("My words.")]


async def test_a_pause_that_cannot_be_kept_is_said(
    store: Store, preparation: Preparation, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = ToldEngine(DiskFull())
    assert await session(engine, ToldFace(), store, preparation).run() == 1
    assert str(DiskFull()) in capsys.readouterr().err


async def test_an_answer_is_not_kept_under_a_question_that_was_not_seen(
    store: Store, preparation: Preparation
) -> None:
    class Meanwhile(ToldFace):
        async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
            said = await super().ask(reply, ready)
            if said.text == "My words." and not self.back:
                elsewhere(store, preparation, "of another window")
            return said

    engine = ToldEngine(reply("Why?"), PAUSED)
    face = Meanwhile(Said("My words."), Said("My words."))
    await session(engine, face, store, preparation).run()
    assert face.back == [Said("My words.")]
    assert face.told == [texts()("moved_on")]
    assert engine.opened == 2
    assert [turn.text for turn in engine.turns] == ["My words.", ""]


async def test_its_own_steps_and_those_of_an_opening_are_nobody_elses(
    store: Store, preparation: Preparation
) -> None:
    class Writing(ToldEngine):
        async def reply(self, turn: Turn) -> Reply:
            elsewhere(store, preparation, turn.message_id)
            elsewhere(store, preparation, "")  # another window opened
            return await super().reply(turn)

    elsewhere(store, preparation, "of an earlier sitting")
    face = ToldFace(Said("One."), Said("Two."))
    await session(Writing(reply("?"), reply("?"), PAUSED), face, store, preparation).run()
    assert face.back == []


@pytest.mark.parametrize(("choice", "times"), [("help", 1), ("repeat", 0)])
async def test_names_the_keys_where_help_was_asked_for_by_key(
    store: Store, preparation: Preparation, choice: str, times: int
) -> None:
    face = ToldFace(Said(choice=choice))
    await session(ToldEngine(reply("Help."), PAUSED), face, store, preparation).run()
    assert face.keys == times
