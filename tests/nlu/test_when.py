"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.nlu.when import read_date

MONDAY = date(2026, 11, 23)
MEETING = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("see the manager on Wednesday", date(2026, 11, 25)),
        ("ring round on the 17th", date(2026, 12, 17)),
        ("by 3 December", date(2026, 12, 3)),
        ("12/1/2027", date(2027, 1, 12)),
        ("tomorrow after surgery", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("in two weeks", date(2026, 12, 7)),
        ("a week on Friday", date(2026, 12, 4)),
        ("next week some time", date(2026, 12, 4)),
        ("by the end of the month", date(2026, 11, 30)),
        ("before the meeting", MEETING),
        ("I may do it", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_relative_to_today(text: str, day: date | None) -> None:
    assert read_date(text, MONDAY, MEETING) == day


def test_a_weekday_is_never_today() -> None:
    assert read_date("on Monday", MONDAY) == date(2026, 11, 30)


def test_without_a_meeting_before_it_is_no_date() -> None:
    assert read_date("before the meeting", MONDAY) is None
