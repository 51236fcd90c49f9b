"""What one turn of a conversation reads and writes: one transaction, one preparation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.future import Connection

from assistant.records.database import Database
from assistant.records.deletion import Deletion
from assistant.records.entities import Deleted, LearningSet, Preparation
from assistant.records.errors import RecordsError, UnknownPreparation
from assistant.records.faults import translated
from assistant.records.keys import KeyRing
from assistant.records.log import Log
from assistant.records.models import preparation
from assistant.records.people import People
from assistant.records.sets import Sets
from assistant.records.sharing import Sharing
from assistant.records.steps import Step
from assistant.settings import Settings

_LOCKED = select(preparation).where(preparation.c.id == bindparam("preparation")).with_for_update()


class TurnRecord:
    """A preparation within the transaction of a turn; nobody else changes it meanwhile.

    It may be used in one thread after another, never in two at once. Every method raises
    ``RecordsError``, whichever fits. Once one of them has failed, nothing of the turn is kept,
    and leaving the turn raises that error again. Once the person is deleted, every method raises
    ``UnknownPreparation``.

    Attributes:
        preparation: whose turn it is.
        failure: the first error of a method; None while all went well.
    """

    def __init__(
        self,
        made: Preparation,
        connection: Connection,
        keys: KeyRing,
        deletion: Deletion,
        place: str,
    ) -> None:
        self.preparation = made
        self.failure: RecordsError | None = None
        self._connection = connection
        self._keys = keys
        self._deletion = deletion
        self._place = place
        self._log = Log(connection, keys, made)
        self._gone = False

    def reply_to(self, message_id: str) -> str | None:
        """The reply that was kept for a message; None when it is a new one."""
        with self._noting_failure():
            return self._log.reply_to(message_id)

    def last_seq(self) -> int:
        """Place of the last step; 0 while there is none."""
        with self._noting_failure():
            return self._log.last_seq()

    def steps(self, after: int = 0) -> tuple[Step, ...]:
        """The steps that come after place ``after``, in order."""
        with self._noting_failure():
            return self._log.steps(after)

    def append(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Add steps at the end of the log; answer them with their places."""
        with self._noting_failure():
            return self._log.append(steps)

    def keep_reply(self, message_id: str, body: str) -> None:
        """Keep the reply to a message, so that the same message gets it again."""
        with self._noting_failure():
            self._log.keep_reply(message_id, body)

    def release(self, item: str, text: str, at: datetime, day: date | None = None) -> None:
        """Share a wording with the set, and the day that was seen beside it, if one was.

        What was shared before as the same item is withdrawn.
        """
        with self._noting_failure():
            self._sharing().release(self.preparation, item, text, at, day)

    def withdraw(self, item: str, at: datetime) -> bool:
        """Clear the wording of a shared item and mark it; False when none is shared."""
        with self._noting_failure():
            return self._sharing().withdraw(self.preparation, item, at)

    def logs(self) -> tuple[tuple[date, tuple[Step, ...]], ...]:
        """The person's logs for the meetings of this set, by day, as they stood before the turn."""
        with self._noting_failure():
            people = People(self._connection, self._keys)
            here = people.meeting(self.preparation.meeting_id)
            made = people.preparations(self.preparation.person_id)
            days = {one.id: people.meeting(one.meeting_id) for one in made}
            theirs = [one for one in made if days[one.id].set_id == here.set_id]
            return tuple(
                (days[one.id].held_on, Log(self._connection, self._keys, one).steps(0))
                for one in sorted(theirs, key=lambda one: days[one.id].held_on)
            )

    def learning_set(self) -> LearningSet:
        """The set for whose meeting this preparation is, with what it agreed."""
        with self._noting_failure():
            return Sets(self._connection, self._keys).of_meeting(self.preparation.meeting_id)

    def meeting_day(self) -> date:
        """The day of the meeting that is prepared for."""
        with self._noting_failure():
            people = People(self._connection, self._keys)
            return people.meeting(self.preparation.meeting_id).held_on

    def is_nameless(self) -> bool:
        """Whether the person still has the name that everybody has who gave none."""
        with self._noting_failure():
            people = People(self._connection, self._keys)
            name = people.person(self.preparation.person_id).name
            return name == str(Settings.__fields__["member_name"].default)

    def rename(self, name: str) -> None:
        """Give the person this name; what they passed on before stands under it too."""
        with self._noting_failure():
            People(self._connection, self._keys).rename(self.preparation.person_id, name)

    def delete_person(self) -> Deleted:
        """Delete everything of this person, at once and for good."""
        with self._noting_failure():
            deleted = self._deletion.person(self._connection, self.preparation.person_id)
            self._gone = True
            return deleted

    def _sharing(self) -> Sharing:
        meeting = People(self._connection, self._keys).meeting(self.preparation.meeting_id)
        return Sharing(self._connection, self._keys, meeting)

    @contextmanager
    def _noting_failure(self) -> Iterator[None]:
        if self._gone:
            raise UnknownPreparation()
        try:
            with translated(self._place):
                yield
        except RecordsError as error:
            self.failure = self.failure or error
            raise


@contextmanager
def turn(
    database: Database, keys: KeyRing, deletion: Deletion, preparation_id: str
) -> Iterator[TurnRecord]:
    """Hold a preparation for one turn; committed at the end, rolled back on any exception.

    Raises:
        UnknownPreparation: there is none with this id.
        RecordsInUse: somebody else held it for longer than the time to wait.
        RecordsError: whichever fits.
    """
    with database.writing() as connection:
        row = connection.execute(_LOCKED, {"preparation": preparation_id}).first()
        if row is None:
            raise UnknownPreparation()
        made = Preparation(**row._mapping)
        record = TurnRecord(made, connection, keys, deletion, database.place)
        yield record
        if record.failure:
            raise record.failure
