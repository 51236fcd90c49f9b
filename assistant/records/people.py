"""Persons, memberships, meetings and preparations: found and made within a transaction."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Table, select
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection
from sqlalchemy.sql import Select

from assistant.records.entities import LearningSet, Meeting, Member, Person, Preparation, Role
from assistant.records.errors import UnknownPreparation, UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.models import meeting, membership, person, preparation
from assistant.records.moments import new_id, now
from assistant.records.names import listed_name, person_name, seal_person_name
from assistant.records.sets import Sets


class People:
    """Who takes part in what, within a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self._sets = Sets(connection, keys)

    def add_person(self, name: str) -> Person:
        """Make a person, with a key of their own.

        The key is on the disk before the row is: a key without its row does no harm.
        """
        made = Person(new_id(), name, now())
        self._keys.create(made.id)
        sealed = seal_person_name(self._keys, made.id, name)
        self._insert(person, id=made.id, name=sealed, created_at=made.created_at)
        return made

    def add_member(self, person_id: str, set_id: str, role: Role) -> Member:
        """Give a person a place in a set, from now on."""
        who = self._present(person_id)
        self._sets.one(set_id)
        made = Member(who, role, now(), None)
        self._insert(
            membership,
            id=new_id(),
            person_id=person_id,
            set_id=set_id,
            role=role.value,
            valid_from=made.valid_from,
        )
        return made

    def add_meeting(self, set_id: str, held_on: date) -> Meeting:
        """Make a meeting of a set."""
        self._sets.one(set_id)
        made = Meeting(new_id(), set_id, held_on, now())
        self._insert(meeting, **vars(made))
        return made

    def add_preparation(self, person_id: str, meeting_id: str, language: str) -> Preparation:
        """Begin a preparation of a person for a meeting."""
        self._present(person_id)
        self.meeting(meeting_id)
        made = Preparation(new_id(), person_id, meeting_id, language, now())
        self._insert(preparation, **vars(made))
        return made

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        row = self._one(select(person).where(person.c.id == person_id), "person")
        return Person(row.id, person_name(self._keys, row.id, row.name), row.created_at)

    def meeting(self, meeting_id: str) -> Meeting:
        """The meeting with this id."""
        row = self._one(select(meeting).where(meeting.c.id == meeting_id), "meeting")
        return Meeting(**row._mapping)

    def preparation(self, preparation_id: str) -> Preparation:
        """The preparation with this id."""
        found = select(preparation).where(preparation.c.id == preparation_id)
        row = self._connection.execute(found).first()
        if row is None:
            raise UnknownPreparation()
        return Preparation(**row._mapping)

    def set_of(self, preparation_id: str) -> LearningSet:
        """The set for whose meeting a preparation is."""
        return self._sets.one(self.meeting(self.preparation(preparation_id).meeting_id).set_id)

    def meetings(self, set_id: str) -> tuple[Meeting, ...]:
        """The meetings of a set, by day."""
        found = (
            select(meeting)
            .where(meeting.c.set_id == set_id)
            .order_by(meeting.c.held_on, meeting.c.created_at)
        )
        return tuple(Meeting(**row) for row in self._connection.execute(found).mappings())

    def members(self, set_id: str) -> tuple[Member, ...]:
        """Who has a place in a set now, in the order in which they came."""
        found = (
            select(person, membership.c.role, membership.c.valid_from, membership.c.valid_to)
            .join(membership, membership.c.person_id == person.c.id)
            .where(membership.c.set_id == set_id, membership.c.valid_to.is_(None))
            .order_by(membership.c.valid_from, membership.c.id)
        )
        return tuple(self._member(row) for row in self._connection.execute(found))

    def preparations(self, person_id: str) -> tuple[Preparation, ...]:
        """The preparations of a person, oldest first."""
        found = (
            select(preparation)
            .where(preparation.c.person_id == person_id)
            .order_by(preparation.c.started_at, preparation.c.id)
        )
        return tuple(Preparation(**row) for row in self._connection.execute(found).mappings())

    def _present(self, person_id: str) -> Person:
        """A person who has not deleted everything, and cannot until this transaction ends."""
        found = select(person).where(person.c.id == person_id, person.c.deleted_at.is_(None))
        self._one(found.with_for_update(), "person")
        return self.person(person_id)

    def _member(self, row: Row) -> Member:
        who = Person(row.id, listed_name(self._keys, row.id, row.name), row.created_at)
        return Member(who, Role(row.role), row.valid_from, row.valid_to)

    def _insert(self, table: Table, **values: object) -> None:
        self._connection.execute(table.insert(), values)

    def _one(self, found: Select, what: str) -> Row:
        row: Row | None = self._connection.execute(found).first()
        if row is None:
            raise UnknownRecord(what=what)
        return row
