"""The store: every question that is put to the records, and every change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
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
    Left,
    Meeting,
    Member,
    Person,
    Place,
    Preparation,
    ReleasedItem,
    Role,
)
from assistant.records.errors import (
    FolderNotUsable,
    ReadOnlyRecords,
    RecordsError,
    RecordsInUse,
    WeakPassphrase,
)
from assistant.records.home import Home
from assistant.records.keys import KeyRing
from assistant.records.leaving import leave
from assistant.records.log import Log
from assistant.records.memberships import Memberships
from assistant.records.migrate import bring_up_to_date
from assistant.records.people import People
from assistant.records.removal import Removal, expired
from assistant.records.set_removal import remove_set
from assistant.records.sets import Sets
from assistant.records.sharing import Sharing
from assistant.records.steps import Step
from assistant.records.turn_record import TurnRecord, turn
from assistant.settings import Settings

SHORTEST_PASSPHRASE = 8
"""Characters; fewer are guessed."""


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
            store._expire_now()
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
            home = Home(connection, self._keys, today)
            place = home.first_place()
            return home.find(*place) if place else None

    def home_preparation(self, member_name: str, set_name: str, today: date) -> Preparation:
        """The preparation that this installation's first member has open.

        It is the newest one for the next meeting; whatever is missing is made: the person, their
        set, a meeting in four weeks, the preparation.
        """
        found = self.home(today)
        if found:
            return found
        with self._database.alone() as connection:
            home = Home(connection, self._keys, today)
            place = home.first_place() or home.new_place(member_name, set_name)
            return home.find_or_make(*place, self._settings.language)

    def preparation_for(self, person_id: str, set_id: str, today: date) -> Preparation:
        """A member's newest preparation for the next meeting of their set; made where needed."""
        with self._database.reading() as connection:
            found = Home(connection, self._keys, today).find(person_id, set_id)
        if found:
            return found
        with self._database.alone() as connection:
            home = Home(connection, self._keys, today)
            return home.find_or_make(person_id, set_id, self._settings.language)

    def places(self, *, left: bool = False) -> tuple[Place, ...]:
        """Who has a place in which set, in the order in which they came; ``left``: or had one."""
        with self._database.reading() as connection:
            return Memberships(connection, self._keys).places(left=left)

    def deserted(self) -> frozenset[str]:
        """The ids of sets in which somebody was, all of whom have deleted everything."""
        with self._database.reading() as connection:
            return Memberships(connection, self._keys).deserted()

    def is_protected(self, person_id: str) -> bool:
        """Whether a passphrase protects what this person said."""
        return self._keys.is_protected(person_id)

    def unlock(self, person_id: str, passphrase: str) -> None:
        """Open what a passphrase protects, for as long as this store is open.

        Raises:
            WrongPassphrase: it is another one.
        """
        self._keys.unlock(person_id, passphrase)

    def protect(self, person_id: str, passphrase: str | None) -> None:
        """Protect what a person said by a passphrase from now on; None: by none any more.

        Their name gets a key of its own first: the set goes on to see who passed something on.

        Raises:
            WeakPassphrase: it is too short; nothing was changed.
            LockedKey: another passphrase protects it, and was not given.
        """
        if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
            raise WeakPassphrase()
        with self._changing() as people:
            people.give_name_a_key(person_id)
        self._keys.protect(person_id, passphrase)

    def create_person(self, name: str) -> Person:
        """Make a person, with a key of their own."""
        with self._database.alone() as connection:
            return People(connection, self._keys).add_person(name)

    def create_set(self, name: str) -> LearningSet:
        """Make a set, with a key of its own."""
        with self._database.alone() as connection:
            return Sets(connection, self._keys).add(name)

    def change_set(self, set_id: str, **changes: Any) -> LearningSet:
        """Change fields of a set: name, word, ground_rules, keep_months, contacts.

        Each is taken as a person wrote it (``agreed``); UnusableName, UnusableWord or
        UnusableMonths says why one cannot be used, and then nothing is changed.
        """
        with self._database.writing() as connection:
            return Sets(connection, self._keys).change(set_id, **changes)

    def remove_set(self, set_id: str) -> None:
        """Take out a set in which nothing is, for good; SetInUse where something is."""
        with self._database.alone() as connection:
            remove_set(connection, self._removal(connection), set_id)
        self._deletion.finish()

    def sets(self) -> tuple[LearningSet, ...]:
        """Every set, in the order in which they were made."""
        with self._database.reading() as connection:
            return Sets(connection, self._keys).all()

    def add_member(self, person_id: str, set_id: str, role: Role | str = Role.MEMBER) -> Member:
        """Give a person a place in a set, from now on."""
        with self._database.writing() as connection:
            return Memberships(connection, self._keys).add(person_id, set_id, Role(role))

    def change_role(self, person_id: str, set_id: str, role: Role) -> None:
        """Give a member another role from now on."""
        with self._database.writing() as connection:
            Memberships(connection, self._keys).change_role(person_id, set_id, role)

    def rename_person(self, person_id: str, name: str) -> Person:
        """Give a person another name; UnusableName where there is none."""
        with self._changing() as people:
            return people.rename(person_id, name)

    def leave(self, person_id: str, set_id: str, *, forget: bool = False) -> Left:
        """End a person's place in a set; what they passed on stays in its record.

        ``forget``: what they prepared for its meetings is deleted, with its keys; and their own
        key too, where they have a place nowhere else.
        """
        with self._database.writing() as connection:
            left = leave(
                connection, self._keys, self._removal(connection), person_id, set_id, forget
            )
        self._deletion.finish()
        self._deletion.empty_write_ahead_log()
        return left

    def expire(self, today: date) -> int:
        """Delete what its set does not keep any longer, with its keys; answer how many meetings."""
        with self._database.reading() as connection:
            if not expired(connection, today):
                return 0
        with self._database.alone() as connection:
            rows, removal = expired(connection, today), self._removal(connection)
            removal.meetings(rows)
            removal.people_who_left()
        self._deletion.finish()
        self._deletion.empty_write_ahead_log()
        return len(rows)

    def create_meeting(self, set_id: str, held_on: date) -> Meeting:
        """Make a meeting of a set."""
        with self._changing() as people:
            return people.add_meeting(set_id, held_on)

    def move_meeting(self, meeting_id: str, held_on: date) -> Meeting:
        """Give a meeting another day; what belongs to it stays with it."""
        with self._changing() as people:
            return people.move_meeting(meeting_id, held_on)

    def create_preparation(
        self, person_id: str, meeting_id: str, language: str = "en", own_id: str | None = None
    ) -> Preparation:
        """Begin a preparation of a person for a meeting; earlier ones stay.

        ``own_id`` is an id that nobody has yet, where the same is to be said each time that a
        session is played: what is varied is varied by it.
        """
        with self._changing() as people:
            return people.add_preparation(person_id, meeting_id, language, own_id)

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

    def members(self, set_id: str, *, left: bool = False) -> tuple[Member, ...]:
        """Who has a place in a set, in the order in which they came; ``left``: or had one."""
        with self._database.reading() as connection:
            return Memberships(connection, self._keys).members(set_id, left=left)

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
            return Log(connection, self._keys, made).steps(after)

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

    def _expire_now(self) -> None:
        """Delete what has expired; where the records cannot be written now, the next start does."""
        with suppress(ReadOnlyRecords, FolderNotUsable, RecordsInUse):
            self.expire(date.today())

    def _removal(self, connection: Connection) -> Removal:
        return Removal(connection, self._settings.backup_folder)

    @contextmanager
    def _asking(self) -> Iterator[People]:
        with self._database.reading() as connection:
            yield People(connection, self._keys)

    @contextmanager
    def _changing(self) -> Iterator[People]:
        with self._database.writing() as connection:
            yield People(connection, self._keys)
