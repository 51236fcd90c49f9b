"""How a day is written for people, the same on every screen and in every document."""

from __future__ import annotations

from datetime import date, datetime


def day(when: date) -> str:
    """A day as people write it: 21 December 2026; of a time, the day it is here."""
    if isinstance(when, datetime):
        when = when.astimezone()
    return f"{when.day} {when:%B %Y}"


def weekday_and_day(when: date) -> str:
    """A day with its weekday, to be checked at a glance: Monday 21 December 2026."""
    return f"{when:%A} {day(when)}"
