"""Somebody leaves a set, within a transaction."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.future import Connection

from assistant.records.entities import Left
from assistant.records.errors import DamagedKey, MissingKey
from assistant.records.keys import KeyRing
from assistant.records.memberships import Memberships
from assistant.records.models import meeting, preparation
from assistant.records.people import People
from assistant.records.removal import Removal, count_kept


def leave(
    connection: Connection,
    keys: KeyRing,
    removal: Removal,
    person_id: str,
    set_id: str,
    forget: bool,
) -> Left:
    """End a person's place in a set; what they passed on stays.

    Args:
        connection: the transaction, which the caller commits.
        keys: the key files.
        removal: deletes within the same transaction.
        person_id: who leaves.
        set_id: the set that they leave.
        forget: whether what they prepared for it is deleted too.

    Raises:
        UnknownRecord: they have no place there, or left it and nothing is to be deleted.
    """
    memberships = Memberships(connection, keys)
    if not (forget and _has_left(memberships, person_id, set_id)):
        memberships.end(person_id, set_id)
    kept = count_kept(connection, person_id, set_id)
    if not forget:
        return Left(0, 0, kept)
    theirs = (
        select(preparation)
        .join(meeting, meeting.c.id == preparation.c.meeting_id)
        .where(preparation.c.person_id == person_id, meeting.c.set_id == set_id)
    )
    rows = connection.execute(theirs.with_for_update()).all()
    steps = removal.preparations(rows)
    if not any(place.person.id == person_id for place in memberships.places()) and not _prepared(
        connection, person_id
    ):
        with suppress(MissingKey, DamagedKey):  # the name cannot be read now either
            People(connection, keys).give_name_a_key(person_id)  # what they passed on keeps it
        removal.erase_key(person_id)
    return Left(len(rows), steps, kept)


def _has_left(memberships: Memberships, person_id: str, set_id: str) -> bool:
    """Whether their place there has ended: what is private can still go afterwards."""
    return any(
        place.person.id == person_id and place.group.id == set_id and place.valid_to is not None
        for place in memberships.places(left=True)
    )


def _prepared(connection: Connection, person_id: str) -> bool:
    """Whether they have preparations for other sets, which they left without forgetting."""
    theirs = select(preparation.c.id).where(preparation.c.person_id == person_id).limit(1)
    return connection.execute(theirs).first() is not None
