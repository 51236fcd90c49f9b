"""What is deleted of the records before a person deletes everything themselves.

What somebody who left a set had prepared for it, where they ask for that; and what a set keeps no
longer. Texts go in one transaction, with a note of the keys that are to be erased; then the keys
go, and with them every copy that they sealed (``deletion``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import and_, delete, exists, func, select, update
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection

from assistant.records.backups import erase_backups
from assistant.records.models import (
    key_erasure,
    learning_set,
    meeting,
    membership,
    person,
    preparation,
    release,
    reply,
    step,
)
from assistant.records.moments import now


class Removal:
    """Deletes within a transaction; the caller commits it, and finishes the erasure of keys."""

    def __init__(self, connection: Connection, backup_folder: Path) -> None:
        self._connection = connection
        self._backup_folder = backup_folder

    def preparations(self, rows: Iterable[Row]) -> int:
        """Delete preparations, with their logs, replies and keys; answer how many steps went.

        What was passed on from them stays.
        """
        made = list(rows)
        ids = [row.id for row in made]
        within = update(release).where(release.c.preparation_id.in_(ids))
        self._connection.execute(within.values(preparation_id=None))
        gone = self._connection.execute(delete(step).where(step.c.preparation_id.in_(ids)))
        self._connection.execute(delete(reply).where(reply.c.preparation_id.in_(ids)))
        self._connection.execute(delete(preparation).where(preparation.c.id.in_(ids)))
        self._erase_keys(made)
        return int(gone.rowcount)

    def meetings(self, rows: Iterable[Row]) -> None:
        """Delete meetings, with what was released for them and the preparations for them."""
        held = list(rows)
        ids = [row.id for row in held]
        theirs = select(preparation).where(preparation.c.meeting_id.in_(ids)).with_for_update()
        self.preparations(self._connection.execute(theirs))
        self._connection.execute(delete(release).where(release.c.meeting_id.in_(ids)))
        self._connection.execute(delete(meeting).where(meeting.c.id.in_(ids)))
        self._erase_keys(held)

    def people_who_left(self) -> None:
        """Forget everybody who has no place in a set any more and of whom nothing is kept."""
        gone = select(person.c.id, person.c.name_key).where(
            person.c.deleted_at.is_(None),
            exists().where(membership.c.person_id == person.c.id),
            ~exists().where(
                and_(membership.c.person_id == person.c.id, membership.c.valid_to.is_(None))
            ),
            ~exists().where(preparation.c.person_id == person.c.id),
            ~exists().where(release.c.person_id == person.c.id),
        )
        for row in self._connection.execute(gone).all():
            forgotten = update(person).where(person.c.id == row.id)
            self._connection.execute(forgotten.values(name=None, deleted_at=now()))
            self.erase_key(row.id)
            if row.name_key:
                self.erase_key(row.name_key)

    def erase_key(self, owner: str) -> None:
        """Note a key to be erased once the transaction is committed."""
        note_erasure(self._connection, {owner})

    def _erase_keys(self, rows: Iterable[Row]) -> None:
        """Note the keys; what has none of its own can be read in older copies, so these go."""
        owners = [row.own_key for row in rows]
        for owner in owners:
            if owner:
                self.erase_key(owner)
        if None in owners:
            erase_backups(self._backup_folder)


def note_erasure(connection: Connection, owners: Iterable[str]) -> None:
    """Note keys to be erased once the transaction is committed (``Deletion.finish``)."""
    for owner in owners:  # one may be noted still, from an erasure that failed
        connection.execute(delete(key_erasure).where(key_erasure.c.owner_id == owner))
        connection.execute(key_erasure.insert(), {"owner_id": owner})


def expired(connection: Connection, today: date) -> list[Row]:
    """The meetings that their sets do not keep any longer."""
    keeping = select(learning_set.c.id, learning_set.c.keep_months).where(
        learning_set.c.keep_months.is_not(None)
    )
    return [
        row
        for one in connection.execute(keeping).all()
        for row in connection.execute(
            select(meeting).where(
                meeting.c.set_id == one.id, meeting.c.held_on < _earliest(today, one.keep_months)
            )
        )
    ]


def count_kept(connection: Connection, person_id: str, set_id: str) -> int:
    """How many items that a person passed on stand in the records of a set."""
    standing = (
        select(func.count())
        .select_from(release.join(meeting, meeting.c.id == release.c.meeting_id))
        .where(release.c.person_id == person_id, release.c.live == 1, meeting.c.set_id == set_id)
    )
    return int(connection.execute(standing).scalar() or 0)


def _earliest(today: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # only where a set has decided

    earliest: date = today - relativedelta(months=months)
    return earliest
