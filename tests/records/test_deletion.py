"""Delete everything: what goes, what stays for the others, and that nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from assistant.records.backups import back_up
from assistant.records.entities import Deleted, Preparation
from assistant.records.errors import (
    FORMER_MEMBER,
    FolderNotUsable,
    MissingKey,
    UnknownPreparation,
    UnknownRecord,
)
from assistant.records.keys import KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
MARKER = "zanzibar-quince-4711"


def _fill(store: Store, made: Preparation, step: MakeStep) -> None:
    with store.turn(made.id) as turn:
        turn.append([step(f"{MARKER} {number}") for number in range(30)])
        turn.keep_reply("m1", f"{MARKER} reply")
        turn.release("sentence", f"{MARKER} sentence", NOON)
        turn.release("want", f"{MARKER} want", NOON)
        turn.withdraw("want", NOON)


def _files(home: Path) -> Iterator[Path]:
    return (path for path in home.rglob("*") if path.is_file())


def _holding(home: Path, words: str) -> list[Path]:
    return [path for path in _files(home) if words.encode() in path.read_bytes()]


def test_everything_of_the_person_goes_and_is_counted(
    store: Store, prepared: Preparation, answer: MakeStep, any_settings: Settings
) -> None:
    _fill(store, prepared, answer)
    earlier = store.create_preparation(prepared.person_id, prepared.meeting_id)
    assert store.delete_person(prepared.person_id) == Deleted(
        steps=30, replies=1, preparations=2, releases_withdrawn=1, key=True, backups_locked=0
    )
    for made in (prepared, earlier):
        with pytest.raises(UnknownPreparation):
            store.steps(made.id)
    assert not KeyRing(any_settings.keys_folder).file(prepared.person_id).exists()
    assert store.person(prepared.person_id).name == FORMER_MEMBER


def test_the_set_keeps_marks_without_words_or_name(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    _fill(store, prepared, answer)
    store.delete_person(prepared.person_id)
    found = store.releases(prepared.meeting_id)
    assert [(each.item, each.text) for each in found] == [("sentence", None), ("want", None)]
    assert {each.person_name for each in found} == {FORMER_MEMBER}
    assert all(each.withdrawn_at is not None for each in found)


def test_others_keep_everything(store: Store, prepared: Preparation, answer: MakeStep) -> None:
    group = store.set_of(prepared.id)
    other = store.create_person("Zoe")
    store.add_member(other.id, group.id)
    theirs = store.create_preparation(other.id, prepared.meeting_id)
    for made in (prepared, theirs):
        _fill(store, made, answer)
    kept = store.steps(theirs.id)
    store.delete_person(prepared.person_id)
    assert store.steps(theirs.id) == kept
    assert [m.person for m in store.members(group.id)] == [other]
    assert store.releases(prepared.meeting_id)[-2].text == f"{MARKER} sentence"


def test_within_a_turn_it_is_done_at_once(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    _fill(store, prepared, answer)
    with store.turn(prepared.id) as turn:
        turn.append([answer()])
        assert turn.delete_person().steps == 31
        with pytest.raises(UnknownPreparation):
            store.preparation(prepared.id)
        with pytest.raises(UnknownPreparation):
            turn.keep_reply("m2", "too late")
    with pytest.raises(UnknownPreparation), store.turn(prepared.id):
        pytest.fail("the turn was entered")


def test_a_deleted_person_starts_anew(store: Store, prepared: Preparation) -> None:
    store.delete_person(prepared.person_id)
    new = store.home_preparation("Asha", "Riverside", date(2026, 3, 2))
    assert new.person_id != prepared.person_id
    assert new.meeting_id != prepared.meeting_id


def test_a_deleted_person_cannot_be_deleted_or_used_again(
    store: Store, prepared: Preparation
) -> None:
    store.delete_person(prepared.person_id)
    with pytest.raises(UnknownRecord):
        store.delete_person(prepared.person_id)
    with pytest.raises(UnknownRecord):
        store.create_preparation(prepared.person_id, prepared.meeting_id)
    with pytest.raises(UnknownRecord):
        store.delete_person("0" * 32)


def test_a_key_that_cannot_be_removed_is_told_and_tried_again(
    store: Store,
    prepared: Preparation,
    any_settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        with pytest.raises(FolderNotUsable, match="keys"):
            store.delete_person(prepared.person_id)
    key_file = KeyRing(any_settings.keys_folder).file(prepared.person_id)
    assert key_file.exists()
    Store.open(any_settings).close()
    assert not key_file.exists()


def test_no_file_ever_holds_a_private_word(
    settings: Settings, sqlite_store: Store, answer: MakeStep
) -> None:
    made = sqlite_store.home_preparation(f"{MARKER} name", f"{MARKER} set", NOON.date())
    _fill(sqlite_store, made, answer)
    assert settings.home is not None
    assert any(path.name.endswith("-wal") for path in _files(settings.home))
    assert _holding(settings.home, MARKER) == []


def test_deleted_rows_are_in_no_file_but_the_backups_and_those_cannot_be_read(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer("x" * 20_000, message_id=MARKER) for _ in range(5)])
    backup = back_up(settings.database_file, settings.backup_folder, "0001")
    wal = settings.database_file.with_name("assistant.db-wal")
    assert settings.home is not None
    assert set(_holding(settings.home, MARKER)) == {wal, backup}  # an id is stored as it is
    deleted = sqlite_store.delete_person(sqlite_prepared.person_id)
    assert (deleted.key, deleted.backups_locked) == (True, 1)
    assert _holding(settings.home, MARKER) == [backup]
    assert wal.stat().st_size == 0


def test_a_backup_put_back_after_a_deletion_does_not_open(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep
) -> None:
    _fill(sqlite_store, sqlite_prepared, answer)
    backup = back_up(settings.database_file, settings.backup_folder, "0001")
    sqlite_store.delete_person(sqlite_prepared.person_id)
    sqlite_store.close()
    settings.database_file.write_bytes(backup.read_bytes())
    restored = Store.open(settings)
    with pytest.raises(MissingKey):
        restored.steps(sqlite_prepared.id)
    restored.close()
