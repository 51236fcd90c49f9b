"""What members released into the record of their set, within a transaction."""

from __future__ import annotations

from datetime import date, datetime, timezone

from sqlalchemy import select, update
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection

from assistant.records.entities import Meeting, Preparation, ReleasedItem
from assistant.records.keys import KeyRing
from assistant.records.models import person, release
from assistant.records.names import listed_name


class Sharing:
    """The released items of a meeting, under the meeting's own key."""

    def __init__(self, connection: Connection, keys: KeyRing, meeting: Meeting) -> None:
        self._connection = connection
        self._keys = keys
        self._meeting = meeting
        self._owner = meeting.own_key or meeting.set_id

    def release(
        self, made_by: Preparation, item: str, text: str, at: datetime, day: date | None = None
    ) -> None:
        """Share a wording with the set, and the day that was seen beside it.

        What was shared before as the same item is withdrawn.
        """
        self.withdraw(made_by, item, at)
        whose = (made_by.person_id, item, at)
        row = {
            "preparation_id": made_by.id,
            "meeting_id": self._meeting.id,
            "person_id": made_by.person_id,
            "item": item,
            "live": 1,
            "text": self._keys.seal(self._owner, text, self._place("text", *whose)),
            "day": day
            and self._keys.seal(self._owner, day.isoformat(), self._place("day", *whose)),
            "released_at": at,
        }
        self._connection.execute(release.insert(), row)

    def withdraw(self, made_by: Preparation, item: str, at: datetime) -> bool:
        """Clear the wording of an item and mark it; False when none is shared."""
        live = (
            update(release)
            .where(
                release.c.preparation_id == made_by.id,
                release.c.item == item,
                release.c.live == 1,
            )
            .values(live=None, text=None, day=None, withdrawn_at=at)
        )
        return bool(self._connection.execute(live).rowcount)

    def items(self) -> tuple[ReleasedItem, ...]:
        """Everything that was released for the meeting, in order of release."""
        found = (
            select(release, person.c.name, person.c.name_key)
            .join(person, person.c.id == release.c.person_id)
            .where(release.c.meeting_id == self._meeting.id)
            .order_by(release.c.id)
        )
        return tuple(self._item(row) for row in self._connection.execute(found))

    def _item(self, row: Row) -> ReleasedItem:
        day = self._opened(row, "day")
        return ReleasedItem(
            person_id=row.person_id,
            person_name=listed_name(
                self._keys, row.name_key or row.person_id, row.person_id, row.name
            ),
            item=row.item,
            text=self._opened(row, "text"),
            released_at=row.released_at,
            withdrawn_at=row.withdrawn_at,
            day=date.fromisoformat(day) if day else None,
        )

    def _opened(self, row: Row, column: str) -> str | None:
        sealed = row._mapping[column]
        place = self._place(column, row.person_id, row.item, row.released_at)
        return self._keys.open(self._owner, sealed, place) if sealed else None

    def _place(self, column: str, person_id: str, item: str, at: datetime) -> str:
        moment = at.astimezone(timezone.utc).isoformat()
        return f"release:{column}:{self._meeting.id}:{person_id}:{item}:{moment}"
