"""Every error of a database is one of ours."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import exc

from assistant.records.errors import (
    DamagedDatabase,
    DiskFailed,
    DiskFull,
    FolderNotUsable,
    NewerDatabase,
    ReadOnlyRecords,
    RecordsError,
    RecordsInUse,
    UnreachableDatabase,
)
from assistant.records.faults import in_our_words, translated


class _Refused(Exception):
    def __init__(self, pgcode: str | None) -> None:
        super().__init__("private words")
        self.pgcode = pgcode


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database is locked", RecordsInUse),
        ("locking protocol", RecordsInUse),
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", ReadOnlyRecords),
        ("unable to open database file", FolderNotUsable),
        ("disk I/O error", DiskFailed),
        ("file is not a database", DamagedDatabase),
        ("database disk image is malformed", DamagedDatabase),
        ("something new", RecordsError),
    ],
)
def test_what_sqlite_says(said: str, kind: type[RecordsError]) -> None:
    plain = sqlite3.OperationalError(said)
    wrapped = exc.OperationalError("SELECT", {}, plain)
    assert type(in_our_words(plain, "/records/a.db")) is kind
    assert type(in_our_words(wrapped, "/records/a.db")) is kind


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("55P03", RecordsInUse),
        ("40P01", RecordsInUse),
        ("53100", DiskFull),
        ("53300", UnreachableDatabase),
        ("25006", ReadOnlyRecords),
        ("28P01", UnreachableDatabase),
        ("57P01", UnreachableDatabase),
        ("58030", DiskFailed),
        ("XX001", DamagedDatabase),
        ("42P01", RecordsError),
        (None, UnreachableDatabase),
    ],
)
def test_what_a_server_says(state: str | None, kind: type[RecordsError]) -> None:
    error = exc.OperationalError("SELECT", {}, _Refused(state))
    assert type(in_our_words(error, "the server")) is kind


def test_a_pool_that_is_used_up_means_that_the_records_are_in_use() -> None:
    assert type(in_our_words(exc.TimeoutError("pool"), "the server")) is RecordsInUse


def test_nothing_of_the_original_is_in_the_sentence() -> None:
    error = exc.DataError("SELECT", {}, _Refused("22001"))
    assert "private" not in str(in_our_words(error, "the server"))


@pytest.mark.parametrize("error", [NewerDatabase(), KeyError("theirs"), OSError("theirs")])
def test_errors_that_are_not_the_databases_pass(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, translated("here"):
        raise error
    assert caught.value is error
