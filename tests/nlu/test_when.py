"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.nlu.when import Sense, When, read_date, read_when

MONDAY = date(2026, 11, 23)
MEETING = date(2026, 12, 14)

DAYS = {
    "see the manager on Wednesday": date(2026, 11, 25),
    "ring round on the 17th": date(2026, 12, 17),
    "on the twenty-fifth": date(2026, 11, 25),
    "by 3 December": date(2026, 12, 3),
    "the first of december": date(2026, 12, 1),
    "december the third": date(2026, 12, 3),
    "Tuesday 1st December": date(2026, 12, 1),
    "3 Jan": date(2027, 1, 3),
    "12/1/2027": date(2027, 1, 12),
    "1.12.26": date(2026, 12, 1),
    "2026-12-01": date(2026, 12, 1),
    "29 February 2028": date(2028, 2, 29),
    "today if I can": MONDAY,
    "tonight": MONDAY,
    "tomorrow after surgery": date(2026, 11, 24),
    "a week tomorrow": date(2026, 12, 1),
    "the day after tomorrow": date(2026, 11, 25),
    "in two weeks": date(2026, 12, 7),
    "in a fortnight": date(2026, 12, 7),
    "in a couple of weeks": date(2026, 12, 7),
    "in two weeks' time": date(2026, 12, 7),
    "ten days from now": date(2026, 12, 3),
    "within 3 months": date(2027, 2, 23),
    "a week on Friday": date(2026, 12, 4),
    "friday week": date(2026, 12, 4),
    "this Friday": date(2026, 11, 27),
    "next Friday": date(2026, 12, 4),
    "next week some time": date(2026, 12, 4),
    "this week": date(2026, 11, 27),
    "at the weekend": date(2026, 11, 28),
    "by the end of the month": date(2026, 11, 30),
    "before the meeting": MEETING,
    "i meant to last tuesday but it will be friday": date(2026, 11, 27),
    "by the end of the week": date(2026, 11, 27),
    "Friday the 4th": date(2026, 12, 4),
    "by the second of January": date(2027, 1, 2),
    "the week after next": date(2026, 12, 11),
    "not this week, next week": date(2026, 12, 4),
    "two weeks today": date(2026, 12, 7),
    "a fortnight tomorrow": date(2026, 12, 8),
    "tomorrow week": date(2026, 12, 1),
    "on the last day of the month": date(2026, 11, 30),
    "31st": date(2026, 12, 31),
    "thurs or fri": date(2026, 11, 26),
    "Tuesday fortnight": date(2026, 12, 8),
    "a fortnight on Sunday": date(2026, 12, 13),
    "not this week but next": date(2026, 12, 4),
    "not next week, the week after": date(2026, 12, 11),
    "by the end of next month": date(2026, 12, 31),
    "the end of March": date(2027, 3, 31),
    "by the end of the year": date(2026, 12, 31),
    "the first Tuesday in December": date(2026, 12, 1),
    "the last Thursday of the month": date(2026, 11, 26),
    "next weekend": date(2026, 12, 5),
    "on 4/12": date(2026, 12, 4),
    "on Christmas Eve": date(2026, 12, 24),
    "New Year's Day": date(2027, 1, 1),
    "on Good Friday": date(2027, 3, 26),
    "before we meet again": MEETING,
}
NO_SUCH_DAY = ["the 31st of June", "30 Feb", "31 June 2027", "31/11/2026", "2026-02-30",
               "the 32nd", "the thirty-first of april", "29 February 2027",
               "13/13/2026"]  # fmt: skip
PAST = {
    "last Tuesday": date(2026, 11, 17),
    "yesterday": date(2026, 11, 22),
    "two weeks ago": date(2026, 11, 9),
    "3 March 2025": date(2025, 3, 3),
    "on 3 November": date(2026, 11, 3),
    "last week": date(2026, 11, 20),
    "1/11/2026": date(2026, 11, 1),
}
LOOSE = {
    "at the beginning of March": "at the beginning of march",
    "I'll have asked by half-term": "by half-term",
    "before Tuesday": "before tuesday",
    "sometime before the 3rd of December": "before the 3rd of december",
    "once Sam is back, I'll ask": "once sam is back",
    "after the inspection": "after the inspection",
    "in the new year": "in the new year",
    "in a few weeks": "in a few weeks",
    "by the end of term": "by the end of term",
    "next month": "next month",
    "early in March": "early in march",
    "soon": "soon",
    "two days before the meeting": "two days before the meeting",
    "in the next two weeks": "in the next two weeks",
}
NOTHING = ["I may do it", "I see her every Friday", "most Mondays",
           "ask him by phone", "I march in and tell him", "", "second thoughts",
           "the first step is to ask", "two of us", "do the second first", "the first"]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read_relative_to_today(text: str, day: date) -> None:
    assert read_date(text, MONDAY, MEETING) == day


@pytest.mark.parametrize("text", NO_SUCH_DAY)
def test_a_day_that_does_not_exist_is_said_to_be_none(text: str) -> None:
    when = read_when(text, MONDAY, MEETING)
    assert when is not None and when.sense is Sense.NO_SUCH_DAY
    assert read_date(text, MONDAY, MEETING) is None


@pytest.mark.parametrize(("text", "day"), PAST.items())
def test_a_day_that_is_over_is_told_apart(text: str, day: date) -> None:
    when = read_when(text, MONDAY, MEETING)
    assert when is not None and (when.sense, when.day) == (Sense.PAST, day)
    assert read_date(text, MONDAY, MEETING) is None


@pytest.mark.parametrize(("text", "words"), LOOSE.items())
def test_a_time_that_is_no_day_is_kept_in_its_words(text: str, words: str) -> None:
    assert read_when(text, MONDAY, MEETING) == When(Sense.LOOSE, words)
    assert read_date(text, MONDAY, MEETING) is None


@pytest.mark.parametrize("text", NOTHING)
def test_no_time_is_made_up(text: str) -> None:
    assert read_when(text, MONDAY, MEETING) is None


def test_next_friday_may_be_the_coming_one() -> None:
    when = read_when("next Friday", MONDAY)
    assert when is not None and when.or_else == date(2026, 11, 27)
    on_saturday = read_when("next Friday", date(2026, 11, 28))
    assert on_saturday == When(Sense.DAY, "next friday", date(2026, 12, 4))


def test_next_week_is_next_week_on_a_friday_too() -> None:
    assert read_date("next week", date(2026, 11, 27)) == date(2026, 12, 4)


def test_a_weekday_is_never_today() -> None:
    assert read_date("on Monday", MONDAY) == date(2026, 11, 30)


def test_without_a_meeting_before_it_is_no_day() -> None:
    assert read_date("before the meeting", MONDAY) is None
    assert read_when("before the meeting", MONDAY) == When(Sense.LOOSE, "before the meeting")


@pytest.mark.parametrize(
    "text",
    [
        "write to the Monday group",
        "ask Ann about what happened on Monday",
        "ring Ann, who is off until Friday",
        "go along to every Tuesday clinic",
    ],
)
def test_a_weekday_that_tells_which_is_no_day_of_the_step(text: str) -> None:
    assert read_date(text, MONDAY) is None


def test_a_weekday_beside_one_that_tells_which_is_the_day() -> None:
    assert read_date("write to the Monday group on Wednesday", MONDAY) == date(2026, 11, 25)
    assert read_date("see her on the Friday", MONDAY) == date(2026, 11, 27)
