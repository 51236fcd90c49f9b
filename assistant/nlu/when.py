"""The date that an answer names for a step, relative to today and to the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from assistant.nlu.wording import listed, plain

_DAYS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:rs?(?:day)?)?|fri(?:day)?|saturday|sunday"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}"
_VALUES = {
    name: value
    for value, name in enumerate(listed("- one two three four five six seven eight nine ten"))
}
_UNITS = {"day": 1, "week": 7, "fortnight": 14}

_CALENDAR = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})(?: \d{{4}})?|"
    rf"(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d-\d\d)\b"
)
_DAY_OF_MONTH = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b")
_WEEKDAY = re.compile(
    rf"\b(?:(next|this|on|by|before|a week on|week on|friday) )?({_DAYS})(?: (after next|week))?\b"
)
_IN_A_WHILE = re.compile(
    rf"\b(?:in|within) ({_NUMBERS}) (day|week|fortnight)s?\b|"
    rf"\b(?:in )?({_NUMBERS}) (day|week|fortnight)s?'? time\b"
)
_NEAR = {"today": 0, "tonight": 0, "this afternoon": 0, "tomorrow": 1, "the day after tomorrow": 2}
_WEEK_ENDS = re.compile(r"\b(?:end of (?:the|this) week|this week|by the weekend)\b")
_NEXT_WEEK = re.compile(r"\b(?:next week|end of next week)\b")
_MONTH_ENDS = re.compile(r"\b(?:end of (?:the|this) month|this month|month end)\b")
_MEETING = re.compile(
    r"\b(?:before|by|at|for|until|till) (?:the |our )?(?:next )?(?:set |"
    r"set's )?(?:meeting|time we meet|set)\b"
)
_FRIDAY, _WEEK = 4, 7


def read_date(text: str, today: date, meeting: date | None = None) -> date | None:
    """Return the first date that the text names, never in the past, or None.

    "Before the meeting" is the meeting's day; "this week" its Friday, "next week" the next Friday,
    "the end of the month" its last day; a weekday is the next one after today.
    """
    low = plain(text)
    for pattern, read in _READERS:
        found = pattern.search(low)
        if found is not None:
            return read(found, today)
    near = next(
        (days for words, days in reversed(_NEAR.items()) if re.search(rf"\b{words}\b", low)), None
    )
    if near is not None:
        return today + timedelta(near)
    return meeting if _MEETING.search(low) else None


def _parsed(phrase: str, today: date) -> date | None:
    from dateparser import parse  # 0.3 s: only once a date is named

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
    }
    moment: datetime | None = parse(phrase, languages=["en"], settings=settings)
    return moment.date() if moment is not None else None


def _day_of_month(day: int, today: date) -> date | None:
    month = today.replace(day=1)
    for _ in range(12):
        if 1 <= day <= _month_end(month).day and month.replace(day=day) >= today:
            return month.replace(day=day)
        month = _month_end(month) + timedelta(1)
    return None


def _while(found: re.Match[str]) -> timedelta:
    number, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    count = int(number) if number.isdigit() else _VALUES.get(number, 1)
    return timedelta(count * _UNITS[unit])


def _weekday(found: re.Match[str], today: date) -> date:
    place = ("mo", "tu", "we", "th", "fr", "sa", "su").index(found[2][:2])
    day = _next_weekday(today, place)
    later = found[3] is not None or (found[1] or "").endswith("week on")
    return day + timedelta(_WEEK) if later else day


def _next_weekday(today: date, place: int) -> date:
    return today + timedelta((place - today.weekday() - 1) % _WEEK + 1)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def _friday_of_next_week(found: re.Match[str], today: date) -> date:
    later = _WEEK if today.weekday() < _FRIDAY else 0
    return _next_weekday(today, _FRIDAY) + timedelta(later)


_Reader = Callable[["re.Match[str]", date], "date | None"]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_CALENDAR, lambda found, today: _parsed(found.group(0), today)),
    (_DAY_OF_MONTH, lambda found, today: _day_of_month(int(found[1]), today)),
    (_IN_A_WHILE, lambda found, today: today + _while(found)),
    (_WEEKDAY, _weekday),
    (_NEXT_WEEK, _friday_of_next_week),
    (_WEEK_ENDS, lambda found, today: _next_weekday(today - timedelta(1), _FRIDAY)),
    (_MONTH_ENDS, lambda found, today: _month_end(today)),
)
