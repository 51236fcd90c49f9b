"""Persons, meetings and preparations: found and made within a transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Table, select, update
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection
from sqlalchemy.sql import Select

from assistant.records import agreed
from assistant.records.entities import LearningSet, Meeting, Person, Preparation
from assistant.records.errors import UnknownPreparation, UnknownRecord
from assistant.records.keys import KeyRing, SealedText
from assistant.records.models import meeting, person, preparation
from assistant.records.moments import new_id, now
from assistant.records.names import person_name, seal_person_name
from assistant.records.numbers import next_number
from assistant.records.sets import Sets


class People:
    """Who takes part in what, within a transaction."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self._sets = Sets(connection, keys)

    def add_person(self, name: str) -> Person:
        """Make a person, with a key and a number of their own; the caller is alone.

        The key is on the disk before the row is: a key without its row does no harm.

        Raises:
            UnusableName: the name is empty.
        """
        number = next_number(self._connection, person)
        made = Person(new_id(), agreed.name(name), now(), number)
        self._keys.create(made.id)
        self._insert(person, **{**vars(made), "name": self._sealed(made.id, made)})
        return made

    def add_meeting(self, set_id: str, held_on: date) -> Meeting:
        """Make a meeting of a set."""
        self._sets.one(set_id)
        own = new_id()
        self._keys.create(own, under=set_id)
        made = Meeting(own, set_id, held_on, now(), own)
        self._insert(meeting, **vars(made))
        return made

    def add_preparation(
        self, person_id: str, meeting_id: str, language: str, own_id: str | None = None
    ) -> Preparation:
        """Begin a preparation of a person for a meeting; ``own_id`` in place of a new id."""
        self.present(person_id)
        self.meeting(meeting_id)
        own = own_id or new_id()
        self._keys.create(own, under=person_id)
        made = Preparation(own, person_id, meeting_id, language, now(), own)
        self._insert(preparation, **vars(made))
        return made

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        row = self._one(select(person).where(person.c.id == person_id), "person")
        name = person_name(self._keys, row.name_key or row.id, row.id, row.name)
        return Person(row.id, name, row.created_at, row.number)

    def rename(self, person_id: str, name: str) -> Person:
        """Give a person another name; what they passed on before stands under it too."""
        who = replace(self.present(person_id), name=agreed.name(name))
        row = self._one(select(person).where(person.c.id == person_id), "person")
        self._change(person_id, name=self._sealed(row.name_key or row.id, who))
        return who

    def give_name_a_key(self, person_id: str) -> None:
        """Seal a person's name under a key of its own, so that it can be told without theirs."""
        row = self._one(select(person).where(person.c.id == person_id), "person")
        if row.name_key:
            return
        owner = new_id()
        self._keys.create(owner)
        name = self._sealed(owner, self.present(person_id))
        self._change(person_id, name_key=owner, name=name)

    def meeting(self, meeting_id: str) -> Meeting:
        """The meeting with this id."""
        row = self._one(select(meeting).where(meeting.c.id == meeting_id), "meeting")
        return Meeting(**row._mapping)

    def move_meeting(self, meeting_id: str, held_on: date) -> Meeting:
        """Give a meeting another day; the preparations for it and its record stay with it."""
        moved = update(meeting).where(meeting.c.id == meeting_id).values(held_on=held_on)
        self._connection.execute(moved)
        return self.meeting(meeting_id)

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

    def preparations(self, person_id: str) -> tuple[Preparation, ...]:
        """The preparations of a person, oldest first."""
        found = (
            select(preparation)
            .where(preparation.c.person_id == person_id)
            .order_by(preparation.c.started_at, preparation.c.id)
        )
        return tuple(Preparation(**row) for row in self._connection.execute(found).mappings())

    def present(self, person_id: str) -> Person:
        """A person who has not deleted everything, and cannot until this transaction ends."""
        found = select(person).where(person.c.id == person_id, person.c.deleted_at.is_(None))
        self._one(found.with_for_update(), "person")
        return self.person(person_id)

    def _sealed(self, owner: str, who: Person) -> SealedText:
        return seal_person_name(self._keys, owner, who.id, who.name)

    def _change(self, person_id: str, **values: object) -> None:
        self._connection.execute(update(person).where(person.c.id == person_id).values(**values))

    def _insert(self, table: Table, **values: object) -> None:
        self._connection.execute(table.insert(), values)

    def _one(self, found: Select, what: str) -> Row:
        row: Row | None = self._connection.execute(found).first()
        if row is None:
            raise UnknownRecord(what=what)
        return row
