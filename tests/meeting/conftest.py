"""A set whose members pass things on."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from assistant.catalogue import catalogue
from assistant.meeting.record import MeetingRecord, meeting_record
from assistant.records.entities import Meeting, Preparation
from assistant.records.store import Store
from assistant.texts.texts import texts

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
TODAY = date(2026, 11, 30)


class Group:
    """A set in a test: who joins it, what they pass on, and its record."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.set_id = store.create_set("Tuesday set").id
        self.meeting = self.meets(date(2026, 12, 1))
        self._minutes = 0

    def meets(self, day: date) -> Meeting:
        """One more meeting."""
        return self.store.create_meeting(self.set_id, day)

    def joins(self, name: str, meeting: Meeting | None = None) -> Preparation:
        """A new member, who prepares for a meeting."""
        person = self.store.create_person(name)
        self.store.add_member(person.id, self.set_id)
        return self.prepares(person.id, meeting)

    def prepares(self, person_id: str, meeting: Meeting | None = None) -> Preparation:
        """One more preparation of a member."""
        return self.store.create_preparation(person_id, (meeting or self.meeting).id)

    def releases(self, made: Preparation, **items: str) -> None:
        """Pass on these items, a minute after whatever was passed on last."""
        self._minutes += 1
        with self.store.turn(made.id) as record:
            for item, text in items.items():
                record.release(item, text, NOON + timedelta(minutes=self._minutes))

    def releases_step(self, made: Preparation, text: str, day: date) -> None:
        """Pass on the next step with the day that was seen beside it."""
        with self.store.turn(made.id) as record:
            record.release("next_step", text, NOON, day)

    def withdraws(self, made: Preparation, item: str) -> None:
        """Take an item back, after an hour."""
        with self.store.turn(made.id) as record:
            record.withdraw(item, NOON + timedelta(hours=1))

    def record(self, meeting: Meeting | None = None) -> MeetingRecord:
        """The record of a meeting, as it stands."""
        return meeting_record(
            self.store, meeting or self.meeting, catalogue(), texts("meeting"), TODAY
        )


@pytest.fixture
def group(store: Store) -> Group:
    """A set that meets on 1 December 2026, with nobody in it yet."""
    return Group(store)


MARKUP = "<script>document.title = 'stolen'</script><b onclick=x>Asha</b> & \"Co\" {{ 7 * 7 }}"
HEBREW = "אני רוצה שהצוות יחליט, אבל אני תמיד עונה ראשונה."
LONG = " ".join(f"word{number}" for number in range(1500)) + " " + "x" * 700


@pytest.fixture
def hostile(group: Group) -> MeetingRecord:
    """A record with everything in it that people's words can hold."""
    before = group.meets(date(2026, 11, 3))
    asha = group.joins(MARKUP, before)
    group.releases(asha, summary="More staff.", next_step=MARKUP)
    now = group.prepares(asha.person_id)
    group.releases(
        now, summary=LONG, bid=MARKUP, last_step="Asked.\n\n- no list", want="\x1b[2J\x00"
    )
    group.releases(now, **{f"item_{number}": f"Words {number}." for number in range(30)})
    for name in ("Facilitator", "withdrawn", "שרה 🙂", "Facilitator"):
        made = group.joins(name)
        group.releases(made, summary=HEBREW, want="🙂 👩🏽‍⚕️ e\u0301", stopping="I.")
        group.withdraws(made, "stopping")
    return group.record()
