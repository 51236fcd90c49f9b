"""When a step is to be done, as an answer says it, relative to today and to the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from assistant.nlu.feasts import FEAST, feast
from assistant.nlu.wording import listed, plain

_WEEK, _FRIDAY, _SATURDAY = 7, 4, 5
_LATELY = timedelta(90)
"""A day of this year no further back than this is past; further back, next year's is meant."""

_DAYS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:rs?(?:day)?)?|fri(?:day)?|saturday|sunday"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_NTH = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINAL = re.compile(
    rf"(?P<lead>\b(?:on|by|before|until|till|{_MONTHS}) the )?\b(?P<nth>{'|'.join(_NTH[::-1])})\b"
    rf"(?P<month>(?: of)? (?:{_MONTHS})\b)?".replace("-", "[- ]"),
)
"""A day of the month in words; "the first step" is none."""
_NUMBER, _YEAR = r"\d{1,2})(?:st|nd|rd|th)?", r"\d{4}))?"
_DAY_WORDS = (
    rf"(?P<day>{_NUMBER}(?: of)? (?P<month>{_MONTHS})(?:,? (?P<year>{_YEAR}|"
    rf"(?P<month_>{_MONTHS}) (?:the )?(?P<day_>{_NUMBER}(?:,? (?P<year_>{_YEAR}"
)
_WEEKDAY = rf"(?:{_DAYS}),? "
_COUNT = r"a couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}"
_UNIT = "days?|weeks?|fortnights?|months?|years?"

_OCCASION = (
    "half[- ]term|term|easter|christmas|xmas|new year|bank holiday|holidays?|summer|autumn|spring|"
    "winter|ramadan|eid|diwali|year end|month end|inspection|audit|next month|next year|next term|"
    f"(?:{_MONTHS})"
)
_LOOSELY = re.compile(
    r"\b(?:by|at|in|over|during|this|next|the end of|end of|beginning of|start of|middle of|"
    r"week (?:of|in)|early|mid|late)\b[\w' -]{0,20}?"
    rf"\b(?:{_OCCASION})\b|\b(?:before|after|until|till|once|when|as soon as) [^,.;!?]+|"
    rf"\b(?:in|within|over) the next [\w ]{{0,12}}(?:{_UNIT})\b|"
    rf"\b(?:the|{_COUNT}) (?:{_UNIT}) (?:before|after) [^,.;!?]+|"
    r"\b(?:in (?:a few|some|several) (?:days|weeks|months)|some ?time (?:next|this) \w+|soon|asap|"
    r"(?:straight|right) away|next (?:month|year|term))\b"
)
"""A time that is no day: it is kept as it was said."""


_NOT_WHEN = re.compile(
    rf"\b(?:every|each|most|alternate|some) (?:{_DAYS})\b|"
    rf"\b(?:the|our|my) (?:{_DAYS})\b(?!,? (?:morning|afternoon|evening|night|"
    rf"after|before|of|we|i|when|that)\b| ?[,.;!?]|$)|"
    rf"\b(?:happened|said|did|was|were|off|away|out|leave|since)(?: on| until| till| from)? "
    rf"(?:last )?(?:{_DAYS})\b"
)
"""A weekday that tells which or what, and not when: "the Monday group", "off until Friday"."""


class Sense(Enum):
    """What kind of time an answer names."""

    DAY = "a day, today or later"
    PAST = "a day that is over"
    NO_SUCH_DAY = "a day that the calendar does not have"
    LOOSE = "a time that is no day: by half-term, before Tuesday, once she is back"


@dataclass(frozen=True)
class When:
    """A time that an answer names.

    Attributes:
        sense: what kind of time it is.
        words: the words that name it, as they were said but for capitals and spaces.
        day: the day, for `DAY` and `PAST`.
        or_else: the other day that the words may mean: "next Friday" is said of the coming one
            too. Worth a question when much hangs on it.
    """

    sense: Sense
    words: str
    day: date | None = None
    or_else: date | None = None


def read_date(text: str, today: date, meeting: date | None = None) -> date | None:
    """Return the first day that the text names, never in the past, or None; see `read_when`."""
    when = read_when(text, today, meeting)
    return when.day if when is not None and when.sense is Sense.DAY else None


def read_when(text: str, today: date, meeting: date | None = None) -> When | None:
    """Return when a step is to be done: the first day that is to come, else whatever is said of it.

    "Before the meeting" is the meeting's day; "this week" its Friday, "next week" the next Friday,
    "the end of the month" its last day; a weekday is the next one after today, and "next Friday"
    the one of next week. None when the text says nothing of a time.
    """
    low = _NOT_WHEN.sub(" ", _ORDINAL.sub(_figure, plain(text)))
    named = list(_named(low, today, meeting))
    ahead = (when for when in named if when.sense is Sense.DAY)
    return next(ahead, named[0] if named else _loose(low))


def _figure(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 2]
    if not found["month"] and not (found["lead"] and not after.strip(" .,;!?")):
        return found[0]
    day = _NTH.index(found["nth"].replace(" ", "-")) + 1
    return f"{found['lead'] or ''}{day}th{found['month'] or ''}"


def _loose(text: str) -> When | None:
    found = _LOOSELY.search(text)
    return When(Sense.LOOSE, found[0].strip()) if found is not None else None


def _named(text: str, today: date, meeting: date | None) -> Iterator[When]:
    """Yield the times that have a day, or seem to, in the order of the text."""
    taken: list[tuple[int, When]] = []
    for pattern, read in _READERS:
        for found in pattern.finditer(text):
            taken.append((found.start(), _when(found, read(found, today))))
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    yield from (_judged(when, today) for _, when in sorted(taken, key=lambda pair: pair[0]))
    at_meeting = _MEETING.search(text)
    if meeting is not None and at_meeting is not None:
        yield When(Sense.DAY, at_meeting[0], meeting)


def _when(found: re.Match[str], days: date | tuple[date, date] | None) -> When:
    day, or_else = days if isinstance(days, tuple) else (days, None)
    limit = re.search(r"\b(?:just |any ?time )?before $", found.string[: found.start()])
    if limit is not None:
        return When(Sense.LOOSE, limit[0] + found[0])
    return When(Sense.DAY if day is not None else Sense.NO_SUCH_DAY, found[0], day, or_else)


def _judged(when: When, today: date) -> When:
    is_past = when.day is not None and when.day < today
    return When(Sense.PAST, when.words, when.day) if is_past else when


def _parsed(phrase: str, today: date) -> date | None:
    from dateparser import parse  # 0.3 s: only once a date is named

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
    }
    moment: datetime | None = parse(phrase, languages=["en"], settings=settings)
    return moment.date() if moment is not None else None


def _calendar(found: re.Match[str], today: date) -> date | None:
    """Read "the 3rd of December", this year's unless it was long ago; no 31st of June."""
    day, month = found["day"] or found["day_"], found["month"] or found["month_"]
    year = found["year"] or found["year_"]
    dated = _parsed(f"{day} {month} {year or today.year}", today)
    if year is None and (dated is None or dated < today - _LATELY):
        dated = _parsed(f"{day} {month} {today.year + 1}", today)
    return dated


def _figures(found: re.Match[str], today: date) -> date | None:
    day, month, year = (int(found[part] or 0) for part in ("d", "m", "y"))
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _day_and_month(found: re.Match[str], today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            day = date(year, int(found["m"]), int(found["d"]))
        except ValueError:
            return None
        if day >= today - _LATELY:
            return day
    return None


def _iso(found: re.Match[str], today: date) -> date | None:
    try:
        return date.fromisoformat(found[0])
    except ValueError:
        return None


def _day_of_month(found: re.Match[str], today: date) -> date | None:
    month = today.replace(day=1)
    for _ in range(12):
        if 1 <= int(found[1]) <= _month_end(month).day:
            day = month.replace(day=int(found[1]))
            if day >= today:
                return day
        month = _month_end(month) + timedelta(1)
    return None


def _while(found: re.Match[str], today: date) -> date | None:
    count, unit = found["count"].replace("a couple of", "2"), found["unit"]
    if unit.startswith("fortnight"):
        day = _parsed(f"in {count} weeks", today)
        return day + (day - today) if day is not None else None
    return _parsed(
        f"{count} {unit} ago" if found.groupdict().get("ago") else f"in {count} {unit}", today
    )


def _weekday(found: re.Match[str], today: date) -> date | tuple[date, date]:
    day = _next_weekday(today, _place(found["name"]))
    which = found["which"] or ""
    if which == "last":
        return day - timedelta(_WEEK)
    if "fortnight" in f"{which}{found['later']}":
        return day + timedelta(2 * _WEEK)
    if which.endswith("week on") or found["later"]:
        return day + timedelta(_WEEK)
    if which == "next":
        this_week = day - today <= timedelta(6 - today.weekday())
        return (day + timedelta(_WEEK), day) if this_week else day
    return day


def _place(name: str) -> int:
    return ("mo", "tu", "we", "th", "fr", "sa", "su").index(name[:2])


def _next_weekday(today: date, place: int) -> date:
    return today + timedelta((place - today.weekday() - 1) % _WEEK + 1)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def _near(found: re.Match[str], today: date) -> date | None:
    days = {"tomorrow": 1, "yesterday": -1}.get(found["near"], 0)
    base = _while(found, today) if found["count"] else today
    later = _WEEK if found["week"] else 1 if found["after"] else 0
    return base + timedelta(days + later) if base is not None else None


def _week(found: re.Match[str], today: date) -> date:
    """Return the Friday of a week; at the weekend, "this week" is the one that begins."""
    this = _next_weekday(today - timedelta(1), _FRIDAY)
    weeks = {"last": -1, "next": 1}.get(found["which"], 2 if found["after_next"] else 0)
    return this + timedelta(weeks * _WEEK)


def _weekend(found: re.Match[str], today: date) -> date:
    return _next_weekday(today - timedelta(1), _SATURDAY)


def _next_weekend(found: re.Match[str], today: date) -> tuple[date, date]:
    """Return the Saturday of next week; the coming one may be meant."""
    coming = _weekend(found, today)
    return coming + timedelta(_WEEK), coming


def _later_week(found: re.Match[str], today: date) -> date:
    """Return the Friday of the week after next, or of next week: "not this week but next"."""
    weeks = 1 if found["next"] else 2
    return _next_weekday(today - timedelta(1), _FRIDAY) + timedelta(weeks * _WEEK)


def _end(found: re.Match[str], today: date) -> date:
    """Return the last day of this month, the next, a named one, or the year."""
    if found["year"]:
        return date(today.year, 12, 31)
    if found["month"]:
        return _month_end(_month_to_come(found["month"], today))
    end = _month_end(today)
    return _month_end(end + timedelta(1)) if found["which"] == "next" else end


def _month_to_come(name: str, today: date) -> date:
    """Return the first day of a month: of this year's, or next year's once that is over."""
    month = 1 + next(_MONTH_STEMS.index(stem) for stem in _MONTH_STEMS if name.startswith(stem))
    return date(today.year + (month < today.month), month, 1)


def _weekday_of_month(found: re.Match[str], today: date) -> date | None:
    """Read "the first Monday in December", "the last Friday of the month"."""
    month = today.replace(day=1)
    if found["month"]:
        month = _month_to_come(found["month"], today)
    elif found["which"] == "next":
        month = _month_end(today) + timedelta(1)
    first = _next_weekday(month - timedelta(1), _place(found["name"]))
    days = [first + timedelta(weeks * _WEEK) for weeks in range(5)]
    days = [day for day in days if day.month == month.month]
    return days[-1] if found["nth"] == "last" else days[_NTH.index(found["nth"])]


_MONTH_STEMS = listed("jan feb mar apr may jun jul aug sep oct nov dec")
_WHILE = rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})"
_Reader = Callable[["re.Match[str]", date], "date | tuple[date, date] | None"]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\b\d{4}-\d\d-\d\d\b", _iso),
        (r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d\d)\b", _figures),
        (FEAST, lambda found, today: feast(found[0], today)),
        (
            r"(?:\b(?:on|by|until|till) |(?<=\bbefore ))(?P<d>\d{1,2})/(?P<m>\d{1,2})\b(?!/)",
            _day_and_month,
        ),
        (
            rf"\b(?:the )?(?P<nth>first|second|third|fourth|last) (?P<name>{_DAYS}) (?:of|in) "
            rf"(?:(?P<which>the|this|next) month|(?P<month>{_MONTHS}))\b",
            _weekday_of_month,
        ),
        (
            r"\b(?:(?:the )?week after next|not next week,? (?:but )?the (?:one|week) after|"
            r"not this week,? but (?P<next>next)(?: week| one)?)\b",
            _later_week,
        ),
        (rf"\b(?:{_WEEKDAY})?(?:the )?(?:{_DAY_WORDS})\b", _calendar),
        (rf"\b(?:{_WEEKDAY})?the (\d{{1,2}})(?:st|nd|rd|th)\b", _day_of_month),
        (r"^(\d{1,2})(?:st|nd|rd|th)$", _day_of_month),
        (rf"\b(?:in )?{_WHILE}'?(?: time| from now|(?P<ago> ago))\b", _while),
        (rf"\b(?:in|within) {_WHILE}\b", _while),
        (
            rf"\b(?:(?P<after>(?:the )?day after )|{_WHILE} (?:from )?)?(?P<near>today|tonight|"
            r"tomorrow|yesterday|this (?:morning|afternoon|evening))\b(?P<week> week\b)?",
            _near,
        ),
        (
            r"\b(?:(?P<which>next|last|this|this coming|(?:a )?(?:week|fortnight) on|on|by) )?"
            rf"(?P<name>{_DAYS})\b(?P<later> week| fortnight| after next)?",
            _weekday,
        ),
        (
            r"(?<!not )\b(?:(?:by )?(?:the )?end of )?(?:(?P<which>next|last|this) |the )week\b"
            r"(?P<after_next> after next)?",
            _week,
        ),
        (r"\b(?:at|over|by|this|on) (?:the )?weekend\b", _weekend),
        (r"\bnext weekend\b", _next_weekend),
        (
            rf"\b(?:by )?(?:the )?(?:end|last day) of (?:(?P<which>the|this|next) month|"
            rf"(?P<month>{_MONTHS})|(?P<year>(?:the|this) year))\b|\bthis month\b|\bmonth end\b",
            _end,
        ),
    )
)
_MEETING = re.compile(
    r"(?<!day )(?<!days )(?<!week )(?<!weeks )\b(?:before|by|at|for|until|till|in time for) "
    r"(?:the |our )?(?:next )?(?:set |set's )?(?:meeting|time we meet|set)\b|"
    r"\b(?:before|when) we (?:next )?meet(?: again| next)?\b"
)
