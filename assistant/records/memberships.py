"""Who has a place in which set, from when until when, within a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select, update
from sqlalchemy.engine import Row
from sqlalchemy.future import Connection
from sqlalchemy.sql import Select

from assistant.records.entities import Member, Person, Place, Role
from assistant.records.errors import UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.models import membership, person
from assistant.records.moments import new_id, now
from assistant.records.names import listed_name
from assistant.records.people import People
from assistant.records.sets import Sets


class Memberships:
    """The places of members in sets. A place that ends stays in the records, with its end."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self._people = People(connection, keys)
        self._sets = Sets(connection, keys)

    def add(self, person_id: str, set_id: str, role: Role) -> Member:
        """Give a person a place in a set, from now on."""
        who = self._people.present(person_id)
        self._sets.one(set_id)
        made = Member(who, role, now(), None)
        self._connection.execute(
            membership.insert(),
            {
                "id": new_id(),
                "person_id": person_id,
                "set_id": set_id,
                "role": role.value,
                "valid_from": made.valid_from,
            },
        )
        return made

    def end(self, person_id: str, set_id: str) -> None:
        """End a person's place in a set, now.

        Raises:
            UnknownRecord: they have none there.
        """
        here = update(membership).where(
            membership.c.person_id == person_id,
            membership.c.set_id == set_id,
            membership.c.valid_to.is_(None),
        )
        if self._connection.execute(here.values(valid_to=now())).rowcount == 0:
            raise UnknownRecord(what="member")

    def change_role(self, person_id: str, set_id: str, role: Role) -> None:
        """Give a member another role from now on; the records keep which they had before."""
        self.end(person_id, set_id)
        self.add(person_id, set_id, role)

    def members(self, set_id: str, *, left: bool = False) -> tuple[Member, ...]:
        """Who has a place in a set, in the order in which they came; ``left``: or ever had one."""
        rows = self._connection.execute(_found().where(membership.c.set_id == set_id))
        return tuple(
            Member(self._person(row), Role(row.role), row.valid_from, row.valid_to)
            for row in _latest(rows, left)
        )

    def deserted(self) -> frozenset[str]:
        """The sets in which somebody was, all of whom have deleted everything."""
        found = select(membership.c.set_id).join(person, person.c.id == membership.c.person_id)
        gone = self._connection.execute(found.where(person.c.deleted_at.is_not(None))).scalars()
        here = self._connection.execute(found.where(person.c.deleted_at.is_(None))).scalars()
        return frozenset(gone) - frozenset(here)

    def places(self, *, left: bool = False) -> tuple[Place, ...]:
        """Every place, as ``members`` has them; nobody's who deleted everything."""
        rows = self._connection.execute(_found().where(person.c.deleted_at.is_(None)))
        sets = {one.id: one for one in self._sets.all()}
        return tuple(
            Place(self._person(row), sets[row.set_id], Role(row.role), row.valid_from, row.valid_to)
            for row in _latest(rows, left)
        )

    def _person(self, row: Row) -> Person:
        name = listed_name(self._keys, row.name_key or row.id, row.id, row.name)
        return Person(row.id, name, row.created_at, row.number)


def _found() -> Select:
    """Every place with its person, in the order in which people first came."""
    other = membership.alias()
    first = (
        select(func.min(other.c.valid_from))
        .where(other.c.person_id == membership.c.person_id, other.c.set_id == membership.c.set_id)
        .scalar_subquery()
    )
    return (
        select(
            person,
            membership.c.set_id,
            membership.c.role,
            membership.c.valid_from,
            membership.c.valid_to,
        )
        .join(membership, membership.c.person_id == person.c.id)
        .order_by(first, person.c.created_at, person.c.id, membership.c.valid_from)
    )


def _latest(rows: Iterable[Row], left: bool) -> Iterator[Row]:
    """The last place of each person in each set: one that lasts, or with ``left`` any."""
    last: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.valid_to is None or left:
            last[row.id, row.set_id] = row
    return iter(last.values())
