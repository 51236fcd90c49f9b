"""The process dies at the worst moments; what was committed is there, and nothing half."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from sqlalchemy.future import Connection

from assistant.records import migrate
from assistant.records.entities import Preparation
from assistant.records.errors import MissingKey
from assistant.records.keys import KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
InChild = Callable[[Callable[[], object]], int]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("moment", ["before", "during", "after"])
def test_a_killed_turn_is_there_whole_or_not_at_all(
    any_settings: Settings,
    store: Store,
    prepared: Preparation,
    answer: MakeStep,
    in_child: InChild,
    moment: str,
) -> None:
    def turn_and_die() -> None:
        own = Store.open(any_settings)
        with own.turn(prepared.id) as turn:
            if moment == "before":
                _die()
            turn.append([answer("first", "m1"), answer("second", "m1")])
            turn.keep_reply("m1", "reply")
            if moment == "during":
                _die()
        _die()

    with store.turn(prepared.id) as turn:
        turn.append([answer("earlier")])
    assert in_child(turn_and_die) == -signal.SIGKILL
    kept = moment == "after"
    with store.turn(prepared.id) as turn:
        texts = [step.text for step in turn.steps()]
        assert texts == ["earlier", *(["first", "second"] if kept else [])]
        assert turn.reply_to("m1") == ("reply" if kept else None)
        assert turn.append([answer("later")])[0].seq == len(texts) + 1


def test_what_one_process_acknowledged_is_there_after_its_death(
    settings: Settings,
    sqlite_store: Store,
    sqlite_prepared: Preparation,
    answer: MakeStep,
    in_child: InChild,
) -> None:
    reading, writing = os.pipe()

    def acknowledge_until_killed() -> None:
        own = Store.open(settings)
        for number in range(1_000):
            with own.turn(sqlite_prepared.id) as turn:
                turn.append([answer(f"answer {number}")])
            os.write(writing, b".")
            if number == 40:
                _die()

    assert in_child(acknowledge_until_killed) == -signal.SIGKILL
    os.close(writing)
    acknowledged = len(os.read(reading, 4_096))
    os.close(reading)
    assert acknowledged == 41
    assert len(sqlite_store.steps(sqlite_prepared.id)) == acknowledged


def test_a_first_start_that_was_killed_can_be_made_again(
    any_settings: Settings, in_child: InChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed_while_making_tables() -> None:
        def make_tables_and_die(connection: Connection) -> None:
            whole(connection)
            _die()

        whole = migrate._upgrade
        monkeypatch.setattr(migrate, "_upgrade", make_tables_and_die)
        Store.open(any_settings)

    assert in_child(killed_while_making_tables) == -signal.SIGKILL
    store = Store.open(any_settings)
    assert store.create_person("Asha").name == "Asha"
    store.close()


def test_a_deletion_that_was_killed_is_finished_by_the_next_start(
    any_settings: Settings,
    store: Store,
    prepared: Preparation,
    answer: MakeStep,
    in_child: InChild,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def killed_before_the_key_went() -> None:
        own = Store.open(any_settings)
        monkeypatch.setattr(KeyRing, "erase", lambda *_: _die())
        own.delete_person(prepared.person_id)

    with store.turn(prepared.id) as turn:
        turn.append([answer()])
    assert in_child(killed_before_the_key_went) == -signal.SIGKILL
    key_file = KeyRing(any_settings.keys_folder).file(prepared.person_id)
    assert key_file.exists()
    Store.open(any_settings).close()
    assert not key_file.exists()
    with pytest.raises(MissingKey):
        KeyRing(any_settings.keys_folder).key(prepared.person_id)
