"""The check of the records, for ``assistant doctor``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import and_, exists, select, text

from assistant.records.database import Database
from assistant.records.entities import Finding
from assistant.records.errors import FINDINGS, LockedKey, RecordsError
from assistant.records.files import open_to_others
from assistant.records.keys import KeyRing
from assistant.records.models import learning_set, meeting, membership, person, preparation
from assistant.records.removal import expired

ENOUGH_MB = 100
"""How much free space, in megabytes, is enough for years of preparations."""


def examine(database: Database, keys: KeyRing) -> tuple[Finding, ...]:
    """Look at everything that the records need; nothing is changed."""
    try:
        owners = _owners(database)
    except RecordsError as error:
        return (finding("database", False, reason=error),)
    return (
        finding("database", True),
        *_integrity(database),
        _writable(database),
        _keys(keys, owners),
        _unfinished(keys),
        _expired(database),
        _private(database, keys, owners),
    )


def finding(check: str, ok: bool, **values: object) -> Finding:
    """A line of the check, with its sentence."""
    good, bad = FINDINGS[check]
    return Finding(check, ok, good if ok else bad.format(**values))


def space(folder: Path) -> Finding:
    """Whether there is enough room on the disk of ``folder``, which need not be there yet."""
    while not folder.exists():
        folder = folder.parent
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    return finding("space", free_mb >= ENOUGH_MB, free_mb=free_mb)


def _owners(database: Database) -> tuple[str, ...]:
    """Whoever has to have a key: everybody who prepares, every set, and what has its own."""
    here = select(person.c.id).where(
        person.c.deleted_at.is_(None),
        exists().where(and_(membership.c.person_id == person.c.id, membership.c.valid_to.is_(None)))
        | exists().where(preparation.c.person_id == person.c.id),
    )
    others = [
        select(learning_set.c.id).where(learning_set.c.removed_at.is_(None)),
        select(person.c.name_key).where(
            person.c.name_key.is_not(None), person.c.deleted_at.is_(None)
        ),
        *(
            select(column).where(column.is_not(None))
            for column in (preparation.c.own_key, meeting.c.own_key)
        ),
    ]
    owners = here.union_all(*others)
    with database.reading() as connection:
        return tuple(connection.execute(owners).scalars())


def _integrity(database: Database) -> Iterator[Finding]:
    """SQLite only: a server looks after its own files."""
    if database.file is None:
        return
    try:
        sound = database.pragma("quick_check") == "ok"
    except RecordsError:
        sound = False
    yield finding("integrity", sound, place=database.place)


def _writable(database: Database) -> Finding:
    try:
        with database.rehearsing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except RecordsError as error:
        return finding("writable", False, reason=error)
    return finding("writable", True)


def _keys(keys: KeyRing, owners: Iterable[str]) -> Finding:
    bad = [keys.file(owner) for owner in owners if not _readable(keys, owner)]
    return finding("keys", not bad, files=_listed(bad))


def _readable(keys: KeyRing, owner: str) -> bool:
    try:
        keys.key(owner)
    except LockedKey:  # as it should be: the passphrase is its member's alone
        return True
    except RecordsError:
        return False
    return True


def _unfinished(keys: KeyRing) -> Finding:
    left = keys.unfinished()
    return finding("unfinished", not left, files=_listed(left))


def _expired(database: Database) -> Finding:
    with database.reading() as connection:
        count = len(expired(connection, date.today()))
    return finding("expired", not count, count=count)


def _private(database: Database, keys: KeyRing, owners: Iterable[str]) -> Finding:
    files = [keys.folder, *(keys.file(owner) for owner in owners)]
    if database.file:
        files += sorted(database.file.parent.glob(f"{database.file.name}*"))
    seen = [file for file in files if file.exists() and open_to_others(file)]
    return finding("private", not seen, files=_listed(seen))


def _listed(files: Iterable[Path]) -> str:
    return ", ".join(str(file) for file in files)
