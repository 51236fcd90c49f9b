"""Moments and ids, as they are stored."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import uuid4


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(timezone.utc)


def new_id() -> str:
    """An id that nobody has yet."""
    return uuid4().hex
