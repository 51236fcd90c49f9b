"""Delete everything of a person: the rows in one transaction, then the key.

The rows go first, so that a deletion that fails changes nothing. The key that is still to be
erased is noted in the same transaction; should the program be killed in between, the next start
erases it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.future import Connection

from assistant.records.backups import backups
from assistant.records.database import Database
from assistant.records.entities import Deleted
from assistant.records.errors import UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.models import (
    key_erasure,
    membership,
    person,
    preparation,
    release,
    reply,
    step,
)
from assistant.records.moments import now
from assistant.records.removal import note_erasure


class Deletion:
    """Deletes persons from a database, and their keys from a key ring."""

    def __init__(self, database: Database, keys: KeyRing, backup_folder: Path) -> None:
        self._database = database
        self._keys = keys
        self._backup_folder = backup_folder

    def person(self, connection: Connection, person_id: str) -> Deleted:
        """Delete a person, commit the transaction of ``connection``, and erase the key.

        Raises:
            UnknownRecord: there is no such person.
            FolderNotUsable: the key file cannot be removed; the next start tries again.
            RecordsError: whichever fits; nothing was deleted.
        """
        deleted = _delete_rows(connection, person_id)
        connection.commit()
        key = person_id in self.finish()
        self.empty_write_ahead_log()
        locked = len(backups(self._backup_folder)) if self._database.file and key else 0
        return replace(deleted, key=key, backups_locked=locked)

    def finish(self) -> frozenset[str]:
        """Erase the keys of deleted persons; answer whose files there still were.

        Raises:
            FolderNotUsable: a key file cannot be removed; the next start tries again.
            RecordsError: whichever fits.
        """
        with self._database.reading() as connection:
            owners = tuple(connection.execute(select(key_erasure.c.owner_id)).scalars())
        if not owners:
            return frozenset()
        erased = frozenset(owner for owner in owners if self._keys.erase(owner))
        with self._database.writing() as connection:
            connection.execute(delete(key_erasure).where(key_erasure.c.owner_id.in_(owners)))
        return erased

    def empty_write_ahead_log(self) -> None:
        """Take what was deleted out of SQLite's write-ahead log too.

        It waits for readers as long as for any lock. Should one outlast that, the log keeps,
        until it is next emptied, what nobody has a key for.
        """
        if self._database.file:
            self._database.pragma("wal_checkpoint(TRUNCATE)")


def _delete_rows(connection: Connection, person_id: str) -> Deleted:
    theirs = select(preparation.c.id).where(preparation.c.person_id == person_id)
    connection.execute(theirs.with_for_update())  # a turn that is running elsewhere ends first
    _forget_person(connection, person_id)
    _note_keys(connection, person_id)
    return Deleted(
        releases_withdrawn=_withdraw(connection, person_id),
        steps=connection.execute(delete(step).where(step.c.preparation_id.in_(theirs))).rowcount,
        replies=connection.execute(
            delete(reply).where(reply.c.preparation_id.in_(theirs))
        ).rowcount,
        preparations=connection.execute(
            delete(preparation).where(preparation.c.person_id == person_id)
        ).rowcount,
        key=False,
        backups_locked=0,
    )


def _forget_person(connection: Connection, person_id: str) -> None:
    at = now()
    who = update(person).where(person.c.id == person_id, person.c.deleted_at.is_(None))
    if connection.execute(who.values(name=None, deleted_at=at)).rowcount == 0:
        raise UnknownRecord(what="person")
    places = update(membership).where(membership.c.person_id == person_id)
    here = places.where(membership.c.valid_to.is_(None))
    connection.execute(here.values(valid_to=at))


def _note_keys(connection: Connection, person_id: str) -> None:
    """Note the keys to be erased: the person's, their name's, those of their preparations."""
    of_name = select(person.c.name_key).where(person.c.id == person_id)
    own = select(preparation.c.own_key).where(preparation.c.person_id == person_id)
    owners = {person_id, *connection.execute(of_name.union(own)).scalars()} - {None}
    note_erasure(connection, owners)


def _withdraw(connection: Connection, person_id: str) -> int:
    """Withdraw every item, and part all of them from the preparations that are about to go."""
    theirs = update(release).where(release.c.person_id == person_id)
    live = theirs.where(release.c.live == 1)
    withdrawn = connection.execute(
        live.values(live=None, text=None, day=None, withdrawn_at=now())
    ).rowcount
    connection.execute(theirs.values(preparation_id=None))
    return int(withdrawn)
