"""Brings a database to the form that this program knows.

To change the form: change ``models``, write the next file in ``migrations/versions`` by hand, and
name its revision last in ``REVISIONS``. A test holds the three together on every database.
"""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.future import Connection

from assistant.records.backups import back_up
from assistant.records.database import Database
from assistant.records.errors import NewerDatabase, RecordsInUse

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every form that a database may have had, oldest first."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database, backup_folder: Path, wait_s: float) -> None:
    """Create the tables or change them to the newest form; copy a SQLite file first.

    Args:
        database: what to bring up to date.
        backup_folder: where the copy goes.
        wait_s: how long, in seconds, to wait for another process that is doing the same.

    Raises:
        NewerDatabase: it was made by a newer version; nothing was changed.
        RecordsError: whichever fits.
    """
    with database.reading() as connection:
        version = _version(connection)
    if version == REVISIONS[-1]:
        return
    if database.file:
        _write_ahead(database, wait_s)
    with database.alone() as connection:
        version = _version(connection)  # another process may have been here in the meantime
        if version == REVISIONS[-1]:
            return
        if database.file and version:
            back_up(database.file, backup_folder, version)
        _upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    if version is not None and version not in REVISIONS:
        raise NewerDatabase()
    return version


def _write_ahead(database: Database, wait_s: float) -> None:
    """Switch to write-ahead logging, which the file then keeps.

    SQLite does not wait here for another process that is switching too, so we do.
    """
    end = time.monotonic() + wait_s
    while True:
        try:
            database.pragma("journal_mode = WAL")
            return
        except RecordsInUse:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def _upgrade(connection: Connection) -> None:
    # Alembic takes as long to load as all the rest: only where there is something to change.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISIONS[-1])
