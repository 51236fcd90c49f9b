"""The entries of a preparation's log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class StepKind(str, Enum):
    """What an entry of the log says happened."""

    SHOWN = "shown"
    ANSWERED = "answered"
    REVISED = "revised"
    SKIPPED = "skipped"
    WENT_BACK = "went_back"
    ASKED = "asked"
    HELD = "held"
    SETTLED = "settled"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


class How(str, Enum):
    """How a member gave a message."""

    TYPED = "typed"
    SPOKEN = "spoken"
    CHOSEN = "chosen"


@dataclass(frozen=True)
class Step:
    """One entry of the log of a preparation.

    ``wording``, ``said`` and ``text`` are private and are stored encrypted.

    Attributes:
        kind: what happened.
        question: key of the question it concerns (a slot of the form), or None.
        at: when, in UTC with its time zone.
        language: language of the wording, an ISO 639-1 code.
        wording: the exact wording shown (for ``shown``, ``offered``).
        said: the whole message of the member, character for character.
        text: the part of it judged to be the answer; for ``released`` the wording released.
        how: typed, spoken or chosen; None where the member said nothing.
        message_id: id of the message it came from.
        command: the intent that was carried out, or, for an answer, the command that the
            message would have been (so that "that was a command" can turn it round); for
            ``released`` the day that was seen beside the wording, by ISO 8601.
        about: what a command is about: the key of a question, or of an item.
        seq: place in the log, from 1; 0 until it is stored.
    """

    kind: StepKind
    question: str | None
    at: datetime
    language: str = "en"
    wording: str | None = None
    said: str | None = None
    text: str | None = None
    how: How | None = None
    message_id: str | None = None
    command: str | None = None
    about: str | None = None
    seq: int = 0
