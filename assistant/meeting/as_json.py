"""A record or a copy as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_json(value: DataclassInstance | Sequence[DataclassInstance]) -> str:
    """A dataclass, or several, as indented JSON.

    Keys are as the fields are named, days and times by ISO 8601.
    """
    plain = [asdict(one) for one in value] if isinstance(value, Sequence) else asdict(value)
    return json.dumps(plain, ensure_ascii=False, indent=2, default=_as_text) + "\n"


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
