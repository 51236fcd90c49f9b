"""The log of a preparation in the database: append and read, nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, func, select
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection

from assistant.records.entities import Preparation
from assistant.records.keys import KeyRing, SealedText
from assistant.records.models import reply, step
from assistant.records.steps import How, Step, StepKind

_PRIVATE = ("wording", "said", "text")

# Built once: a turn runs each of them.
_LAST = select(func.max(step.c.seq)).where(step.c.preparation_id == bindparam("preparation"))
_AFTER = (
    select(step)
    .where(step.c.preparation_id == bindparam("preparation"), step.c.seq > bindparam("after"))
    .order_by(step.c.seq)
)
_REPLY = select(reply.c.body).where(
    reply.c.preparation_id == bindparam("preparation"),
    reply.c.message_id == bindparam("message"),
)
_KEEP_REPLY = reply.insert()
_APPEND = step.insert()


class Log:
    """The log of one preparation, within a transaction, under its own key."""

    def __init__(self, connection: Connection, keys: KeyRing, made: Preparation) -> None:
        self._connection = connection
        self._keys = keys
        self._preparation = made.id
        self._owner = made.own_key or made.person_id

    def last_seq(self) -> int:
        """Place of the last step; 0 while there is none."""
        last = self._connection.execute(_LAST, {"preparation": self._preparation}).scalar()
        return int(last or 0)

    def steps(self, after: int) -> tuple[Step, ...]:
        """The steps that come after place ``after``, in order.

        Raises:
            MissingKey, DamagedKey, DamagedRecord: they cannot be read.
        """
        where = {"preparation": self._preparation, "after": after}
        return tuple(self._step(row) for row in self._connection.execute(_AFTER, where))

    def append(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Add steps at the end and answer them with their places.

        Raises:
            MissingKey, DamagedKey: they cannot be sealed.
        """
        first = self.last_seq() + 1
        placed = tuple(replace(each, seq=first + i) for i, each in enumerate(steps))
        if placed:
            self._connection.execute(_APPEND, [self._row(each) for each in placed])
        return placed

    def reply_to(self, message_id: str) -> str | None:
        """The reply that was kept for a message; None when there is none.

        Raises:
            MissingKey, DamagedKey, DamagedRecord: it cannot be read.
        """
        message = _digest(message_id)
        where = {"preparation": self._preparation, "message": message}
        body = self._connection.execute(_REPLY, where).scalar()
        return None if body is None else self._keys.open(self._owner, body, self._reply(message))

    def keep_reply(self, message_id: str, body: str) -> None:
        """Keep the reply to a message, once.

        Raises:
            MissingKey, DamagedKey: it cannot be sealed.
        """
        message = _digest(message_id)
        sealed = self._keys.seal(self._owner, body, self._reply(message))
        row = {"preparation_id": self._preparation, "message_id": message, "body": sealed}
        self._connection.execute(_KEEP_REPLY, row)

    def _reply(self, message: str) -> str:
        return f"reply:body:{self._preparation}:{message}"

    def _place(self, column: str, seq: int) -> str:
        return f"step:{column}:{self._preparation}:{seq}"

    def _row(self, one: Step) -> dict[str, object]:
        return {
            "preparation_id": self._preparation,
            "seq": one.seq,
            "kind": one.kind.value,
            "question": one.question,
            "language": one.language,
            "how": one.how.value if one.how else None,
            "message_id": one.message_id,
            "command": one.command,
            "about": one.about,
            "at": one.at,
            **{column: self._sealed(one, column) for column in _PRIVATE},
        }

    def _sealed(self, one: Step, column: str) -> SealedText | None:
        private: str | None = getattr(one, column)
        if private is None:
            return None
        return self._keys.seal(self._owner, private, self._place(column, one.seq))

    def _step(self, row: Row) -> Step:
        return Step(
            kind=StepKind(row.kind),
            question=row.question,
            at=row.at,
            language=row.language,
            wording=self._opened(row.wording, "wording", row.seq),
            said=self._opened(row.said, "said", row.seq),
            text=self._opened(row.text, "text", row.seq),
            how=How(row.how) if row.how else None,
            message_id=row.message_id,
            command=row.command,
            about=row.about,
            seq=row.seq,
        )

    def _opened(self, sealed: SealedText | None, column: str, seq: int) -> str | None:
        if sealed is None:
            return None
        return self._keys.open(self._owner, sealed, self._place(column, seq))


def _digest(message_id: str) -> str:
    return hashlib.sha256(message_id.encode("utf-8", "surrogatepass")).hexdigest()
