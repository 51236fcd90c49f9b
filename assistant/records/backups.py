"""Copies of a SQLite file, made before its form is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

from assistant.records.files import (
    erase_file,
    file_faults,
    new_private_file,
    private_folder,
    sync_folder,
)

KEPT = 5
"""How many copies are kept, the newest ones."""


def back_up(file: Path, folder: Path, version: str) -> Path:
    """Copy a database file, in use or not, and let go of copies that are too many.

    Args:
        file: the database.
        folder: where the copy goes.
        version: the form that the database has, for the name of the copy.

    Raises:
        sqlite3.Error, DiskFull, FolderNotUsable: it could not be copied; nothing is left of it.
    """
    private_folder(folder)
    moment = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%S%fZ")
    copy = folder / f"{file.stem}-{version}-{moment}.db"
    unfinished = copy.with_suffix(".part")
    with file_faults(folder):
        new_private_file(unfinished)
        try:
            _copy(file, unfinished)
            unfinished.rename(copy)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(folder)
        for old in backups(folder)[:-KEPT]:
            old.unlink()
    return copy


def backups(folder: Path) -> tuple[Path, ...]:
    """The copies in ``folder``, oldest first."""
    return tuple(sorted(folder.glob("*.db"), key=lambda path: path.name.rsplit("-", 1)[-1]))


def erase_backups(folder: Path) -> None:
    """Destroy every copy in ``folder``.

    Raises:
        FolderNotUsable: one cannot be removed.
    """
    with file_faults(folder):
        for copy in backups(folder):
            erase_file(copy)


def _copy(file: Path, copy: Path) -> None:
    source = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        source.backup(target)
