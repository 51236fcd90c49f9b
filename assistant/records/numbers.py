"""The numbers by which people tell members, or sets, of one name apart."""

from __future__ import annotations

from sqlalchemy import Table, func, select
from sqlalchemy.future import Connection


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row: no row is ever deleted, so none gets what another had.

    The caller is alone (``Database.alone``): two at once would be given the same.
    """
    highest: int | None = connection.execute(select(func.max(table.c.number))).scalar()
    return (highest or 0) + 1
