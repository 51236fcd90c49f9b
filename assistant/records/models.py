"""The tables. Identities are apart: person, set, membership, meeting, preparation.

They are written as SQLAlchemy Core tables: the store answers with the dataclasses of ``entities``,
so that mapped classes would say everything twice, and loading the mapper would cost a quarter of
the time until a member reads the first words.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant.records.columns import Sealed, UtcTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

Id = String(32)  # uuid4 in hexadecimal
Number = BigInteger().with_variant(Integer(), "sqlite")  # SQLite counts only an INTEGER up itself

person = Table(
    "person",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Sealed),  # under the key below; empty once they deleted everything
    Column("created_at", UtcTime, nullable=False),
    Column("deleted_at", UtcTime),
    Column("name_key", Id),  # owner of the name's key; empty: the person
    Column("number", Integer, unique=True, index=True),  # never given to another
)

learning_set = Table(
    "learning_set",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Sealed, nullable=False),  # this and the next three under the set's key
    Column("created_at", UtcTime, nullable=False),
    Column("word", Sealed),
    Column("ground_rules", Sealed),  # a JSON list
    Column("contacts", Sealed),  # a JSON object
    Column("keep_months", Integer),  # empty: for ever
    Column("number", Integer, unique=True, index=True),  # never given to another
    Column("removed_at", UtcTime),
)

membership = Table(
    "membership",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("set_id", ForeignKey("learning_set.id"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("valid_from", UtcTime, nullable=False),
    Column("valid_to", UtcTime),
    CheckConstraint("role IN ('member', 'facilitator')", name="role"),
)

meeting = Table(
    "meeting",
    metadata,
    Column("id", Id, primary_key=True),
    Column("set_id", ForeignKey("learning_set.id"), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("own_key", Id),  # owner of the key of what is released for it; empty: the set
    Index("ix_meeting_set_id_held_on", "set_id", "held_on"),
)

preparation = Table(
    "preparation",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False, index=True),
    Column("language", String(16), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("own_key", Id),  # owner of the key of its log and replies; empty: the person
    Index("ix_preparation_person_id_meeting_id", "person_id", "meeting_id"),
)

step = Table(
    "step",
    metadata,
    Column("id", Number, primary_key=True),
    Column("preparation_id", ForeignKey("preparation.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("question", Text),
    Column("language", String(16), nullable=False),
    Column("how", String(16)),
    Column("message_id", Text),
    Column("command", Text),
    Column("about", Text),
    Column("at", UtcTime, nullable=False),
    Column("wording", Sealed),
    Column("said", Sealed),
    Column("text", Sealed),
    UniqueConstraint("preparation_id", "seq"),
)

reply = Table(
    "reply",
    metadata,
    Column("preparation_id", ForeignKey("preparation.id"), primary_key=True),
    Column("message_id", String(64), primary_key=True),  # its SHA-256: a channel may use any id
    Column("body", Sealed, nullable=False),
)

release = Table(
    "release",
    metadata,
    Column("id", Number, primary_key=True),  # also the order of release
    Column("preparation_id", ForeignKey("preparation.id")),  # empty once it is deleted
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("item", String(64), nullable=False),
    Column("live", Integer),  # 1 while it stands, else empty: empty ones never clash as not unique
    Column("text", Sealed),  # this and the next under the meeting's key; empty once withdrawn
    Column("day", Sealed),  # ISO 8601; the day that was seen beside the text, if there was one
    Column("released_at", UtcTime, nullable=False),
    Column("withdrawn_at", UtcTime),
    UniqueConstraint("preparation_id", "item", "live"),
    CheckConstraint(
        "(live IS NULL) = (text IS NULL) AND (live IS NULL) = (withdrawn_at IS NOT NULL)",
        name="withdrawn",
    ),
)

key_erasure = Table(
    "key_erasure",  # keys that a finished deletion has still to erase, should it be killed first
    metadata,
    Column("owner_id", Id, primary_key=True),
)
