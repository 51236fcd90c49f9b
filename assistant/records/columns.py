"""Two column types: private text, and a moment in time."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime, LargeBinary
from sqlalchemy.types import TypeDecorator

from assistant.records.keys import SealedText

if TYPE_CHECKING:
    SealedDecorator = TypeDecorator[SealedText]
    UtcDecorator = TypeDecorator[datetime]
else:
    SealedDecorator = UtcDecorator = TypeDecorator  # SQLAlchemy 1.4 has no generic one


class Sealed(SealedDecorator):
    """A column of sealed text: plain text cannot be stored in it by mistake."""

    impl = LargeBinary(2**31 - 1)  # a length, so that MySQL does not take the one of 64 KB
    cache_ok = True

    def process_bind_param(self, value: SealedText | None, dialect: Any) -> bytes | None:
        """The bytes to store.

        Raises:
            TypeError: the value is not sealed.
        """
        if value is None:
            return None
        if not isinstance(value, SealedText):
            raise TypeError("only sealed text can be stored in this column")
        return value.data

    def process_result_value(self, value: Any, dialect: Any) -> SealedText | None:
        """The sealed text that was stored."""
        return None if value is None else SealedText(bytes(value))


class UtcTime(UtcDecorator):
    """A moment with its time zone, also where the database (SQLite) keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """The moment in UTC.

        Raises:
            ValueError: the moment has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(timezone.utc)

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        """The moment in UTC, with its time zone."""
        if value is None:
            return None
        moment: datetime = value
        if moment.tzinfo is None:
            return moment.replace(tzinfo=timezone.utc)
        return moment.astimezone(timezone.utc)
