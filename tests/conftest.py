"""What every test can use: settings in a folder of its own, and one trained model."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import hypothesis
import pytest

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.training import trained_model
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings

if TYPE_CHECKING:
    from pgserver.postgres_server import PostgresServer

# The same examples in every run of CI; new ones, and those that failed before, anywhere else.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("ci")

TODAY = date(2026, 11, 2)

# Hints are the same whether or not uv runs the tests; set before any command's help is read.
os.environ.pop("UV_RUN_RECURSION_DEPTH", None)

pytest_plugins = ["tests.commands", "tests.window"]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the data of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("ASSISTANT_HOME", str(home))
    monkeypatch.delenv("ASSISTANT_DATABASE_URL", raising=False)
    return home


@pytest.fixture
def settings(own_home: Path) -> Settings:
    """Settings whose every folder lies in this test's own folder."""
    return Settings(home=own_home)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL for all tests; if it cannot start, its own message says why."""
    from pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="assistant-postgres-"))
    running = get_server(folder, cleanup_mode="stop")
    running.psql("ALTER SYSTEM SET fsync = off;")  # the disk is not what is tested here
    running.psql("SELECT pg_reload_conf();")
    yield running
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_settings(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The settings, once on SQLite and once on a fresh database of PostgreSQL."""
    if request.param == "sqlite":
        return settings
    running: PostgresServer = request.getfixturevalue("server")
    name = f"test_{uuid4().hex}"
    running.psql(f"CREATE DATABASE {name};")
    return settings.copy(update={"database_url": running.get_uri(database=name)})


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> Path:
    """The trained model, trained once for each fingerprint (kept in pytest's cache)."""
    return trained_model(Path(request.config.cache.mkdir("models")))


@pytest.fixture
def model_home(settings: Settings, model: Path) -> Path:
    """A home whose cache holds the trained model."""
    settings.models_folder.mkdir(parents=True)
    shutil.copy(model, settings.models_folder / model.name)
    assert settings.home is not None
    return settings.home


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """The records in this test's own folder."""
    opened = Store.open(settings)
    yield opened
    opened.close()


@pytest.fixture
def preparation(store: Store) -> Preparation:
    """A preparation that has just been begun."""
    return store.home_preparation("Asha", "Tuesday set", TODAY)


@pytest.fixture(scope="session")
def loaded(model: Path) -> Model:
    """The model, loaded once for all tests of this process."""
    loading = Model(model.parent)
    loading.load()
    return loading


@pytest.fixture
def engine(store: Store, settings: Settings, loaded: Model) -> Iterator[Engine]:
    """An engine on this test's own records."""
    made = Engine(store, settings, loaded)
    yield made
    made.close()


class Member:
    """Speaks for a member in a test: ``await member.says("skip")``."""

    def __init__(self, engine: Engine, preparation_id: str) -> None:
        self.engine = engine
        self.preparation_id = preparation_id

    async def says(self, text: str) -> Reply:
        """Type a message."""
        return await self.engine.reply(Turn(self.preparation_id, text))

    async def chooses(self, choice: str) -> Reply:
        """Choose by key or button."""
        return await self.engine.reply(Turn(self.preparation_id, choice=choice))


@pytest.fixture
def member(engine: Engine, preparation: Preparation) -> Member:
    """A member who has just been greeted."""
    engine.opening(preparation.id)
    return Member(engine, preparation.id)
