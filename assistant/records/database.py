"""One database: how it is opened, and its two kinds of transaction."""

from __future__ import annotations

import gc
import os
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.future import Connection, Engine, create_engine
from sqlalchemy.pool import QueuePool

from assistant.records.errors import UnusableDatabaseUrl
from assistant.records.faults import translated
from assistant.records.files import file_faults, new_private_file, private_folder
from assistant.settings import Settings

_ALONE = 0x414C5341  # number of our advisory lock in PostgreSQL; any fixed one will do


class Database:
    """An engine, and where it writes.

    Attributes:
        file: the SQLite file; None with any other database.
        place: the database in words for a person, without its password.

    Raises:
        UnusableDatabaseUrl: the address or its driver is of no use.
        DiskFull, FolderNotUsable: the folder or the file cannot be made.
    """

    def __init__(self, settings: Settings) -> None:
        url = _url(settings)
        self.file = Path(url.database).absolute() if _is_sqlite(url) and url.database else None
        self.place = str(self.file or url.render_as_string(hide_password=True))
        if self.file:
            _prepare_file(self.file)
        self._engine = _engine(url, settings.busy_timeout_s, self.place)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the database as it is now, and changes nothing.

        Raises:
            RecordsError: whichever fits.
        """
        with translated(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or rolled back on any exception.

        On SQLite it is the only one that writes from its first moment on.

        Raises:
            RecordsError: whichever fits.
        """
        with self.rehearsing() as connection:
            yield connection
            connection.commit()

    @contextmanager
    def rehearsing(self) -> Iterator[Connection]:
        """As ``writing``, rolled back at the end unless it was committed before.

        Raises:
            RecordsError: whichever fits.
        """
        with translated(self.place), self._engine.connect() as connection:
            yield connection.execution_options(writes=True)

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """As ``writing``, with nobody else in an ``alone`` at the same time.

        Raises:
            RecordsError: whichever fits.
        """
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ALONE})")
            yield connection

    def pragma(self, statement: str) -> Any:
        """Run a pragma of SQLite outside of any transaction and answer its first value.

        Raises:
            RecordsError: whichever fits.
        """
        with translated(self.place):
            connection = self._engine.raw_connection()
            try:
                row = connection.execute(f"PRAGMA {statement}").fetchone()  # type: ignore[attr-defined]
                return row[0] if row else None
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _url(settings: Settings) -> URL:
    if settings.database_url is None:  # put together from parts: a folder may have a "?" in it
        return URL.create("sqlite", database=str(settings.database_file))
    try:
        url = make_url(settings.database_url)
    except (ArgumentError, ValueError):
        # Without its cause, which would quote the address and the password in it.
        raise UnusableDatabaseUrl(reason="it is not written as an address") from None
    if _is_sqlite(url) and (url.database or ":memory:").startswith((":memory:", "file:")):
        raise UnusableDatabaseUrl(reason="SQLite needs the path of a file")
    return url


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _prepare_file(file: Path) -> None:
    """Make the file for its owner alone; SQLite gives its companions the same rights."""
    private_folder(file.parent)
    with file_faults(file.parent):
        if not file.exists():
            with suppress(FileExistsError):  # another process was first
                new_private_file(file)


def _engine(url: URL, busy_timeout_s: float, place: str) -> Engine:
    options = (
        _sqlite_options(busy_timeout_s) if _is_sqlite(url) else _server_options(url, busy_timeout_s)
    )
    with translated(place):
        try:
            engine = create_engine(
                url,
                hide_parameters=True,  # what is stored is never in a message or a log
                pool_timeout=busy_timeout_s,
                max_overflow=20,
                **options,
            )
        except ImportError as error:
            raise UnusableDatabaseUrl(reason=error.name or "no driver") from error
    if _is_sqlite(url):
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    _engines.add(engine)
    return engine


def _sqlite_options(busy_timeout_s: float) -> dict[str, Any]:
    return {
        # A turn is entered in one thread and may be left in another.
        "connect_args": {"check_same_thread": False, "timeout": busy_timeout_s},
        "poolclass": QueuePool,  # opening the file anew for every turn costs more than the turn
    }


def _server_options(url: URL, busy_timeout_s: float) -> dict[str, Any]:
    if url.get_backend_name() != "postgresql":
        return {"pool_pre_ping": True}
    wait = f"-c lock_timeout={int(busy_timeout_s * 1000)}"
    return {"pool_pre_ping": True, "connect_args": {"options": wait, "connect_timeout": 10}}


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # pysqlite begins no transaction of its own; see _on_begin
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten with zeros
    connection.execute("PRAGMA synchronous = FULL")  # a commit is on the disk


def _on_begin(connection: Connection) -> None:
    # A transaction that will write takes the write lock first: two that read and then both want
    # to write would fail at once, whatever the time to wait.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_engines: weakref.WeakSet[Engine] = weakref.WeakSet()


def _forget_inherited() -> None:
    """A child must not use, nor close, the connections that it inherited.

    Nothing is collected meanwhile: a child that only starts another program stands among objects
    whose threads it does not have, and collecting those has crashed it.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        for engine in list(_engines):
            engine.dispose(close=False)  # type: ignore[call-arg]  # since 1.4.33
    finally:
        if collects:
            gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_inherited)
