"""Folders and files that only their owner may read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assistant.records.errors import DiskFull, FolderNotUsable

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

PART = ".part"
"""Ending of a file that is being written anew, until it takes the place of the old one."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def file_faults(folder: Path) -> Iterator[None]:
    """Say in our own words what went wrong with the files of ``folder``.

    Raises:
        DiskFull: there is no room.
        FolderNotUsable: it cannot be made, read or written.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull() from error
        raise FolderNotUsable(folder=folder) from error


def private_folder(folder: Path) -> None:
    """Make ``folder`` and what is missing above it, for its owner alone.

    A folder that is there already keeps its mode: it may be shared on purpose.

    Raises:
        DiskFull: there is no room.
        FolderNotUsable: it cannot be made.
    """
    if folder.is_dir():
        return
    if folder != folder.parent:
        private_folder(folder.parent)
    with file_faults(folder):
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def new_private_file(path: Path, content: bytes = b"") -> None:
    """Write a file that was not there, for its owner alone, and see it onto the disk.

    Raises:
        FileExistsError: it is there already; it was not touched.
        OSError: it cannot be written; nothing is left of it.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise
    sync_folder(path.parent)


def replace_private_file(path: Path, content: bytes) -> None:
    """Write a file anew, whole or not at all; what it held before is overwritten.

    Raises:
        OSError: it cannot be written; it is as it was.
    """
    part = path.with_suffix(PART)
    erase_file(part)  # of a writing that was broken off
    with path.open("r+b") as before:
        new_private_file(part, content)
        part.replace(path)
        sync_folder(path.parent)
        _overwrite(before)


def erase_file(path: Path) -> bool:
    """Overwrite a file, then remove it; False when it was not there.

    Raises:
        OSError: it cannot be written or removed.
    """
    try:
        with path.open("r+b") as file:
            _overwrite(file)
        path.unlink()
    except FileNotFoundError:
        return False
    sync_folder(path.parent)
    return True


def _overwrite(file: BinaryIO) -> None:
    file.write(os.urandom(os.fstat(file.fileno()).st_size))
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See the names in ``folder`` onto the disk, where the system has a way to do so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def open_to_others(path: Path) -> bool:
    """Whether somebody else on this computer has any right to ``path``."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)
