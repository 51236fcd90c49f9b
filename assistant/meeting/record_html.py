"""The meeting record as one page of HTML, to read on a screen and to print on A4."""

from __future__ import annotations

from assistant.days import day, weekday_and_day
from assistant.meeting.record import MeetingRecord
from assistant.meeting.templating import templates
from assistant.meeting.way_picture import way_picture
from assistant.texts.texts import Texts


def record_html(record: MeetingRecord, texts: Texts) -> str:
    """The record as a page that loads nothing from anywhere."""
    template = templates().get_template("record.html")
    return template.render(
        record=record,
        say=texts,
        day=day,
        weekday_and_day=weekday_and_day,
        draw=lambda way: way_picture(way, texts),
    )
