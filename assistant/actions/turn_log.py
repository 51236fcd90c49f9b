"""The log as one turn sees it: where the preparation stands, and the steps the turn adds.

The engine opens one for each turn; the actions read and write nothing else. Under a separate
action server (development) each action opens its own on the development database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from assistant.catalogue import Catalogue
from assistant.coaching.fold import after
from assistant.coaching.next_question import next_question, question_beneath
from assistant.coaching.state import State
from assistant.records.entities import Deleted
from assistant.records.steps import How, Step, StepKind
from assistant.records.turn_record import TurnRecord


@dataclass(frozen=True)
class Message:
    """A message of the member, as it came.

    Attributes:
        said: the whole of it, character for character; for a choice, its key.
        how: typed, spoken or chosen; None when the member has said nothing.
        message_id: the channel's id for it.
        at: when, in UTC.
        language: the language of the conversation, an ISO 639-1 code.
    """

    said: str
    how: How | None
    message_id: str
    at: datetime
    language: str = "en"

    @property
    def words(self) -> str:
        """What was said in words, without white space around it; nothing for a choice."""
        return "" if self.how is How.CHOSEN else self.said.strip()


@dataclass
class TurnLog:
    """One turn's view of a preparation's log.

    Attributes:
        state: where the preparation stands, the steps of this turn included.
        message: what the member said.
        catalogue: questions and wording.
        record: the database's side of the turn, one transaction.
        contacts: people to turn to, by the name under which the wording asks for them.
        ground_rules: what the set agreed, in order; empty while it has not.
        keep_months: how long the set keeps things after a meeting; None: for ever.
        open: the question that was open when the message came.
        taken: the message has been taken in (a form may run twice in one turn).
        answered: the message answered the question that was open, whatever else it was.
        judged: the intent that the message was judged to have.
        would_be: the command that the message would have been, where it is an answer.
        told_what_stays: it was said that the set keeps earlier words.
        of_meetings: the words of earlier meetings that the reply tells; they are not kept with it,
            since they go with the keys of those meetings.
        deleted: what went, once everything is deleted.
        failure: what an action failed with; Rasa itself would go on without a word.
        before: where the preparation stood before the turn.
    """

    state: State
    message: Message
    catalogue: Catalogue
    record: TurnRecord
    contacts: Mapping[str, str]
    ground_rules: Sequence[str] = ()
    keep_months: int | None = None
    open: str = ""
    taken: bool = False
    answered: bool = False
    judged: str = ""
    would_be: str | None = None
    told_what_stays: bool = False
    of_meetings: str = ""
    deleted: Deleted | None = None
    failure: Exception | None = None
    _said: bool = False
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note where the preparation stands before the turn, and the question that is open."""
        self.before = self.state
        self.open = next_question(self.state, self.catalogue)

    def append(self, kind: StepKind, question: str | None = None, **fields: Any) -> None:
        """Add a step of this turn's message; the first one carries the message itself."""
        said = {} if self._said else {"said": self.message.said, "how": self.message.how}
        self._said = True
        self._add(kind, question or self.beneath, **{**said, **fields})

    def note(self, kind: StepKind, question: str, **fields: Any) -> None:
        """Add a step of the assistant's own: what it showed or offered."""
        self._add(kind, question, **fields)

    @property
    def next(self) -> str:
        """Key of the question to ask now."""
        return next_question(self.state, self.catalogue)

    @property
    def beneath(self) -> str:
        """Key of the question beneath a doubt or an aside."""
        return question_beneath(self.state, self.catalogue)

    @property
    def concerned(self) -> str:
        """Key of the question that a command of this message is about."""
        return self.open if self.answered else self.next

    def release(self, item: str, text: str, words: str, day: date | None = None) -> None:
        """Pass an item on to the set's record, in this wording, made of these own words.

        ``day`` is the day that was shown beside it.
        """
        self.record.release(item, text, self.message.at, day)
        seen = day.isoformat() if day else None
        self.append(
            StepKind.RELEASED, "release", about=item, text=text, wording=words, command=seen
        )

    def withdraw(self, item: str) -> None:
        """Take an item back from the set's record."""
        self.record.withdraw(item, self.message.at)
        self.append(StepKind.WITHDRAWN, "release", about=item)

    def delete_everything(self) -> Deleted:
        """Delete all that belongs to this person; the log ends here."""
        self.deleted = self.record.delete_person()
        return self.deleted

    def _add(self, kind: StepKind, question: str, **fields: Any) -> None:
        step = Step(
            kind=kind,
            question=question,
            at=self.message.at,
            language=self.message.language,
            message_id=self.message.message_id,
            **fields,
        )
        self.steps.append(step)
        self.state = after(self.state, step)


def begun(
    record: TurnRecord,
    state: State,
    message: Message,
    catalogue: Catalogue,
    contacts: Mapping[str, str],
) -> TurnLog:
    """The log of a turn that begins here, in the words and by the agreements of its set.

    ``contacts`` are those of the settings; the set's own stand in for them.
    """
    group = record.learning_set()
    return TurnLog(
        state,
        message,
        catalogue.with_word(group.word),
        record,
        {**contacts, **group.contacts},
        group.ground_rules,
        group.keep_months,
    )


_current: ContextVar[TurnLog] = ContextVar("turn_log")


@contextmanager
def as_current(log: TurnLog) -> Iterator[TurnLog]:
    """Make this the log that actions see while the block runs."""
    token = _current.set(log)
    try:
        yield log
    finally:
        _current.reset(token)


def current_log() -> TurnLog | None:
    """The log of the turn that is running in this context, if one is."""
    return _current.get(None)
