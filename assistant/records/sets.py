"""Sets and what they agreed, within a transaction; every text under the set's key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection

from assistant.records import agreed
from assistant.records.entities import LearningSet
from assistant.records.errors import UNNAMED_SET, DamagedKey, MissingKey, UnknownRecord
from assistant.records.keys import KeyRing, SealedText
from assistant.records.models import learning_set, meeting
from assistant.records.moments import new_id, now
from assistant.records.numbers import next_number

_READ: Mapping[str, Callable[[Any], Any]] = {
    "name": agreed.name,
    "word": lambda word: None if word is None else agreed.word(word),
    "ground_rules": agreed.rules,
    "keep_months": agreed.months,
    "contacts": agreed.contacts,
}


class Sets:
    """The sets of the records, within a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys

    def add(self, name: str) -> LearningSet:
        """Make a set, with a key and a number of its own; the caller is alone.

        The key is on the disk before the row is.

        Raises:
            UnusableName: the name is empty.
        """
        number = next_number(self._connection, learning_set)
        made = LearningSet(new_id(), agreed.name(name), now(), number)
        self._keys.create(made.id)
        own = {"id": made.id, "created_at": made.created_at, "number": number}
        self._connection.execute(learning_set.insert(), {**own, **self._columns(made)})
        return made

    def one(self, set_id: str) -> LearningSet:
        """The set with this id.

        Raises:
            UnknownRecord: there is none.
        """
        row = self._connection.execute(
            select(learning_set).where(
                learning_set.c.id == set_id, learning_set.c.removed_at.is_(None)
            )
        ).first()
        if row is None:
            raise UnknownRecord(what="set")
        return self._opened(row)

    def of_meeting(self, meeting_id: str) -> LearningSet:
        """The set whose meeting this is."""
        found = (
            select(learning_set)
            .join(meeting, meeting.c.set_id == learning_set.c.id)
            .where(meeting.c.id == meeting_id)
        )
        return self._opened(self._connection.execute(found).one())

    def all(self) -> tuple[LearningSet, ...]:
        """Every set, in the order in which they were made; one missing key spoils no other."""
        found = (
            select(learning_set)
            .where(learning_set.c.removed_at.is_(None))
            .order_by(learning_set.c.created_at, learning_set.c.id)
        )
        return tuple(self._listed(row) for row in self._connection.execute(found))

    def change(self, set_id: str, **changes: Any) -> LearningSet:
        """Change fields of a set, as a person wrote them.

        Raises:
            UnusableName, UnusableWord, UnusableMonths: one cannot be used; nothing was changed.
            UnknownRecord: there is no such set.
        """
        read = {field: _READ[field](value) for field, value in changes.items()}
        changed = replace(self.one(set_id), **read)
        self._connection.execute(
            update(learning_set).where(learning_set.c.id == set_id).values(self._columns(changed))
        )
        return changed

    def _columns(self, one: LearningSet) -> dict[str, object]:
        rules = json.dumps(one.ground_rules) if one.ground_rules else None
        contacts = json.dumps(dict(one.contacts)) if one.contacts else None
        return {
            "name": self._sealed(one.id, "name", one.name),
            "word": self._sealed(one.id, "word", one.word),
            "ground_rules": self._sealed(one.id, "ground_rules", rules),
            "contacts": self._sealed(one.id, "contacts", contacts),
            "keep_months": one.keep_months,
        }

    def _sealed(self, set_id: str, column: str, text: str | None) -> SealedText | None:
        return None if text is None else self._keys.seal(set_id, text, _place(set_id, column))

    def _listed(self, row: Row) -> LearningSet:
        try:
            return self._opened(row)
        except (MissingKey, DamagedKey):
            return LearningSet(row.id, UNNAMED_SET, row.created_at, row.number)

    def _opened(self, row: Row) -> LearningSet:
        def text(column: str) -> str | None:
            sealed: SealedText | None = row._mapping[column]
            return self._keys.open(row.id, sealed, _place(row.id, column)) if sealed else None

        return LearningSet(
            id=row.id,
            name=text("name") or "",
            created_at=row.created_at,
            number=row.number,
            word=text("word"),
            ground_rules=tuple(json.loads(text("ground_rules") or "[]")),
            keep_months=row.keep_months,
            contacts=json.loads(text("contacts") or "{}"),
        )


def _place(set_id: str, column: str) -> str:
    return f"learning_set:{column}:{set_id}"
