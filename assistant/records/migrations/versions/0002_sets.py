"""What a set agreed, and keys of their own for preparations, meetings and protected names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.String(32)
_SEALED = sa.LargeBinary(2**31 - 1)


def upgrade() -> None:
    """Add columns, all of them empty for what is there already."""
    op.add_column("learning_set", sa.Column("word", _SEALED))
    op.add_column("learning_set", sa.Column("ground_rules", _SEALED))
    op.add_column("learning_set", sa.Column("contacts", _SEALED))
    op.add_column("learning_set", sa.Column("keep_months", sa.Integer))
    op.add_column("person", sa.Column("name_key", _ID))
    op.add_column("preparation", sa.Column("own_key", _ID))
    op.add_column("meeting", sa.Column("own_key", _ID))
