"""The meeting record as a Word document, to print on A4 and to write into."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.shared import Mm

from assistant.days import day, weekday_and_day
from assistant.meeting import word
from assistant.meeting.card import CardPart
from assistant.meeting.record import MeetingRecord, MemberPart, RecordItem
from assistant.meeting.way import Stage
from assistant.texts.texts import Texts

_WAY = ("when", "sentence", "step", "came_of_it")
_ORDER = ("order", "member", "bid", "time")


def record_word(record: MeetingRecord, texts: Texts) -> bytes:
    """The record as the content of a .docx file."""
    title = texts("record_title", day=day(record.held_on), set=record.set_name)
    page = texts("record_page", set=record.set_name, day=day(record.held_on))
    document = word.document(title, page)
    word.heading(document, 1, title)
    word.paragraph(document, texts("record_about", day=day(record.as_of)))
    if record.members:
        _order(document, record, texts)
    else:
        word.paragraph(document, texts("record_empty"))
    _card(document, record.card, texts)
    for member in record.members:
        _member(document, member, texts)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _order(document: Document, record: MeetingRecord, texts: Texts) -> None:
    word.heading(document, 2, texts("record_order"))
    word.paragraph(document, texts("record_order_about"))
    if record.has_namesakes():
        word.paragraph(document, texts("record_same_name"))
    word.table(
        document,
        [texts(f"record_column_{key}") for key in _ORDER],
        [(str(one.place), one.name, one.text("bid"), "") for one in record.members],
        widths=(Mm(16), Mm(40), Mm(84), Mm(34)),
    )


def _card(document: Document, parts: tuple[CardPart, ...], texts: Texts) -> None:
    word.heading(document, 2, texts("card_title"))
    word.paragraph(document, texts("card_about"))
    for part in parts:
        word.heading(document, 3, part.title)
        for question in part.questions:
            word.bullet(document, question)


def _member(document: Document, member: MemberPart, texts: Texts) -> None:
    name = texts("record_member", place=member.place, name=member.name)
    word.heading(document, 2, name, new_page=True)
    for item in member.items:
        _item(document, item, texts)
    if member.way:
        word.heading(document, 3, texts("record_way"))
        _way(document, member.way, texts)
    word.heading(document, 3, texts("record_notes", name=member.name))
    word.room_to_write(document, lines=8)


def _item(document: Document, item: RecordItem, texts: Texts) -> None:
    word.heading(document, 3, item.title)
    if item.text is None:
        word.paragraph(document, texts("withdrawn"), italic=True)
    else:
        word.quotation(document, item.text)
    if item.day:
        told = texts("record_step_day", day=weekday_and_day(item.day))
        word.paragraph(document, told, italic=True)
    if item.has_days():
        word.paragraph(document, texts("record_said_on", day=day(item.released_at)), italic=True)


def _way(document: Document, stages: tuple[Stage, ...], texts: Texts) -> None:
    word.table(
        document,
        [texts(f"record_way_{key}") for key in _WAY],
        [
            (day(one.held_on), one.sentence or "", _step(one, texts), one.came_of_it or "")
            for one in stages
        ],
        widths=(Mm(30), Mm(54), Mm(45), Mm(45)),
    )


def _step(stage: Stage, texts: Texts) -> str:
    """A step, and below it its day."""
    if not stage.step or not stage.step_day:
        return stage.step or ""
    told = texts("record_step_day", day=weekday_and_day(stage.step_day))
    return f"{stage.step}\n{told}"
