"""The store: every question that is put to the records, and every change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from typing import Any

from sqlalchemy.future import Connection

from assistant.records import health
from assistant.records.database import Database
from assistant.records.deletion import Deletion
from assistant.records.entities import (
    Deleted,
    Finding,
    LearningSet,
    Meeting,
    Member,
    Person,
    Preparation,
    ReleasedItem,
    Role,
)
from assistant.records.errors import RecordsError
from assistant.records.home import Home
from assistant.records.keys import KeyRing
from assistant.records.log import Log
from assistant.records.migrate import bring_up_to_date
from assistant.records.people import People
from assistant.records.sets import Sets
from assistant.records.sharing import Sharing
from assistant.records.steps import Step
from assistant.records.turn_record import TurnRecord, turn
from assistant.settings import Settings


class Store:
    """The records of one installation.

    Every method may be called from any thread and raises ``RecordsError``, whichever fits; one
    that asks for an id that is not there raises ``UnknownPreparation`` or ``UnknownRecord``.

    On SQLite one transaction writes at a time: within a ``turn``, change the records through its
    ``TurnRecord`` only, never through the store.
    """

    def __init__(self, settings: Settings) -> None:
        """Use ``open`` instead; this one brings nothing up to date."""
        self._settings = settings
        self._keys = KeyRing(settings.keys_folder)
        self._database = Database(settings)
        self._deletion = Deletion(self._database, self._keys, settings.backup_folder)

    @classmethod
    def open(cls, settings: Settings) -> Store:
        """Open the records; make them or bring them up to date where that is needed.

        Raises:
            NewerDatabase: they were made by a newer version; nothing was changed.
            RecordsError: whichever fits.
        """
        store = cls(settings)
        try:
            bring_up_to_date(store._database, settings.backup_folder, settings.busy_timeout_s)
            store._deletion.finish()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def examine(cls, settings: Settings) -> tuple[Finding, ...]:
        """As ``check``, also for records that cannot even be opened; it raises nothing."""
        try:
            store = cls.open(settings)
        except RecordsError as error:
            space = health.space(settings.data_folder)
            return (health.finding("database", False, reason=error), space)
        with closing(store):
            return store.check()

    def close(self) -> None:
        """Let go of the database. The store must not be used afterwards."""
        self._database.close()

    def home(self, today: date) -> Preparation | None:
        """``home_preparation`` where it is there already; nothing is made, None otherwise."""
        with self._database.reading() as connection:
            return self._home(connection, today).find()

    def home_preparation(self, member_name: str, set_name: str, today: date) -> Preparation:
        """The preparation that this installation's first member has open.

        It is the newest one for the next meeting; whatever is missing is made: the person, their
        set, a meeting in four weeks, the preparation.
        """
        found = self.home(today)
        if found:
            return found
        with self._database.alone() as connection:
            home = self._home(connection, today)
            return home.find_or_make(member_name, set_name, self._settings.language)

    def create_person(self, name: str) -> Person:
        """Make a person, with a key of their own."""
        with self._changing() as people:
            return people.add_person(name)

    def create_set(self, name: str) -> LearningSet:
        """Make a set, with a key of its own."""
        with self._database.writing() as connection:
            return Sets(connection, self._keys).add(name)

    def change_set(self, set_id: str, **changes: Any) -> LearningSet:
        """Change fields of a set: name, word, ground_rules, keep_months, contacts.

        Each is taken as a person wrote it (``agreed``); UnusableName, UnusableWord or
        UnusableMonths says why one cannot be used, and then nothing is changed.
        """
        with self._database.writing() as connection:
            return Sets(connection, self._keys).change(set_id, **changes)

    def sets(self) -> tuple[LearningSet, ...]:
        """Every set, in the order in which they were made."""
        with self._database.reading() as connection:
            return Sets(connection, self._keys).all()

    def add_member(self, person_id: str, set_id: str, role: Role | str = Role.MEMBER) -> Member:
        """Give a person a place in a set, from now on."""
        with self._changing() as people:
            return people.add_member(person_id, set_id, Role(role))

    def create_meeting(self, set_id: str, held_on: date) -> Meeting:
        """Make a meeting of a set."""
        with self._changing() as people:
            return people.add_meeting(set_id, held_on)

    def create_preparation(
        self, person_id: str, meeting_id: str, language: str = "en"
    ) -> Preparation:
        """Begin a preparation of a person for a meeting; earlier ones stay."""
        with self._changing() as people:
            return people.add_preparation(person_id, meeting_id, language)

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        with self._asking() as people:
            return people.person(person_id)

    def learning_set(self, set_id: str) -> LearningSet:
        """The set with this id."""
        with self._database.reading() as connection:
            return Sets(connection, self._keys).one(set_id)

    def set_of(self, preparation_id: str) -> LearningSet:
        """The set for whose meeting a preparation is."""
        with self._asking() as people:
            return people.set_of(preparation_id)

    def meeting(self, meeting_id: str) -> Meeting:
        """The meeting with this id."""
        with self._asking() as people:
            return people.meeting(meeting_id)

    def meetings(self, set_id: str) -> tuple[Meeting, ...]:
        """The meetings of a set, by day."""
        with self._asking() as people:
            return people.meetings(set_id)

    def members(self, set_id: str) -> tuple[Member, ...]:
        """Who has a place in a set now, in the order in which they came."""
        with self._asking() as people:
            return people.members(set_id)

    def preparation(self, preparation_id: str) -> Preparation:
        """The preparation with this id."""
        with self._asking() as people:
            return people.preparation(preparation_id)

    def preparations(self, person_id: str) -> tuple[Preparation, ...]:
        """The preparations of a person, oldest first."""
        with self._asking() as people:
            return people.preparations(person_id)

    def steps(self, preparation_id: str, after: int = 0) -> tuple[Step, ...]:
        """The log of a preparation, in order, from after place ``after`` on."""
        with self._database.reading() as connection:
            made = People(connection, self._keys).preparation(preparation_id)
            return Log(connection, self._keys, made.id, made.person_id).steps(after)

    def turn(self, preparation_id: str) -> AbstractContextManager[TurnRecord]:
        """Hold a preparation for one turn: one transaction, which nobody else can break into.

        Leaving the block commits; an exception rolls back. The block may be entered in one thread
        and left in another.
        """
        return turn(self._database, self._keys, self._deletion, preparation_id)

    def releases(self, meeting_id: str) -> tuple[ReleasedItem, ...]:
        """Everything that was released for a meeting, in order of release."""
        with self._database.reading() as connection:
            meeting = People(connection, self._keys).meeting(meeting_id)
            return Sharing(connection, self._keys, meeting).items()

    def delete_person(self, person_id: str) -> Deleted:
        """Delete everything of a person, at once and for good."""
        with self._database.writing() as connection:
            return self._deletion.person(connection, person_id)

    def check(self) -> tuple[Finding, ...]:
        """What is well and what is not with the database, the key files and the disk."""
        found = health.examine(self._database, self._keys)
        return (*found, health.space(self._settings.data_folder))

    def _home(self, connection: Connection, today: date) -> Home:
        people, sets = People(connection, self._keys), Sets(connection, self._keys)
        return Home(connection, people, sets, today)

    @contextmanager
    def _asking(self) -> Iterator[People]:
        with self._database.reading() as connection:
            yield People(connection, self._keys)

    @contextmanager
    def _changing(self) -> Iterator[People]:
        with self._database.writing() as connection:
            yield People(connection, self._keys)
