"""Days that have a name: those of the calendar, and those that go by Easter."""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
}
"""Month and day."""
_BY_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
}
"""Days from Easter Sunday."""
FEAST = rf"\b(?:{'|'.join([*_FIXED, *_BY_EASTER])})\b".replace("years", "year'?s")
"""Finds any of them in a text in lower case."""


def feast(name: str, today: date) -> date:
    """Return the next day of this name, today or later."""
    return min(day for year in (today.year, today.year + 1) if (day := _in(name, year)) >= today)


def _in(name: str, year: int) -> date:
    from dateutil.easter import easter

    known = name.replace("'", "")
    if known in _FIXED:
        return date(year, *_FIXED[known])
    day: date = easter(year) + timedelta(_BY_EASTER[known])
    return day
