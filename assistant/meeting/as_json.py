"""A record or a copy as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_json(value: DataclassInstance) -> str:
    """A dataclass as indented JSON, keys as its fields are named, days and times by ISO 8601."""
    return json.dumps(asdict(value), ensure_ascii=False, indent=2, default=_as_text) + "\n"


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
