"""The meeting record of a set: what members passed on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from assistant.records.entities import Meeting, ReleasedItem
from assistant.records.store import Store


@dataclass(frozen=True)
class RecordItem:
    """Something passed on, in the wording that its member saw.

    Attributes:
        member_id: who passed it on; two members may have one name.
        member: their name, or words for somebody who deleted everything.
        item: key of what was passed on.
        text: the wording; None once it was withdrawn.
        released_at: when it was passed on, in UTC.
        withdrawn_at: when it was withdrawn, in UTC; None while it stands.
    """

    member_id: str
    member: str
    item: str
    text: str | None
    released_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class MeetingRecord:
    """What a set sees before and in a meeting.

    Attributes:
        meeting_id: the meeting.
        set_name: whose it is.
        held_on: its day.
        items: what was passed on, in the order in which it was.
    """

    meeting_id: str
    set_name: str
    held_on: date
    items: tuple[RecordItem, ...]


def meeting_record(store: Store, meeting: Meeting) -> MeetingRecord:
    """The record of a meeting; raises RecordsError."""
    return MeetingRecord(
        meeting_id=meeting.id,
        set_name=store.learning_set(meeting.set_id).name,
        held_on=meeting.held_on,
        items=tuple(_item(item) for item in _latest(store.releases(meeting.id))),
    )


def _latest(items: Iterable[ReleasedItem]) -> Iterable[ReleasedItem]:
    """Each member's items as they last were: passing one on anew takes its place.

    The store marks what was replaced as withdrawn, which no member asked for.
    """
    latest: dict[tuple[str, str], ReleasedItem] = {}
    for item in items:
        latest.pop((item.person_id, item.item), None)
        latest[item.person_id, item.item] = item
    return latest.values()


def _item(item: ReleasedItem) -> RecordItem:
    return RecordItem(
        member_id=item.person_id,
        member=item.person_name,
        item=item.item,
        text=item.text,
        released_at=item.released_at,
        withdrawn_at=item.withdrawn_at,
    )
