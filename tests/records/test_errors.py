"""Everything that can go wrong with files and databases: one clear sentence each."""

from __future__ import annotations

import os
import re
import resource
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
import time_machine
from sqlalchemy import event
from sqlalchemy.engine import Engine

from assistant.records import errors
from assistant.records.entities import Preparation
from assistant.records.errors import (
    DamagedDatabase,
    DamagedRecord,
    DiskFailed,
    DiskFull,
    FolderNotUsable,
    MissingKey,
    ReadOnlyRecords,
    RecordsError,
    RecordsInUse,
    UnreachableDatabase,
    UnusableDatabaseUrl,
)
from assistant.records.keys import KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
InChild = Callable[[Callable[[], object]], int]

TODAY = date(2026, 3, 2)
NOBODY = 65534  # the user that owns nothing


@contextmanager
def _every_connection_runs(pragma: str) -> Iterator[None]:
    def on_connect(connection: Any, _: object) -> None:
        connection.execute(pragma)

    event.listen(Engine, "connect", on_connect)
    try:
        yield
    finally:
        event.remove(Engine, "connect", on_connect)


@pytest.mark.parametrize(
    "kind",
    [each for each in vars(errors).values() if isinstance(each, type)],
)
def test_every_error_is_one_sentence_that_says_what_to_do(kind: type[RecordsError]) -> None:
    if not issubclass(kind, RecordsError):
        return
    said = str(kind(**dict.fromkeys(("place", "folder", "file", "what", "reason"), "IT")))
    assert said.endswith(".")
    assert ". " not in said
    assert "please" in said
    assert said[0].isupper()


def test_a_full_disk_keeps_what_was_saved(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer("before")])
    with _every_connection_runs("PRAGMA max_page_count = 60"):
        full = Store.open(settings)
        with pytest.raises(DiskFull), full.turn(sqlite_prepared.id) as turn:
            turn.append([answer("x" * 1_000_000)])
        full.close()
    assert [step.text for step in sqlite_store.steps(sqlite_prepared.id)] == ["before"]
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        assert turn.append([answer("after")])[0].seq == 2


def test_a_disk_that_stops_taking_bytes_keeps_what_was_saved(
    settings: Settings,
    sqlite_store: Store,
    sqlite_prepared: Preparation,
    answer: MakeStep,
    in_child: InChild,
) -> None:
    def write_into_a_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        own = Store.open(settings)
        with pytest.raises((DiskFull, DiskFailed)):
            for number in range(100):
                with own.turn(sqlite_prepared.id) as turn:
                    turn.append([answer(str(number) + "x" * 10_000)])
        saved = own.steps(sqlite_prepared.id)
        assert len(saved) > 1
        assert [step.seq for step in saved] == list(range(1, len(saved) + 1))

    assert in_child(write_into_a_limit) == 0
    saved = len(sqlite_store.steps(sqlite_prepared.id))
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        assert turn.append([answer("after")])[0].seq == saved + 1


def test_a_full_disk_at_the_first_start(settings: Settings) -> None:
    with _every_connection_runs("PRAGMA max_page_count = 3"), pytest.raises(DiskFull):
        Store.open(settings)
    Store.open(settings).close()


@pytest.fixture
def theirs() -> Iterator[Settings]:
    """Records in a folder that belongs to somebody without rights."""
    home = Path(tempfile.mkdtemp(prefix="assistant-theirs-"))
    settings = Settings(home=home)
    store = Store.open(settings)
    store.home_preparation("Asha", "Riverside", TODAY)
    store.close()
    yield settings
    for folder, _, _ in os.walk(home):
        Path(folder).chmod(0o700)
    rmtree(home)


def _give_up_rights(home: Path) -> None:
    """Become somebody whom file modes bind; root is not bound by them."""
    if os.geteuid() != 0:
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def test_a_read_only_file_can_be_read_and_says_why_not_written(
    theirs: Settings, in_child: InChild, answer: MakeStep
) -> None:
    def read_then_write() -> None:
        assert theirs.home is not None
        _give_up_rights(theirs.home)
        theirs.database_file.chmod(0o400)
        store = Store.open(theirs)
        made = store.home_preparation("Asha", "Riverside", TODAY)
        assert store.steps(made.id) == ()
        with pytest.raises(ReadOnlyRecords, match="read-only"), store.turn(made.id) as turn:
            turn.append([answer()])

    assert in_child(read_then_write) == 0


def test_read_only_records_can_be_read_although_something_has_expired(
    theirs: Settings, in_child: InChild
) -> None:
    def read_then_write() -> None:
        assert theirs.home is not None
        with closing(Store.open(theirs)) as store:
            (group,) = store.sets()
            store.change_set(group.id, keep_months=1)
        _give_up_rights(theirs.home)
        theirs.database_file.chmod(0o400)
        with time_machine.travel("2099-01-01 12:00 +0000", tick=False):
            store = Store.open(theirs)
            assert len(store.meetings(group.id)) == 1
            with pytest.raises(ReadOnlyRecords, match="read-only"):
                store.change_set(group.id, name="Hilltop")
            assert store.learning_set(group.id).name == "Riverside"

    assert in_child(read_then_write) == 0


def test_a_read_only_folder_is_named(theirs: Settings, in_child: InChild) -> None:
    def write() -> None:
        assert theirs.home is not None
        _give_up_rights(theirs.home)
        theirs.database_file.chmod(0o400)
        theirs.database_folder.chmod(0o500)
        with pytest.raises((ReadOnlyRecords, FolderNotUsable), match="records"):
            Store.open(theirs).create_person("Zoe")

    assert in_child(write) == 0


def test_a_folder_that_cannot_be_made_is_named(theirs: Settings, in_child: InChild) -> None:
    def start() -> None:
        assert theirs.home is not None
        _give_up_rights(theirs.home)
        theirs.home.chmod(0o500)
        elsewhere = theirs.copy(update={"home": theirs.home / "new"})
        with pytest.raises(FolderNotUsable, match="new"):
            Store.open(elsewhere)

    assert in_child(start) == 0


def test_a_locked_database_is_said_to_be_in_use(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    hasty = Store.open(settings.copy(update={"busy_timeout_s": 0.05}))
    with closing(sqlite3.connect(settings.database_file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordsInUse):
            hasty.create_person("Zoe")
        with pytest.raises(RecordsInUse), hasty.turn(sqlite_prepared.id):
            pytest.fail("the turn was entered")
    hasty.close()


def test_a_database_locked_at_the_first_start_is_said_to_be_in_use(settings: Settings) -> None:
    settings.database_folder.mkdir(parents=True)
    with closing(sqlite3.connect(settings.database_file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordsInUse):
            Store.open(settings.copy(update={"busy_timeout_s": 0.05}))


def test_a_file_that_is_no_database_is_named_and_left_alone(settings: Settings) -> None:
    settings.database_folder.mkdir(parents=True)
    settings.database_file.write_text("my shopping list " * 100)
    with pytest.raises(DamagedDatabase, match=r"assistant\.db"):
        Store.open(settings)
    assert settings.database_file.read_text().startswith("my shopping list")


def test_a_damaged_database_is_named(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer("x" * 3_000) for _ in range(50)])
    sqlite_store.close()
    data = settings.database_file.read_bytes()
    settings.database_file.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    with pytest.raises(DamagedDatabase, match="backups"), closing(Store.open(settings)) as store:
        store.steps(sqlite_prepared.id)


def test_a_missing_key_is_named_and_nothing_is_overwritten(
    store: Store, prepared: Preparation, answer: MakeStep, any_settings: Settings
) -> None:
    with store.turn(prepared.id) as turn:
        turn.append([answer()])
    key_file = KeyRing(any_settings.keys_folder).file(prepared.person_id)
    key = key_file.read_bytes()
    key_file.unlink()
    with closing(Store.open(any_settings)) as without:
        with pytest.raises(MissingKey, match=re.escape(str(key_file))):
            without.steps(prepared.id)
        with pytest.raises(MissingKey), without.turn(prepared.id) as turn:
            turn.append([answer()])
    assert not key_file.exists()
    key_file.write_bytes(key)
    with closing(Store.open(any_settings)) as again:
        assert len(again.steps(prepared.id)) == 1


@pytest.mark.parametrize("columns", ["said", "text", "said, text"])
def test_texts_swapped_between_rows_do_not_open(
    settings: Settings,
    sqlite_store: Store,
    sqlite_prepared: Preparation,
    answer: MakeStep,
    columns: str,
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer("first"), answer("second")])
    with closing(sqlite3.connect(settings.database_file)) as other, other:
        other.execute(
            f"UPDATE step SET ({columns}) = "
            f"(SELECT {columns} FROM step WHERE seq = 1) WHERE seq = 2"
        )
    with pytest.raises(DamagedRecord):
        sqlite_store.steps(sqlite_prepared.id)


@pytest.mark.parametrize("change", ["said = text", "seq = seq + 5"])
def test_a_text_moved_within_the_log_does_not_open(
    settings: Settings,
    sqlite_store: Store,
    sqlite_prepared: Preparation,
    answer: MakeStep,
    change: str,
) -> None:
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.append([answer("first")])
    with closing(sqlite3.connect(settings.database_file)) as other, other:
        other.execute(f"UPDATE step SET {change}")
    with pytest.raises(DamagedRecord):
        sqlite_store.steps(sqlite_prepared.id)


def test_a_release_given_to_somebody_else_does_not_open(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation, answer: MakeStep
) -> None:
    other_person = sqlite_store.create_person("Zoe")
    with sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.release("sentence", "mine", answer().at)
    with closing(sqlite3.connect(settings.database_file)) as other, other:
        other.execute("UPDATE release SET person_id = ?", (other_person.id,))
    with pytest.raises(DamagedRecord):
        sqlite_store.releases(sqlite_prepared.meeting_id)


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "nothing://here/records",
        "postgresql://here:port/records",
        "mysql+nodriver://here/records",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:records.db?uri=true",
    ],
)
def test_an_address_of_no_use_is_said_to_be_one(settings: Settings, url: str) -> None:
    with pytest.raises(UnusableDatabaseUrl, match="ASSISTANT_DATABASE_URL"):
        Store.open(settings.copy(update={"database_url": url}))


def test_a_missing_driver_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    with pytest.raises(UnusableDatabaseUrl, match="psycopg2"):
        Store.open(settings.copy(update={"database_url": "postgresql://somewhere/records"}))


def test_a_server_that_does_not_answer_is_named_without_its_password(
    settings: Settings, tmp_path: Path
) -> None:
    url = f"postgresql://me:secret@/records?host={tmp_path}"
    with pytest.raises(UnreachableDatabase, match="cannot be reached") as caught:
        Store.open(settings.copy(update={"database_url": url}))
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there_is_said_to_be_unreachable(
    settings: Settings, server: Any
) -> None:
    url = server.get_uri(database="not_there")
    with pytest.raises(UnreachableDatabase):
        Store.open(settings.copy(update={"database_url": url}))


def test_a_read_only_server_says_so(settings: Settings, server: Any) -> None:
    server.psql("CREATE DATABASE readonly_test;")
    url = server.get_uri(database="readonly_test")
    here = settings.copy(update={"database_url": url})
    with closing(Store.open(here)):
        server.psql("ALTER DATABASE readonly_test SET default_transaction_read_only = on;")
    with closing(Store.open(here)) as store, pytest.raises(ReadOnlyRecords):
        store.create_person("Zoe")


def test_a_server_that_was_restarted_is_found_again(
    settings: Settings, server: Any, answer: MakeStep
) -> None:
    server.psql("CREATE DATABASE restarted_test;")
    url = server.get_uri(database="restarted_test")
    with closing(Store.open(settings.copy(update={"database_url": url}))) as store:
        made = store.home_preparation("Asha", "Riverside", TODAY)
        server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = 'restarted_test';"
        )
        with store.turn(made.id) as turn:
            assert turn.append([answer()])[0].seq == 1


def test_errors_of_the_database_hold_no_values(
    sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    with pytest.raises(RecordsError) as caught, sqlite_store.turn(sqlite_prepared.id) as turn:
        turn.keep_reply("m1", "first")
        turn.keep_reply("m1", "second")
    assert "parameters hidden" in str(caught.value.__cause__)


def test_a_folder_with_odd_characters_works(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "a ? b # 100% é")
    with closing(Store.open(settings)) as store:
        assert store.create_person("Asha").name == "Asha"
    assert settings.database_file.exists()


def test_files_and_folders_are_for_their_owner_alone(
    settings: Settings, sqlite_store: Store, sqlite_prepared: Preparation
) -> None:
    assert settings.home is not None
    modes = {stat.S_IMODE(path.stat().st_mode): path.is_dir() for path in settings.home.rglob("*")}
    assert modes == {0o700: True, 0o600: False}
