"""How long things are kept, and that what has expired can be read nowhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
import time_machine

from assistant.records.backups import back_up, backups
from assistant.records.entities import Preparation
from assistant.records.errors import FORMER_MEMBER, MissingKey, UnknownPreparation, UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
TODAY = date(2026, 3, 2)
MARKER = "zanzibar-quince-4711"


@pytest.fixture
def held(store: Store, prepared: Preparation, answer: MakeStep) -> Preparation:
    """A preparation for the meeting of 30 March 2026, of a set that keeps things for a year."""
    with store.turn(prepared.id) as turn:
        turn.append([answer("mine alone")])
        turn.keep_reply("m1", "a reply")
        turn.release("summary", "passed on", NOON)
    store.change_set(store.set_of(prepared.id).id, keep_months=12)
    return prepared


def _reopened(settings: Settings, day: str) -> Store:
    with time_machine.travel(f"{day} 12:00 +0000", tick=False):
        return Store.open(settings)


def test_a_start_deletes_what_has_expired_and_nothing_before(
    store: Store, held: Preparation, any_settings: Settings
) -> None:
    with closing(_reopened(any_settings, "2027-03-30")) as last_day:
        assert last_day.steps(held.id)[0].text == "mine alone"
    with closing(_reopened(any_settings, "2027-03-31")) as expired:
        with pytest.raises(UnknownPreparation):
            expired.steps(held.id)
        with pytest.raises(UnknownRecord):
            expired.releases(held.meeting_id)
        assert expired.person(held.person_id).name == "Asha"
        assert [place.person.id for place in expired.places()] == [held.person_id]
    keys = KeyRing(any_settings.keys_folder)
    assert not keys.file(held.id).exists()
    assert not keys.file(held.meeting_id).exists()
    assert keys.file(held.person_id).exists()


def test_for_ever_is_for_ever(store: Store, held: Preparation, any_settings: Settings) -> None:
    store.change_set(store.set_of(held.id).id, keep_months=None)
    with closing(_reopened(any_settings, "2099-01-01")) as later:
        assert later.steps(held.id)[0].text == "mine alone"


def test_a_month_that_has_no_such_day_ends_with_the_month(
    store: Store, held: Preparation, any_settings: Settings
) -> None:
    store.move_meeting(held.meeting_id, date(2026, 3, 31))
    store.change_set(store.set_of(held.id).id, keep_months=11)
    with closing(_reopened(any_settings, "2027-02-28")) as last_day:
        assert last_day.steps(held.id)
    with closing(_reopened(any_settings, "2027-03-01")) as expired:
        assert expired.preparations(held.person_id) == ()


def test_what_belongs_to_a_later_meeting_stays(
    store: Store, held: Preparation, any_settings: Settings, answer: MakeStep
) -> None:
    group = store.set_of(held.id)
    later = store.create_meeting(group.id, date(2027, 4, 6))
    made = store.create_preparation(held.person_id, later.id)
    with store.turn(made.id) as turn:
        turn.append([answer("for the next time")])
    other = store.create_set("Hilltop")
    elsewhere = store.create_meeting(other.id, date(2026, 3, 30))
    with closing(_reopened(any_settings, "2027-04-01")) as expired:
        assert [one.id for one in expired.meetings(group.id)] == [later.id]
        assert expired.steps(made.id)[0].text == "for the next time"
        assert expired.meeting(elsewhere.id) == elsewhere


def test_whoever_left_is_forgotten_once_nothing_of_theirs_is_kept(
    store: Store, held: Preparation, any_settings: Settings
) -> None:
    store.leave(held.person_id, store.set_of(held.id).id)
    with closing(_reopened(any_settings, "2027-03-31")) as expired:
        assert expired.person(held.person_id).name == FORMER_MEMBER
        assert expired.places(left=True) == ()
    assert not KeyRing(any_settings.keys_folder).file(held.person_id).exists()


def test_no_copy_keeps_it_readable(
    settings: Settings, sqlite_store: Store, answer: MakeStep
) -> None:
    made = sqlite_store.home_preparation("Asha", "Riverside", TODAY)
    with sqlite_store.turn(made.id) as turn:
        turn.append([answer("x" * 20_000, message_id=MARKER) for _ in range(5)])
        turn.release("summary", "passed on", NOON)
    sqlite_store.change_set(sqlite_store.set_of(made.id).id, keep_months=12)
    copy = back_up(settings.database_file, settings.backup_folder, "0002")
    _reopened(settings, "2027-03-31").close()
    assert _holding(settings, MARKER) == [copy]  # the id of a message, which is not private
    sqlite_store.close()
    settings.database_file.write_bytes(copy.read_bytes())
    restored = Store(settings)  # as it is, without the start that would delete it once more
    with pytest.raises(MissingKey):
        restored.steps(made.id)
    with pytest.raises(MissingKey):
        restored.releases(made.meeting_id)
    restored.close()


def test_what_the_first_version_kept_goes_with_its_copies(
    first_form: str, settings: Settings
) -> None:
    store = Store.open(settings)
    store.change_set(store.set_of(first_form).id, keep_months=12)
    store.close()
    assert len(backups(settings.backup_folder)) == 1
    _reopened(settings, "2027-03-31").close()
    assert backups(settings.backup_folder) == ()


def test_records_that_cannot_be_written_now_can_still_be_read(
    settings: Settings, sqlite_store: Store, answer: MakeStep
) -> None:
    made = sqlite_store.home_preparation("Asha", "Riverside", TODAY)
    sqlite_store.change_set(sqlite_store.set_of(made.id).id, keep_months=12)
    hasty = settings.copy(update={"busy_timeout_s": 0.05})
    with closing(sqlite3.connect(settings.database_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(_reopened(hasty, "2027-03-31")) as store:
            assert store.preparation(made.id) == made
            with time_machine.travel("2027-03-31 12:00 +0000", tick=False):
                told = {one.check: one.ok for one in store.check()}
            assert told["expired"] is False
    with closing(_reopened(hasty, "2027-03-31")) as store, pytest.raises(UnknownPreparation):
        store.preparation(made.id)


def _holding(settings: Settings, words: str) -> list[Path]:
    assert settings.home is not None
    files = (path for path in settings.home.rglob("*") if path.is_file())
    return [path for path in files if words.encode() in path.read_bytes()]
