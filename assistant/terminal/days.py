"""Reads the day of a meeting as people write it."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time

from assistant.terminal.faults import Refused
from assistant.texts.texts import texts

_NUMBERS = re.compile(r"\d*|\d{4}-.*")  # a number alone is no day, and ISO dates are read as such
_WEEKDAYS = tuple(name.lower() for name in calendar.day_name)


def read_day(written: str, today: date) -> date:
    """The day: "2026-12-03", "3 December", "3/12/2026", "Tuesday", "in two weeks", ...

    Without a year it is the next such day. Raises Refused with what to write.
    """
    if not written.strip():
        raise Refused(texts("sets")("no_day"))
    day = _iso(written) or _in_words(written, today)
    if day is None:
        raise Refused(texts("sets")("no_such_day", written=written))
    return day


def _iso(written: str) -> date | None:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None


def _in_words(written: str, today: date) -> date | None:
    from dateparser import parse  # 0.3 s: only where a day is given in words

    words = " ".join(written.lower().split()).removeprefix("on ").removeprefix("next ")
    if _NUMBERS.fullmatch(words):
        return None
    settings = {
        "RELATIVE_BASE": datetime.combine(today, time()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": [] if words in _WEEKDAYS else ["day"],  # "December" alone is no day
    }
    moment: datetime | None = parse(words, languages=["en"], settings=settings)
    return moment.date() if moment is not None else None
