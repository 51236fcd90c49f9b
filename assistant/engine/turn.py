"""What goes into the engine, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from assistant.records.steps import How


@dataclass(frozen=True)
class Turn:
    """One message of a member.

    Attributes:
        preparation_id: whose preparation it belongs to.
        text: what was typed or said, as it came; any length, any characters.
        choice: key of a choice that the last reply offered, or of a command, instead of a text.
        how: typed, spoken or chosen.
        message_id: made by the channel; the same id twice is the same message.
    """

    preparation_id: str
    text: str = ""
    choice: str | None = None
    how: How = How.TYPED
    message_id: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True)
class Choice:
    """Something that a member can choose by key or button instead of typing."""

    key: str
    label: str


@dataclass(frozen=True)
class Progress:
    """How far a preparation is: questions dealt with, of how many."""

    done: int
    of: int


@dataclass(frozen=True)
class Reply:
    """What the assistant says in answer to a turn.

    Attributes:
        messages: what to show or say, in order; the last one holds the open question.
        question: key of the question that is now open.
        kind: what it takes: text, number, list, choice, date, yes_no, or ``ended`` when the
            preparation is no more (deleted).
        choices: what can be chosen instead of typing.
        progress: how far the preparation is.
    """

    messages: tuple[str, ...]
    question: str
    kind: str
    choices: tuple[Choice, ...]
    progress: Progress
