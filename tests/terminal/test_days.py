from __future__ import annotations

from datetime import date

import pytest

from assistant.terminal.days import read_day
from assistant.terminal.faults import Refused

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("3 December", date(2026, 12, 3)),
        (" 3rd  Dec ", date(2026, 12, 3)),
        ("the 3rd of December", date(2026, 12, 3)),
        ("3/12/2026", date(2026, 12, 3)),
        ("3 March", date(2027, 3, 3)),
        ("29 February 2028", date(2028, 2, 29)),
        ("Friday", date(2026, 11, 27)),
        ("next Tuesday", date(2026, 12, 1)),
        ("in two weeks", date(2026, 12, 9)),
        ("tomorrow", date(2026, 11, 26)),
    ],
)
def test_days_as_people_write_them(written: str, day: date) -> None:
    assert read_day(written, TODAY) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "soon",
        "31 February",
        "29/2/2027",
        "2026-13-03",
        "2026-02-30",
        "12",
        "December",
        "£$",
    ],
)
def test_what_is_no_day_is_said(written: str) -> None:
    with pytest.raises(Refused, match="is no day that I can read"):
        read_day(written, TODAY)
