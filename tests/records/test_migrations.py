"""The form of the database: made, changed, copied first, refused."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, create_engine, inspect, text

from assistant.records import migrate
from assistant.records.backups import KEPT, back_up, backups
from assistant.records.entities import Preparation
from assistant.records.errors import NewerDatabase, RecordsError
from assistant.records.models import metadata
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]

NOVEL = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{before}"


def upgrade():
    op.create_table("novelty", sa.Column("id", sa.Integer, primary_key=True))
    {then}
"""


@pytest.fixture
def novel_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Makes the program one that knows another form of the database."""

    def know(then: str = "") -> None:
        folder, newest = tmp_path / "100% migrations", migrate.REVISIONS[-1]
        shutil.copytree(migrate.MIGRATIONS, folder)
        (folder / "versions" / "9001_novel.py").write_text(NOVEL.format(then=then, before=newest))
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)
        monkeypatch.setattr(migrate, "REVISIONS", (*migrate.REVISIONS, "9001"))

    return know


def test_models_and_migrations_agree(store: Store, any_settings: Settings) -> None:
    engine = create_engine(any_settings.url, future=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_constraints_agree_too(store: Store, any_settings: Settings) -> None:
    engine = create_engine(any_settings.url, future=True)
    made = inspect(engine)
    for table in metadata.sorted_tables:
        keys = {
            frozenset(each["constrained_columns"]) for each in made.get_foreign_keys(table.name)
        }
        checks = made.get_check_constraints(table.name)
        assert keys == {frozenset(each.column_keys) for each in table.foreign_key_constraints}
        assert len(checks) == sum(isinstance(each, CheckConstraint) for each in table.constraints)
    engine.dispose()


def test_the_revisions_are_those_of_the_files() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == migrate.REVISIONS


def test_open_records_load_no_migration_tool(store: Store, settings: Settings) -> None:
    Store.open(settings).close()
    program = (
        "import sys; from pathlib import Path;"
        "from assistant.settings import Settings; from assistant.records.store import Store;"
        f"Store.open(Settings(home=Path({str(settings.home)!r}))).close();"
        "print(*{'alembic', 'sqlalchemy.orm', 'rasa', 'spacy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_fresh_records_need_no_copy(sqlite_store: Store, settings: Settings) -> None:
    assert backups(settings.backup_folder) == ()


def test_older_records_are_changed_after_a_copy(
    settings: Settings, answer: MakeStep, novel_form: Callable[[], None]
) -> None:
    store = Store.open(settings)
    made = store.home_preparation("Asha", "Riverside", answer().at.date())
    with store.turn(made.id) as turn:
        turn.append([answer("before the change")])
    store.close()
    newest = migrate.REVISIONS[-1]
    novel_form()
    store = Store.open(settings)
    assert store.steps(made.id)[0].text == "before the change"
    store.close()
    (copy,) = backups(settings.backup_folder)
    assert copy.name.startswith(f"assistant-{newest}-")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with (
        closing(sqlite3.connect(copy)) as old,
        closing(sqlite3.connect(settings.database_file)) as new,
    ):
        assert old.execute("SELECT count(*), max(seq) FROM step").fetchone() == (1, 1)
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == (newest,)
        assert new.execute("SELECT version_num FROM alembic_version").fetchone() == ("9001",)


def test_a_change_that_fails_leaves_everything_as_it_was(
    store: Store,
    prepared: Preparation,
    any_settings: Settings,
    novel_form: Callable[[str], None],
) -> None:
    newest = migrate.REVISIONS[-1]
    novel_form("op.execute('INSERT INTO nowhere VALUES (1)')")
    with pytest.raises(RecordsError):
        Store.open(any_settings)
    engine = create_engine(any_settings.url, future=True)
    with engine.connect() as connection:
        assert (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == newest
        )
    assert not inspect(engine).has_table("novelty")
    engine.dispose()
    assert store.preparation(prepared.id) == prepared


def test_newer_records_are_refused_and_left_alone(store: Store, any_settings: Settings) -> None:
    engine = create_engine(any_settings.url, future=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="newer version of this program: please update"):
        Store.open(any_settings)
    with engine.connect() as connection:
        assert (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
        )
    engine.dispose()
    assert backups(any_settings.backup_folder) == ()


def test_only_the_newest_copies_are_kept(sqlite_store: Store, settings: Settings) -> None:
    made = [
        back_up(settings.database_file, settings.backup_folder, version)
        for version in ("0009", *["0001"] * KEPT)
    ]
    assert backups(settings.backup_folder) == tuple(made[-KEPT:])


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        back_up(tmp_path / "not there.db", tmp_path / "backups", "0001")
    assert list((tmp_path / "backups").iterdir()) == []


def test_numbers_that_were_shown_before_there_were_any_stay(
    sqlite_store: Store, settings: Settings
) -> None:
    group = sqlite_store.create_set("Riverside")
    people = [sqlite_store.create_person(name) for name in ("Maria", "Asha", "Ben")]
    for person in people:
        sqlite_store.add_member(person.id, group.id)
    sqlite_store.delete_person(people[0].id)
    sqlite_store.close()
    with closing(sqlite3.connect(settings.database_file)) as old, old:
        for table in ("person", "learning_set"):
            old.execute(f"DROP INDEX ix_{table}_number")
            old.execute(f"ALTER TABLE {table} DROP COLUMN number")
        old.execute("ALTER TABLE learning_set DROP COLUMN removed_at")
        old.execute("UPDATE alembic_version SET version_num = '0003'")
    store = Store.open(settings)
    shown = [(place.person.name, place.person.number) for place in store.places()]
    assert shown == [("Asha", 1), ("Ben", 2)]
    assert store.create_person("Zoe").number == 4  # 3 is Maria's, who deleted everything
    store.close()
