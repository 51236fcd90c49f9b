"""The check of the records."""

from __future__ import annotations

import shutil
from collections import namedtuple
from contextlib import closing
from datetime import date, datetime, timezone

import pytest

from assistant.records.entities import Finding, Preparation
from assistant.records.keys import KeyRing
from assistant.records.store import Store
from assistant.settings import Settings


def _bad(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {each.check: each.sentence for each in findings if not each.ok}


def test_all_is_well(store: Store, prepared: Preparation, any_settings: Settings) -> None:
    found = store.check()
    assert _bad(found) == {}
    expected = ["database", "integrity", "writable", "keys", "unfinished"]
    expected += ["expired", "private", "space"]
    if any_settings.database_url:
        expected.remove("integrity")  # a server looks after its own files
    assert [each.check for each in found] == expected
    assert all(each.sentence for each in found)


def test_a_check_changes_nothing(sqlite_store: Store, sqlite_prepared: Preparation) -> None:
    sqlite_store.check()
    assert sqlite_store.preparations(sqlite_prepared.person_id) == (sqlite_prepared,)


def test_missing_and_damaged_keys_are_listed(
    store: Store, prepared: Preparation, any_settings: Settings
) -> None:
    keys = KeyRing(any_settings.keys_folder)
    group = store.set_of(prepared.id)
    keys.file(prepared.person_id).unlink()
    keys.file(group.id).write_bytes(b"short")
    said = _bad(store.check())["keys"]
    assert f"{prepared.person_id}.key" in said
    assert f"{group.id}.key" in said


def test_files_that_others_may_read_are_listed(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    settings.database_file.chmod(0o644)
    settings.keys_folder.chmod(0o755)
    said = _bad(sqlite_store.check())["private"]
    assert str(settings.database_file) in said
    assert str(settings.keys_folder) in said


def test_the_key_of_a_deleted_person_is_not_missed(store: Store, prepared: Preparation) -> None:
    store.delete_person(prepared.person_id)
    assert _bad(store.check()) == {}


def test_no_key_of_a_deleted_person_is_missed_that_a_passphrase_came_before(
    store: Store, prepared: Preparation
) -> None:
    store.protect(prepared.person_id, "three blue tea-cups")
    with store.turn(prepared.id) as turn:
        turn.release("summary", "passed on", datetime(2026, 3, 2, tzinfo=timezone.utc))
    store.delete_person(prepared.person_id)
    assert _bad(store.check()) == {}


def test_little_space_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 5_000_000))
    assert "Only 5 MB are free" in _bad(store.check())["space"]


def test_a_locked_database_is_not_writable(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    with closing(Store.open(settings.copy(update={"busy_timeout_s": 0.05}))) as hasty:
        with sqlite_store.turn(sqlite_prepared.id):
            assert "in use elsewhere" in _bad(hasty.check())["writable"]


def test_records_that_do_not_open_are_examined_all_the_same(settings: Settings) -> None:
    settings.database_folder.mkdir(parents=True)
    settings.database_file.write_text("my shopping list " * 100)
    found = Store.examine(settings)
    assert "damaged or is not a record file" in _bad(found)["database"]
    assert found[-1].check == "space"


def test_records_that_open_are_examined_whole(sqlite_store: Store, settings: Settings) -> None:
    assert Store.examine(settings) == sqlite_store.check()


def test_a_damaged_page_is_found(settings: Settings, sqlite_store: Store) -> None:
    sqlite_store.close()
    data = bytearray(settings.database_file.read_bytes())
    data[-4096:] = b"\xff" * 4096
    settings.database_file.write_bytes(bytes(data))
    assert "integrity" in _bad(Store.examine(settings))


def test_what_was_left_over_from_a_key_that_was_being_written_is_named(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    left = settings.keys_folder / f"{sqlite_prepared.person_id}.part"
    left.write_bytes(b"half")
    assert str(left) in _bad(sqlite_store.check())["unfinished"]


def test_what_is_kept_too_long_is_told(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    store.create_meeting(group.id, date(1999, 1, 4))
    assert _bad(store.check()) == {}
    store.change_set(group.id, keep_months=12)
    assert "records of 1 meetings" in _bad(store.check())["expired"]
