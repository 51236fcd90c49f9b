"""A number for each person and each set, which no other is ever given; and sets taken out."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TIME = sa.DateTime(timezone=True)
_PERSON = sa.table("person", *map(sa.column, ("id", "number", "created_at", "deleted_at")))
_SET = sa.table("learning_set", *map(sa.column, ("id", "number", "created_at")))
_PLACE = sa.table("membership", *map(sa.column, ("person_id", "valid_from")))


def upgrade() -> None:
    """Number what is there as every list has shown it; whoever deleted everything comes last."""
    op.add_column("person", sa.Column("number", sa.Integer))
    op.add_column("learning_set", sa.Column("number", sa.Integer))
    op.add_column("learning_set", sa.Column("removed_at", _TIME))
    first = (
        sa.select(sa.func.min(_PLACE.c.valid_from))
        .where(_PLACE.c.person_id == _PERSON.c.id)
        .scalar_subquery()
    )
    gone: Any = sa.case((_PERSON.c.deleted_at.is_(None), 0), else_=1)
    _number(_PERSON, gone, first, _PERSON.c.created_at, _PERSON.c.id)
    _number(_SET, _SET.c.created_at, _SET.c.id)
    op.create_index("ix_person_number", "person", ["number"], unique=True)
    op.create_index("ix_learning_set_number", "learning_set", ["number"], unique=True)


def _number(table: sa.sql.TableClause, *order: Any) -> None:
    connection = op.get_bind()
    for number, own in enumerate(
        connection.scalars(sa.select(table.c.id).order_by(*order)).all(), 1
    ):
        connection.execute(sa.update(table).where(table.c.id == own).values(number=number))
