"""The meeting record of a set: what members passed on, and nothing else.

Every written form (Markdown, HTML, Word, JSON) is made of this one model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistant.catalogue import Catalogue
from assistant.coaching.items import NEXT_STEP
from assistant.coaching.state import SENTENCE
from assistant.meeting.card import CardPart, card
from assistant.meeting.titles import title_of
from assistant.meeting.way import Stage, way
from assistant.records.entities import Meeting, ReleasedItem
from assistant.records.store import Store
from assistant.texts.texts import Texts

FORMAT = "action-learning-assistant/meeting-record"
VERSION = 2
"""Of the JSON form (docs/meeting-record.schema.json); higher when a reader would have to change."""

LAST_STEP = "last_step"
_FIRST = (SENTENCE, "want", "bid", LAST_STEP, NEXT_STEP)


@dataclass(frozen=True)
class RecordItem:
    """Something passed on, in the wording that its member saw.

    Attributes:
        item: key of what was passed on.
        title: what it is called.
        text: the wording; None once it was withdrawn.
        day: when the step is to be done, as its member saw it beside the wording; None: no day.
        released_at: when it was passed on, in UTC.
        withdrawn_at: when it was withdrawn, in UTC; None while it stands.
    """

    item: str
    title: str
    text: str | None
    day: date | None
    released_at: datetime
    withdrawn_at: datetime | None

    def has_days(self) -> bool:
        """Whether its days ("before Tuesday") are read from the day on which it was passed on."""
        return self.item == NEXT_STEP and self.text is not None and self.day is None


@dataclass(frozen=True)
class MemberPart:
    """What one member passed on.

    Attributes:
        place: their place in the batting order, from 1.
        member_id: who it is; two members may have one name.
        name: their name, or words for somebody who deleted everything.
        items: the sentence, what they want, their bid, the last step, the next one, then the
            rest in the order in which it was passed on.
        way: the meetings so far for which they passed on a sentence or a step, this one last;
            empty where there is no earlier one.
    """

    place: int
    member_id: str
    name: str
    items: tuple[RecordItem, ...]
    way: tuple[Stage, ...]

    def text(self, item: str) -> str:
        """The wording of an item; empty where it was not passed on, or was withdrawn."""
        return next((one.text or "" for one in self.items if one.item == item), "")


@dataclass(frozen=True)
class MeetingRecord:
    """What a set sees before and in a meeting.

    Attributes:
        format: what this is, for programs.
        version: which version of that.
        meeting_id: the meeting.
        set_name: whose it is.
        held_on: its day.
        as_of: the day on which the record was made.
        members: who passed something on, in the order in which they first did.
        card: questions that are the set's to ask.
    """

    format: str
    version: int
    meeting_id: str
    set_name: str
    held_on: date
    as_of: date
    members: tuple[MemberPart, ...]
    card: tuple[CardPart, ...]

    def has_namesakes(self) -> bool:
        """Whether two members have one name."""
        return len({member.name for member in self.members}) < len(self.members)


def meeting_record(
    store: Store, meeting: Meeting, catalogue: Catalogue, texts: Texts, today: date
) -> MeetingRecord:
    """The record of a meeting; raises RecordsError."""
    learning_set = store.learning_set(meeting.set_id)
    catalogue = catalogue.with_word(learning_set.word)
    releases = store.releases(meeting.id)
    earlier = _earlier(store, meeting)
    return MeetingRecord(
        format=FORMAT,
        version=VERSION,
        meeting_id=meeting.id,
        set_name=learning_set.name,
        held_on=meeting.held_on,
        as_of=today,
        members=tuple(
            MemberPart(
                place=place,
                member_id=person_id,
                name=latest[0].person_name,
                items=tuple(_item(one, catalogue, texts) for one in latest),
                way=_way(person_id, [*earlier, (meeting.held_on, latest)]),
            )
            for place, (person_id, latest) in enumerate(_by_member(releases).items(), 1)
        ),
        card=card(catalogue, texts),
    )


_Told = tuple[date, Sequence[ReleasedItem]]


def _by_member(releases: Iterable[ReleasedItem]) -> dict[str, list[ReleasedItem]]:
    """Each member's items as they last were: passing one on anew takes its place.

    The store marks what was replaced as withdrawn, which no member asked for.
    """
    members: dict[str, dict[str, ReleasedItem]] = {}
    for one in releases:
        latest = members.setdefault(one.person_id, {})
        latest.pop(one.item, None)
        latest[one.item] = one
    return {person_id: sorted(one.values(), key=_rank) for person_id, one in members.items()}


def _rank(one: ReleasedItem) -> int:
    return _FIRST.index(one.item) if one.item in _FIRST else len(_FIRST)


def _item(one: ReleasedItem, catalogue: Catalogue, texts: Texts) -> RecordItem:
    title = title_of(one.item, catalogue, texts)
    return RecordItem(one.item, title, one.text, one.day, one.released_at, one.withdrawn_at)


def _earlier(store: Store, meeting: Meeting) -> list[_Told]:
    """What was passed on for the set's meetings before this one, by day."""
    return [
        (one.held_on, store.releases(one.id))
        for one in store.meetings(meeting.set_id)
        if one.held_on < meeting.held_on
    ]


def _way(person_id: str, meetings: Sequence[_Told]) -> tuple[Stage, ...]:
    stages = way(_stage(person_id, held_on, told) for held_on, told in meetings)
    return stages if len(stages) > 1 else ()


def _stage(person_id: str, held_on: date, told: Sequence[ReleasedItem]) -> tuple[Stage, str | None]:
    """What one member passed on for a meeting, and what they told there of the last step."""
    live = {one.item: one for one in told if one.person_id == person_id and one.text}
    sentence, step, came_of_last = (
        live[item].text if item in live else None for item in (SENTENCE, NEXT_STEP, LAST_STEP)
    )
    step_day = live[NEXT_STEP].day if NEXT_STEP in live else None
    return Stage(held_on, sentence, step, step_day=step_day), came_of_last
