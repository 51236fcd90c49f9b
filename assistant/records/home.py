"""The preparation that the ``assistant`` command goes on with."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.future import Connection

from assistant.records.entities import Meeting, Preparation, Role
from assistant.records.keys import KeyRing
from assistant.records.memberships import Memberships
from assistant.records.models import meeting, membership, person, preparation
from assistant.records.people import People
from assistant.records.sets import Sets

UNTIL_NEXT_MEETING = timedelta(weeks=4)
"""How far ahead the next meeting is taken to be while nobody has said when it is."""


class Home:
    """What a member has next, within a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing, today: date) -> None:
        self._connection = connection
        self._people = People(connection, keys)
        self._sets = Sets(connection, keys)
        self._memberships = Memberships(connection, keys)
        self._today = today

    def first_place(self) -> tuple[str, str] | None:
        """Who was here first and is still here, and their set."""
        found = (
            select(membership.c.person_id, membership.c.set_id)
            .join(person, person.c.id == membership.c.person_id)
            .where(person.c.deleted_at.is_(None), membership.c.valid_to.is_(None))
            .order_by(person.c.created_at, membership.c.valid_from)
            .limit(1)
        )
        row = self._connection.execute(found).first()
        return (row.person_id, row.set_id) if row else None

    def new_place(self, member_name: str, set_name: str) -> tuple[str, str]:
        """Make the first member; a set that was made for them, and is still empty, is theirs."""
        who = self._people.add_person(member_name)
        where = self._empty_set(set_name) or self._sets.add(set_name).id
        self._memberships.add(who.id, where, Role.MEMBER)
        return who.id, where

    def find(self, person_id: str, set_id: str) -> Preparation | None:
        """The newest preparation for the set's next meeting; None while something is missing."""
        upcoming = self._next_meeting(set_id)
        return self._preparation(person_id, upcoming.id) if upcoming else None

    def find_or_make(self, person_id: str, set_id: str, language: str) -> Preparation:
        """The same, with whatever is missing made."""
        upcoming = self._next_meeting(set_id) or self._people.add_meeting(
            set_id, self._today + UNTIL_NEXT_MEETING
        )
        return self._preparation(person_id, upcoming.id) or self._people.add_preparation(
            person_id, upcoming.id, language
        )

    def _empty_set(self, name: str) -> str | None:
        """The set with this name in which nobody has been yet, or the only such set."""
        taken = set(self._connection.execute(select(membership.c.set_id)).scalars())
        empty = [one for one in self._sets.all() if one.id not in taken]
        named = [one for one in empty if one.name == name]
        return (named or empty)[0].id if named or len(empty) == 1 else None

    def _next_meeting(self, set_id: str) -> Meeting | None:
        found = (
            select(meeting)
            .where(meeting.c.set_id == set_id, meeting.c.held_on >= self._today)
            .order_by(meeting.c.held_on, meeting.c.created_at)
            .limit(1)
        )
        row = self._connection.execute(found).first()
        return Meeting(**row._mapping) if row else None

    def _preparation(self, person_id: str, meeting_id: str) -> Preparation | None:
        found = (
            select(preparation)
            .where(preparation.c.person_id == person_id, preparation.c.meeting_id == meeting_id)
            .order_by(preparation.c.started_at.desc())
            .limit(1)
        )
        row = self._connection.execute(found).first()
        return Preparation(**row._mapping) if row else None
