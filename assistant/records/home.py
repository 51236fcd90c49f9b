"""The preparation that the ``assistant`` command goes on with."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.future import Connection

from assistant.records.entities import Meeting, Preparation, Role
from assistant.records.models import meeting, membership, person, preparation
from assistant.records.people import People
from assistant.records.sets import Sets

UNTIL_NEXT_MEETING = timedelta(weeks=4)
"""How far ahead the next meeting is taken to be while nobody has said when it is."""


class Home:
    """The first member of this installation and what they have next, within a transaction."""

    def __init__(self, connection: Connection, people: People, sets: Sets, today: date) -> None:
        self._connection = connection
        self._people = people
        self._sets = sets
        self._today = today

    def find(self) -> Preparation | None:
        """The newest preparation for the next meeting; None while something is missing."""
        place = self._place()
        if place is None:
            return None
        person_id, set_id = place
        upcoming = self._next_meeting(set_id)
        return self._preparation(person_id, upcoming.id) if upcoming else None

    def find_or_make(self, member_name: str, set_name: str, language: str) -> Preparation:
        """The same, with whatever is missing made."""
        person_id, set_id = self._place() or self._new_place(member_name, set_name)
        upcoming = self._next_meeting(set_id) or self._people.add_meeting(
            set_id, self._today + UNTIL_NEXT_MEETING
        )
        return self._preparation(person_id, upcoming.id) or self._people.add_preparation(
            person_id, upcoming.id, language
        )

    def _place(self) -> tuple[str, str] | None:
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

    def _new_place(self, member_name: str, set_name: str) -> tuple[str, str]:
        who, where = self._people.add_person(member_name), self._sets.add(set_name)
        self._people.add_member(who.id, where.id, Role.MEMBER)
        return who.id, where.id

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
