"""Takes a set out of the records in which nothing is, such as one that was made by mistake."""

from __future__ import annotations

from sqlalchemy import and_, delete, exists, select, update
from sqlalchemy.future import Connection

from assistant.records.errors import SetInUse
from assistant.records.models import learning_set, meeting, membership, person, preparation, release
from assistant.records.moments import now
from assistant.records.removal import Removal


def remove_set(connection: Connection, removal: Removal, set_id: str) -> None:
    """Take it out, with its meetings and its keys; its number is given to no other.

    Raises:
        SetInUse: somebody has or had a place there, or something was prepared or passed on for it.
    """
    if _in_use(connection, set_id):
        raise SetInUse()
    held = connection.execute(select(meeting).where(meeting.c.set_id == set_id)).all()
    removal.meetings(held)
    connection.execute(delete(membership).where(membership.c.set_id == set_id))
    gone = update(learning_set).where(learning_set.c.id == set_id)
    connection.execute(gone.values(removed_at=now()))
    removal.erase_key(set_id)


def _in_use(connection: Connection, set_id: str) -> bool:
    """Those who deleted everything have nothing there any more."""
    here = exists().where(
        and_(
            membership.c.set_id == set_id,
            membership.c.person_id == person.c.id,
            person.c.deleted_at.is_(None),
        )
    )
    theirs = select(meeting.c.id).where(meeting.c.set_id == set_id)
    prepared = exists().where(preparation.c.meeting_id.in_(theirs))
    passed_on = exists().where(and_(release.c.meeting_id.in_(theirs), release.c.live == 1))
    return bool(connection.execute(select(here | prepared | passed_on)).scalar())
