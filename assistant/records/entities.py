"""What the store answers with: plain values, apart from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class Role(str, Enum):
    """What a person is in a set."""

    MEMBER = "member"
    FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Person:
    """Somebody who takes part; ``name`` says so when they deleted everything.

    ``number`` is theirs for good: nobody else is ever given it, not even when they are gone.
    """

    id: str
    name: str
    created_at: datetime
    number: int


@dataclass(frozen=True)
class LearningSet:
    """An action learning set, and what it agreed.

    Attributes:
        id: its key.
        name: its name, which may be that of another set too.
        created_at: when it was made, in UTC.
        number: its own for good: no other set is ever given it.
        word: what it calls the place where its members work, such as "school"; None: not said.
        ground_rules: what it agreed, in order; empty: not yet.
        keep_months: how many months after a meeting what belongs to it is kept; None: for ever.
        contacts: whom it turns to, by the name of the setting that each stands in for.
    """

    id: str
    name: str
    created_at: datetime
    number: int
    word: str | None = None
    ground_rules: tuple[str, ...] = ()
    keep_months: int | None = None
    contacts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Member:
    """A person's place in a set, from when until when (None: still)."""

    person: Person
    role: Role
    valid_from: datetime
    valid_to: datetime | None


@dataclass(frozen=True)
class Place:
    """Somebody's place in a set, as ``Member`` has it, with the set."""

    person: Person
    group: LearningSet
    role: Role
    valid_from: datetime
    valid_to: datetime | None


@dataclass(frozen=True)
class Meeting:
    """A meeting of a set, on a day.

    ``own_key`` is the owner of the key under which what is released for it is kept; None: the set.
    """

    id: str
    set_id: str
    held_on: date
    created_at: datetime
    own_key: str | None = None


@dataclass(frozen=True)
class Preparation:
    """One member's work for one meeting.

    ``own_key`` is the owner of the key under which its log is kept; None: the person.
    """

    id: str
    person_id: str
    meeting_id: str
    language: str
    started_at: datetime
    own_key: str | None = None


@dataclass(frozen=True)
class ReleasedItem:
    """Something a member shared with the set, in the wording that they saw.

    Attributes:
        person_id: who released it.
        person_name: their name, or words for a person who deleted everything.
        item: key of what was released.
        text: the wording; None once it was withdrawn.
        released_at: when it was released, in UTC.
        withdrawn_at: when it was withdrawn, in UTC; None while it stands.
        day: the day that they saw beside it, when a step is to be done; None: there was none, or
            it was withdrawn.
    """

    person_id: str
    person_name: str
    item: str
    text: str | None
    released_at: datetime
    withdrawn_at: datetime | None
    day: date | None = None


@dataclass(frozen=True)
class Deleted:
    """What went when a person deleted everything.

    Attributes:
        steps: entries of their logs.
        replies: replies kept for messages that come twice.
        preparations: their preparations.
        releases_withdrawn: items withdrawn from the records of their sets.
        key: whether a key file was erased.
        backups_locked: copies of the database in which their private text can no longer be read.
    """

    steps: int
    replies: int
    preparations: int
    releases_withdrawn: int
    key: bool
    backups_locked: int


@dataclass(frozen=True)
class Left:
    """What went when somebody left a set.

    Attributes:
        preparations: their preparations for it that were deleted.
        steps: entries of the logs of these.
        kept: items that they passed on and that stay in the set's record.
    """

    preparations: int
    steps: int
    kept: int


@dataclass(frozen=True)
class Finding:
    """One line of a check of the records.

    Attributes:
        check: its key, one of ``errors.FINDINGS``.
        ok: whether all is well.
        sentence: what was found and, if need be, what to do.
    """

    check: str
    ok: bool
    sentence: str
