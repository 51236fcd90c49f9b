"""One turn: one transaction on one preparation."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta, timezone
from threading import Event
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from sqlalchemy.exc import SQLAlchemyError

from assistant.records import log
from assistant.records.entities import Preparation
from assistant.records.errors import RecordsError, RecordsInUse, UnknownPreparation
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

NOBODY = "0" * 32
MakeStep = Callable[..., Step]


def test_steps_come_back_as_they_were_in_order(store: Store, prepared: Preparation) -> None:
    at = prepared.started_at.astimezone(timezone(timedelta(hours=5)))
    full = Step(
        kind=StepKind.ANSWERED,
        question="problem",
        at=at,
        language="cy",
        wording="What is it?",
        said="well, the rota",
        text="the rota",
        how=How.SPOKEN,
        message_id="m1",
        command="skip",
        about="stopping",
    )
    with store.turn(prepared.id) as turn:
        placed = turn.append([full, Step(StepKind.SHOWN, None, at)])
        again = turn.append([Step(StepKind.SKIPPED, "try", at)])
    assert [step.seq for step in placed + again] == [1, 2, 3]
    assert store.steps(prepared.id) == placed + again
    assert placed[0] == replace(full, seq=1)
    assert store.steps(prepared.id)[0].at.tzinfo is timezone.utc


def test_only_the_steps_after_a_place_are_read(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    with store.turn(prepared.id) as turn:
        assert turn.last_seq() == 0
        turn.append([answer(f"answer {i}") for i in range(5)])
        assert turn.last_seq() == 5
        assert [step.text for step in turn.steps(3)] == ["answer 3", "answer 4"]
    assert [step.seq for step in store.steps(prepared.id, after=4)] == [5]


def test_nothing_appended_is_nothing_changed(store: Store, prepared: Preparation) -> None:
    with store.turn(prepared.id) as turn:
        assert turn.append([]) == ()
    assert store.steps(prepared.id) == ()


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(), max_size=200))
def test_any_text_is_kept_character_for_character(
    sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep, text: str
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer(text)])
    assert sqlite_store.steps(sqlite_prepared.id)[-1].said == text


def test_hard_texts_are_kept_on_every_database(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    texts = ("", "\x00\x1b[2J", "\ud800", "שלום 👩‍👩‍👧", "'; DROP TABLE step; --", "ü" * 200_000)
    with store.turn(prepared.id) as turn:
        turn.append([answer(text) for text in texts])
    assert tuple(step.text for step in store.steps(prepared.id)) == texts


def test_a_message_that_comes_twice_gets_the_same_reply(
    store: Store, prepared: Preparation
) -> None:
    for message_id in ("m1", "a\x00b\ud800" + "x" * 5_000):
        with store.turn(prepared.id) as turn:
            assert turn.reply_to(message_id) is None
            turn.keep_reply(message_id, f'{{"for": "{len(message_id)}"}}')
        with store.turn(prepared.id) as turn:
            assert turn.reply_to(message_id) == f'{{"for": "{len(message_id)}"}}'


def test_a_second_reply_to_a_message_is_refused(store: Store, prepared: Preparation) -> None:
    with store.turn(prepared.id) as turn:
        turn.keep_reply("m1", "first")
    with pytest.raises(RecordsError), store.turn(prepared.id) as turn:
        turn.keep_reply("m1", "second")
    with store.turn(prepared.id) as turn:
        assert turn.reply_to("m1") == "first"


def test_an_exception_rolls_the_whole_turn_back(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    with pytest.raises(ZeroDivisionError), store.turn(prepared.id) as turn:
        turn.append([answer()])
        turn.keep_reply("m1", "kept?")
        _ = 1 / 0
    with store.turn(prepared.id) as turn:
        assert turn.last_seq() == 0
        assert turn.reply_to("m1") is None


def test_a_failure_that_is_swallowed_still_keeps_nothing(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    with store.turn(prepared.id) as turn:
        turn.keep_reply("m1", "first")
    with pytest.raises(RecordsError), store.turn(prepared.id) as turn:
        turn.append([answer()])
        with suppress(RecordsError):
            turn.keep_reply("m1", "second")
    assert store.steps(prepared.id) == ()


def test_errors_of_others_pass_through_untouched(store: Store, prepared: Preparation) -> None:
    mine = OSError("not of the records")
    with pytest.raises(OSError, match="not of the records") as caught, store.turn(prepared.id):
        raise mine
    assert caught.value is mine


def test_an_unknown_preparation_is_said_to_be_one(store: Store) -> None:
    with pytest.raises(UnknownPreparation), store.turn(NOBODY):
        pytest.fail("the turn was entered")
    with pytest.raises(UnknownPreparation):
        store.steps(NOBODY)
    with pytest.raises(UnknownPreparation):
        store.preparation("'; DROP TABLE step; --")


def test_a_turn_may_be_left_in_another_thread(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        block = store.turn(prepared.id)
        turn = first.submit(block.__enter__).result()
        second.submit(turn.append, [answer("from another thread")]).result()
        first.submit(block.__exit__, None, None, None).result()
    assert store.steps(prepared.id)[0].text == "from another thread"


def test_the_second_of_two_turns_waits_for_the_first(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    tried = Event()

    def second() -> int:
        tried.set()
        with store.turn(prepared.id) as turn:
            return turn.append([answer("second")])[0].seq

    with ThreadPoolExecutor(1) as other:
        with store.turn(prepared.id) as turn:
            waiting = other.submit(second)
            tried.wait()
            turn.append([answer("first")])
        assert waiting.result() == 2
    assert [step.text for step in store.steps(prepared.id)] == ["first", "second"]


def test_whoever_waits_too_long_is_told(
    any_settings: Settings, store: Store, prepared: Preparation
) -> None:
    hasty = Store.open(any_settings.copy(update={"busy_timeout_s": 0.1}))
    with store.turn(prepared.id), pytest.raises(RecordsInUse, match="in use elsewhere"):
        with hasty.turn(prepared.id):
            pytest.fail("two turns at once")
    hasty.close()


def test_reading_does_not_wait_for_a_turn(
    any_settings: Settings, store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    hasty = Store.open(any_settings.copy(update={"busy_timeout_s": 0.1}))
    with store.turn(prepared.id) as turn:
        turn.append([answer()])
        assert hasty.steps(prepared.id) == ()
        assert hasty.preparation(prepared.id) == prepared
    hasty.close()


def test_no_error_of_the_database_library_leaves(
    store: Store, prepared: Preparation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise SQLAlchemyError("inside")

    monkeypatch.setattr(log.Log, "last_seq", broken)
    with pytest.raises(RecordsError, match="assistant doctor"), store.turn(prepared.id) as turn:
        turn.last_seq()


def test_a_new_day_finds_the_same_preparation_until_the_meeting(
    store: Store, prepared: Preparation
) -> None:
    assert store.home_preparation("Asha", "Riverside", date(2026, 3, 30)) == prepared
