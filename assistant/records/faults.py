"""The database's errors, said in our own: the one place that knows both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import exc

from assistant.records.errors import (
    DamagedDatabase,
    DiskFailed,
    DiskFull,
    FolderNotUsable,
    ReadOnlyRecords,
    RecordsError,
    RecordsInUse,
    UnreachableDatabase,
    UnusableDatabaseUrl,
)

_SQLITE: tuple[tuple[str, type[RecordsError]], ...] = (
    # Python 3.10 gives no error codes of SQLite, only its English texts.
    ("locked", RecordsInUse),
    ("locking protocol", RecordsInUse),  # many processes opened it at the same moment
    ("disk is full", DiskFull),
    ("readonly", ReadOnlyRecords),
    ("unable to open database file", FolderNotUsable),
    ("disk i/o error", DiskFailed),
    ("not a database", DamagedDatabase),
    ("malformed", DamagedDatabase),
)

_SQLSTATE: tuple[tuple[str, type[RecordsError]], ...] = (
    ("55P03", RecordsInUse),  # lock_not_available
    ("40", RecordsInUse),  # rolled back: deadlock, serialization
    ("53100", DiskFull),
    ("25006", ReadOnlyRecords),
    ("08", UnreachableDatabase),
    ("28", UnreachableDatabase),  # not let in
    ("3D", UnreachableDatabase),  # no such database
    ("53", UnreachableDatabase),  # too many connections, no memory
    ("57P", UnreachableDatabase),  # shutting down
    ("58", DiskFailed),
    ("XX001", DamagedDatabase),
    ("XX002", DamagedDatabase),
)


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn every error of the database ``place`` into one of ours.

    Raises:
        RecordsError: whichever fits; see ``errors``.
    """
    try:
        yield
    except (exc.SQLAlchemyError, sqlite3.Error) as error:
        raise in_our_words(error, place) from error


def in_our_words(error: Exception, place: str) -> RecordsError:
    """The error of ours that says what ``error`` means for a person."""
    if isinstance(error, exc.ArgumentError):
        return UnusableDatabaseUrl(reason=type(error).__name__)
    if isinstance(error, exc.TimeoutError):  # every connection of the pool is in use
        return RecordsInUse()
    original = error.orig if isinstance(error, exc.DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        return _of_sqlite(original, place)
    return _of_server(error, original, place)


def _of_sqlite(error: sqlite3.Error, place: str) -> RecordsError:
    said = str(error).lower()
    for words, kind in _SQLITE:
        if words in said:
            return kind(place=place, folder=Path(place).parent)
    return RecordsError(reason=type(error).__name__)


def _of_server(error: Exception, original: object, place: str) -> RecordsError:
    state = getattr(original, "pgcode", None)
    if state is None and isinstance(error, (exc.OperationalError, exc.InterfaceError)):
        return UnreachableDatabase(place=place)  # it broke before the server could say why
    for start, kind in _SQLSTATE:
        if state and str(state).startswith(start):
            return kind(place=place)
    return RecordsError(reason=state or type(error).__name__)
