"""The first form: identities, the log, replies, releases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.String(32)
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SEALED = sa.LargeBinary(2**31 - 1)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _people_and_sets()
    _meetings()
    _log()
    _releases()
    op.create_table("key_erasure", sa.Column("owner_id", _ID, primary_key=True))


def _people_and_sets() -> None:
    op.create_table(
        "person",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("name", _SEALED),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("deleted_at", _MOMENT),
    )
    op.create_table(
        "learning_set",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("name", _SEALED, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "membership",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("person_id", _ID, sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("set_id", _ID, sa.ForeignKey("learning_set.id"), nullable=False, index=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("valid_from", _MOMENT, nullable=False),
        sa.Column("valid_to", _MOMENT),
        sa.CheckConstraint("role IN ('member', 'facilitator')", name="role"),
    )


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("set_id", _ID, sa.ForeignKey("learning_set.id"), nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_meeting_set_id_held_on", "meeting", ["set_id", "held_on"])
    op.create_table(
        "preparation",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("person_id", _ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("meeting_id", _ID, sa.ForeignKey("meeting.id"), nullable=False, index=True),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
    )
    op.create_index(
        "ix_preparation_person_id_meeting_id", "preparation", ["person_id", "meeting_id"]
    )


def _log() -> None:
    op.create_table(
        "step",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("preparation_id", _ID, sa.ForeignKey("preparation.id"), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("how", sa.String(16)),
        sa.Column("message_id", sa.Text),
        sa.Column("command", sa.Text),
        sa.Column("about", sa.Text),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("wording", _SEALED),
        sa.Column("said", _SEALED),
        sa.Column("text", _SEALED),
        sa.UniqueConstraint("preparation_id", "seq"),
    )
    op.create_table(
        "reply",
        sa.Column("preparation_id", _ID, sa.ForeignKey("preparation.id"), primary_key=True),
        sa.Column("message_id", sa.String(64), primary_key=True),
        sa.Column("body", _SEALED, nullable=False),
    )


def _releases() -> None:
    op.create_table(
        "release",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("preparation_id", _ID, sa.ForeignKey("preparation.id")),
        sa.Column("meeting_id", _ID, sa.ForeignKey("meeting.id"), nullable=False, index=True),
        sa.Column("person_id", _ID, sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("live", sa.Integer),
        sa.Column("text", _SEALED),
        sa.Column("released_at", _MOMENT, nullable=False),
        sa.Column("withdrawn_at", _MOMENT),
        sa.UniqueConstraint("preparation_id", "item", "live"),
        sa.CheckConstraint(
            "(live IS NULL) = (text IS NULL) AND (live IS NULL) = (withdrawn_at IS NOT NULL)",
            name="withdrawn",
        ),
    )
