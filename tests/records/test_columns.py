"""The two column types."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import sqlite

from assistant.records.columns import Sealed, UtcTime
from assistant.records.keys import SealedText

DIALECT = sqlite.dialect()


@pytest.mark.parametrize("value", ["plain", b"bytes", 7])
def test_a_sealed_column_takes_nothing_but_sealed_text(value: object) -> None:
    with pytest.raises(TypeError, match="sealed"):
        Sealed().process_bind_param(value, DIALECT)  # type: ignore[arg-type]  # the point


def test_a_sealed_column_gives_back_sealed_text() -> None:
    column = Sealed()
    assert column.process_bind_param(SealedText(b"x"), DIALECT) == b"x"
    assert column.process_result_value(memoryview(b"x"), DIALECT) == SealedText(b"x")
    assert column.process_bind_param(None, DIALECT) is None
    assert column.process_result_value(None, DIALECT) is None


def test_a_moment_needs_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcTime().process_bind_param(datetime(2026, 3, 2), DIALECT)


def test_a_moment_is_kept_in_utc() -> None:
    there = datetime(2026, 3, 2, 14, tzinfo=timezone(timedelta(hours=2)))
    stored = UtcTime().process_bind_param(there, DIALECT)
    assert stored == datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
    assert stored is not None
    assert stored.tzinfo is timezone.utc


def test_a_moment_comes_back_with_its_time_zone() -> None:
    kept = UtcTime().process_result_value(datetime(2026, 3, 2, 12), DIALECT)
    assert kept == datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
