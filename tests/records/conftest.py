"""Records to test with: a store on each database, and a preparation in it."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from assistant.records.entities import Preparation
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
