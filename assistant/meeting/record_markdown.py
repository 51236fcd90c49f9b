"""The meeting record as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.days import day, weekday_and_day
from assistant.meeting.card import CardPart
from assistant.meeting.markdown import document, emphasised, heading, listed, quoted, strong
from assistant.meeting.record import MeetingRecord, MemberPart
from assistant.meeting.way import Stage
from assistant.texts.texts import Texts


def record_markdown(record: MeetingRecord, texts: Texts) -> str:
    """The record as a document: each member in the batting order, then the card."""
    return document(
        heading(1, texts("record_title", day=day(record.held_on), set=record.set_name)),
        texts("record_about", day=day(record.as_of)),
        *_order(record, texts),
        *(block for member in record.members for block in _member(member, texts)),
        *_card(record.card, texts),
    )


def _order(record: MeetingRecord, texts: Texts) -> Iterator[str]:
    if not record.members:
        yield texts("record_empty")
        return
    yield texts("record_order_about")
    if record.has_namesakes():
        yield texts("record_same_name")


def _member(member: MemberPart, texts: Texts) -> Iterator[str]:
    yield heading(2, texts("record_member", place=member.place, name=member.name))
    for item in member.items:
        yield strong(item.title)
        yield emphasised(texts("withdrawn")) if item.text is None else quoted(item.text)
        if item.day:
            yield emphasised(texts("record_step_day", day=weekday_and_day(item.day)))
        if item.has_days():
            yield emphasised(texts("record_said_on", day=day(item.released_at)))
    if member.way:
        yield heading(3, texts("record_way"))
    for stage in member.way:
        yield from _stage(stage, texts)


def _stage(stage: Stage, texts: Texts) -> Iterator[str]:
    yield heading(4, day(stage.held_on))
    for key in ("sentence", "step", "came_of_it"):
        text = getattr(stage, key)
        if text:
            yield emphasised(texts(f"record_way_{key}"))
            yield quoted(text)
            if key == "step" and stage.step_day:
                yield emphasised(texts("record_step_day", day=weekday_and_day(stage.step_day)))


def _card(parts: tuple[CardPart, ...], texts: Texts) -> Iterator[str]:
    yield heading(2, texts("card_title"))
    yield texts("card_about")
    for part in parts:
        yield heading(3, part.title)
        yield listed(part.questions)
