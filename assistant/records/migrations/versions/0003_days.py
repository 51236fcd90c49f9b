"""The day that a member saw beside the step they passed on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column, empty for what is there already."""
    op.add_column("release", sa.Column("day", sa.LargeBinary(2**31 - 1)))
