"""When the records cannot be used: one sentence, and nothing lost when they can be again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import engine as sql
from sqlalchemy import event

from assistant.coaching.state import State
from assistant.engine.engine import Engine, EngineFailed
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.records.errors import (
    DiskFull,
    MissingKey,
    ReadOnlyRecords,
    RecordsError,
    RecordsInUse,
    UnknownPreparation,
)
from assistant.records.keys import KeyRing
from assistant.records.sharing import Sharing
from assistant.records.store import Store
from assistant.settings import Settings

Stands = Callable[[], State]
OpenEngine = Callable[[], Any]


@pytest.fixture
def another(settings: Settings, loaded: Model) -> OpenEngine:
    """Opens the same records anew, as another process would."""

    @contextmanager
    def open_engine() -> Iterator[Engine]:
        hasty = settings.copy(update={"busy_timeout_s": 0.2})
        with (
            closing(Store.open(hasty)) as store,
            closing(Engine(store, hasty, loaded)) as engine,
        ):
            yield engine

    return open_engine


@contextmanager
def _every_connection_runs(pragma: str) -> Iterator[None]:
    def on_connect(connection: Any, _: object) -> None:
        connection.execute(pragma)

    event.listen(sql.Engine, "connect", on_connect)
    try:
        yield
    finally:
        event.remove(sql.Engine, "connect", on_connect)


def _is_one_sentence(error: Exception) -> bool:
    said = str(error)
    return said.endswith(".") and ". " not in said and "please" in said


async def _refused(engine: Engine, turn: Turn, kind: type[RecordsError]) -> None:
    with pytest.raises(kind) as caught:
        await engine.reply(turn)
    assert _is_one_sentence(caught.value)


async def test_a_full_disk(
    member: Any, another: OpenEngine, settings: Settings, sentences: tuple[str, ...], stands: Stands
) -> None:
    await member.says(sentences[0])
    with closing(sqlite3.connect(settings.database_file)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    turn = Turn(member.preparation_id, sentences[1] * 5000)
    with _every_connection_runs(f"PRAGMA max_page_count = {pages}"), another() as full:
        await _refused(full, turn, DiskFull)
    assert stands().answers == {"problem": sentences[0]}
    reply = await member.engine.reply(turn)  # there is room again: the same message
    assert reply.question == "importance_practice"
    assert stands().answers["importance_self"] == turn.text


async def test_records_that_can_only_be_read(
    member: Any, another: OpenEngine, sentences: tuple[str, ...], stands: Stands
) -> None:
    await member.says(sentences[0])
    turn = Turn(member.preparation_id, sentences[1])
    with _every_connection_runs("PRAGMA query_only = 1"), another() as read_only:
        await _refused(read_only, turn, ReadOnlyRecords)
        with pytest.raises(ReadOnlyRecords):
            read_only.opening(member.preparation_id)
    assert (await member.engine.reply(turn)).question == "importance_practice"
    assert list(stands().answers.values()) == list(sentences[:2])


async def test_a_database_that_somebody_else_holds(
    member: Any,
    another: OpenEngine,
    settings: Settings,
    sentences: tuple[str, ...],
    stands: Stands,
) -> None:
    await member.says(sentences[0])
    turn = Turn(member.preparation_id, sentences[1])
    with another() as waiting:
        with closing(sqlite3.connect(settings.database_file)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            await _refused(waiting, turn, RecordsInUse)
        reply = await waiting.reply(turn)
    assert reply.question == "importance_practice"
    assert list(stands().answers.values()) == list(sentences[:2])


async def test_a_missing_key_file(
    member: Any,
    another: OpenEngine,
    settings: Settings,
    preparation: Preparation,
    sentences: tuple[str, ...],
    stands: Stands,
) -> None:
    await member.says(sentences[0])
    key = KeyRing(settings.keys_folder).file(preparation.person_id)
    aside = key.rename(settings.home / "own copy")
    turn = Turn(preparation.id, sentences[1])
    with another() as locked:
        with pytest.raises(MissingKey) as caught:
            await locked.reply(turn)
        assert str(key) in str(caught.value)
        aside.rename(key)
        assert (await locked.reply(turn)).question == "importance_practice"
    assert list(stands().answers.values()) == list(sentences[:2])


async def test_a_preparation_that_does_not_exist(engine: Engine) -> None:
    await _refused(engine, Turn("0" * 32, "hello"), UnknownPreparation)
    with pytest.raises(UnknownPreparation):
        engine.opening("0" * 32)


async def test_records_that_fail_within_an_action_say_their_own_sentence(
    member: Any,
    through: Any,
    store: Store,
    preparation: Preparation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*args: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    await through(member)
    for choice in ("affirm", "affirm", "summary"):
        await member.chooses(choice)
    before = store.steps(preparation.id)
    turn = Turn(preparation.id, choice="affirm")
    with monkeypatch.context() as patch:
        patch.setattr(Sharing, "release", full)
        await _refused(member.engine, turn, DiskFull)
    assert store.steps(preparation.id) == before
    assert store.releases(preparation.meeting_id) == ()
    assert (await member.engine.reply(turn)).question == "closing"
    assert len(store.releases(preparation.meeting_id)) == 1


@pytest.mark.parametrize("broken", ["action", "form", "judgement"])
async def test_a_fault_of_ours_keeps_nothing_of_the_message_and_nothing_else_is_lost(
    member: Any,
    loaded: Model,
    store: Store,
    preparation: Preparation,
    sentences: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise KeyError("private words")

    await member.says(sentences[0])
    before = store.steps(preparation.id)
    turn = (
        Turn(preparation.id, choice="help")
        if broken == "action"
        else Turn(preparation.id, sentences[1])
    )
    with monkeypatch.context() as patch:
        if broken == "action":
            patch.setattr("assistant.actions.tell.Help.carry_out", fails)
        elif broken == "form":
            patch.setattr("assistant.actions.form._take_in", fails)
        else:
            patch.setattr(loaded.load().processor, "parse_message", fails)
        with pytest.raises(EngineFailed) as caught:
            await member.engine.reply(turn)
    assert "nothing of it was kept" in str(caught.value)
    assert "private words" not in str(caught.value)
    assert store.steps(preparation.id) == before
    reply = await member.engine.reply(turn)
    assert reply.messages
    assert len(store.steps(preparation.id)) > len(before)


async def test_the_lock_is_free_again_after_a_failure(
    member: Any, sentences: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, stands: Stands
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("assistant.actions.form._take_in", lambda *args: 1 / 0)
        for sentence in sentences[:3]:
            with pytest.raises(EngineFailed):
                await member.says(sentence)
    await member.says(sentences[3])
    assert stands().answers == {"problem": sentences[3]}
