"""The meeting record as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.catalogue import Catalogue
from assistant.meeting.markdown import document, emphasised, heading, quoted, strong
from assistant.meeting.record import MeetingRecord, RecordItem
from assistant.meeting.titles import day, title_of
from assistant.records.entities import Meeting
from assistant.texts.texts import Texts


def record_markdown(record: MeetingRecord, catalogue: Catalogue, texts: Texts) -> str:
    """The record as a document: members in the order in which they first passed something on."""
    title = texts("record_title", day=day(record.held_on), set=record.set_name)
    if not record.items:
        return document(heading(1, title), texts("record_empty"))
    members = dict.fromkeys(item.member_id for item in record.items)
    blocks = [
        block
        for member in members
        for block in _member([i for i in record.items if i.member_id == member], catalogue, texts)
    ]
    return document(heading(1, title), texts("record_about"), *blocks)


def other_meetings(record: MeetingRecord, meetings: Iterable[Meeting], texts: Texts) -> str:
    """A sentence that names the days of the set's other meetings; empty where there are none."""
    days = [one.held_on.isoformat() for one in meetings if one.id != record.meeting_id]
    return texts("record_others", days=", ".join(days)) if days else ""


def _member(items: list[RecordItem], catalogue: Catalogue, texts: Texts) -> Iterator[str]:
    yield heading(2, items[0].member)
    for item in items:
        yield strong(title_of(item.item, catalogue, texts))
        yield emphasised(texts("withdrawn")) if item.text is None else quoted(item.text)
