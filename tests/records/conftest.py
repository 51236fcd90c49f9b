"""Records to test with: a store on each database, and a preparation in it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from assistant.records import migrate
from assistant.records.database import Database
from assistant.records.entities import Preparation
from assistant.records.keys import KeyRing
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)

MakeStep = Callable[..., Step]
InChild = Callable[[Callable[[], object]], int]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with everything below one temporary folder, on SQLite."""
    return Settings(home=tmp_path / "home", busy_timeout_s=5)


@pytest.fixture
def store(any_settings: Settings) -> Iterator[Store]:
    """An open store, on SQLite and on PostgreSQL."""
    opened = Store.open(any_settings)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(settings: Settings) -> Iterator[Store]:
    """An open store on SQLite."""
    opened = Store.open(settings)
    yield opened
    opened.close()


@pytest.fixture
def prepared(store: Store) -> Preparation:
    """The preparation that ``assistant`` would open, in ``store``."""
    return store.home_preparation("Asha", "Riverside", date(2026, 3, 2))


@pytest.fixture
def sqlite_prepared(sqlite_store: Store) -> Preparation:
    """The same in ``sqlite_store``."""
    return sqlite_store.home_preparation("Asha", "Riverside", date(2026, 3, 2))


@pytest.fixture
def answer() -> MakeStep:
    """Makes an answer to "problem"."""

    def make(text: str = "The rota never holds.", message_id: str | None = None) -> Step:
        return Step(
            kind=StepKind.ANSWERED,
            question="problem",
            at=NOON,
            said=text,
            text=text,
            how=How.TYPED,
            message_id=message_id,
        )

    return make


@pytest.fixture
def first_form(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Records of the program's first version, with a preparation; its id."""
    folder = tmp_path / "first migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    for newer in folder.glob("versions/000[2-9]*.py"):
        newer.unlink()
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(migrate, "REVISIONS", ("0001",))
    first = Database(settings)
    migrate.bring_up_to_date(first, settings.backup_folder, settings.busy_timeout_s)
    first.close()
    monkeypatch.undo()
    keys, person, group = KeyRing(settings.keys_folder), "a" * 32, "b" * 32
    for owner in (person, group):
        keys.create(owner)
    day = "2026-03-02 12:00:00"
    with closing(sqlite3.connect(settings.database_file)) as old, old:
        name = keys.seal(person, "Asha", f"person:name:{person}").data
        called = keys.seal(group, "Riverside", f"learning_set:name:{group}").data
        said = keys.seal(person, "Said before.", f"step:said:{'e' * 32}:1").data
        old.execute("INSERT INTO person VALUES (?, ?, ?, NULL)", (person, name, day))
        old.execute("INSERT INTO learning_set VALUES (?, ?, ?)", (group, called, day))
        old.execute(
            "INSERT INTO membership VALUES (?, ?, ?, 'member', ?, NULL)",
            ("c" * 32, person, group, day),
        )
        old.execute("INSERT INTO meeting VALUES (?, ?, ?, ?)", ("d" * 32, group, "2026-03-30", day))
        old.execute(
            "INSERT INTO preparation VALUES (?, ?, ?, 'en', ?)",
            ("e" * 32, person, "d" * 32, day),
        )
        old.execute(
            "INSERT INTO step (preparation_id, seq, kind, language, at, said) "
            "VALUES (?, 1, 'answered', 'en', ?, ?)",
            ("e" * 32, day, said),
        )
    return "e" * 32


@pytest.fixture
def in_child() -> InChild:
    """Runs something in a forked child; answers with its exit code, negative for a signal."""

    def run(work: Callable[[], object]) -> int:
        child = os.fork()
        if child == 0:
            try:
                work()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    return run
