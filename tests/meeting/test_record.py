from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from assistant.catalogue import catalogue
from assistant.meeting.as_json import as_json
from assistant.meeting.record import MeetingRecord, meeting_record
from assistant.meeting.record_markdown import other_meetings, record_markdown
from assistant.records.entities import Meeting, Preparation
from assistant.records.store import Store
from assistant.texts.texts import texts

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return store.create_meeting(store.create_set("Tuesday set").id, date(2026, 12, 1))


def joins(store: Store, name: str, meeting: Meeting) -> Preparation:
    person = store.create_person(name)
    store.add_member(person.id, meeting.set_id)
    return store.create_preparation(person.id, meeting.id)


def releases(store: Store, made: Preparation, minute: int, **items: str) -> None:
    with store.turn(made.id) as record:
        for item, text in items.items():
            record.release(item, text, NOON + timedelta(minutes=minute))


def withdraws(store: Store, made: Preparation, item: str) -> None:
    with store.turn(made.id) as record:
        record.withdraw(item, NOON + timedelta(hours=1))


def markdown(record: MeetingRecord) -> str:
    return record_markdown(record, catalogue(), texts())


def test_an_empty_record_says_so(store: Store, meeting: Meeting) -> None:
    shown = markdown(meeting_record(store, meeting))
    assert shown.startswith("# Meeting of 1 December 2026: Tuesday set")
    assert texts()("record_empty") in shown


def test_holds_what_was_passed_on_in_the_words_seen_and_in_that_order(
    store: Store, meeting: Meeting
) -> None:
    asha, ben = joins(store, "Asha", meeting), joins(store, "Ben", meeting)
    releases(store, ben, 1, summary="I want the rota shared,\nbut I *keep* it.")
    releases(store, asha, 2, summary="I want calm mornings.")
    releases(store, ben, 3, stopping="I do it myself.")
    record = meeting_record(store, meeting)
    assert [(i.member, i.item, i.text) for i in record.items] == [
        ("Ben", "summary", "I want the rota shared,\nbut I *keep* it."),
        ("Asha", "summary", "I want calm mornings."),
        ("Ben", "stopping", "I do it myself."),
    ]
    assert markdown(record) == (
        "# Meeting of 1 December 2026: Tuesday set\n\n"
        "What members passed on, in the words they saw.\n\n"
        "## Ben\n\n"
        "**The problem in one sentence**\n\n"
        "> I want the rota shared,  \n> but I \\*keep\\* it.\n\n"
        "**What is stopping you from doing it?**\n\n"
        "> I do it myself.\n\n"
        "## Asha\n\n"
        "**The problem in one sentence**\n\n"
        "> I want calm mornings.\n"
    )


def test_what_was_withdrawn_says_withdrawn(store: Store, meeting: Meeting) -> None:
    asha = joins(store, "Asha", meeting)
    releases(store, asha, 1, summary="I want calm mornings.")
    withdraws(store, asha, "summary")
    record = meeting_record(store, meeting)
    assert "calm" not in markdown(record)
    assert "*withdrawn*" in markdown(record)
    assert record.items[0].text is None
    assert record.items[0].withdrawn_at == NOON + timedelta(hours=1)


def test_what_was_passed_on_anew_stands_once(store: Store, meeting: Meeting) -> None:
    asha = joins(store, "Asha", meeting)
    releases(store, asha, 1, summary="First.")
    releases(store, asha, 2, summary="Second.")
    shown = markdown(meeting_record(store, meeting))
    assert "Second." in shown
    assert "First." not in shown
    assert "withdrawn" not in shown


def test_two_members_of_one_name_are_two(store: Store, meeting: Meeting) -> None:
    for minute, text in enumerate(("One.", "Two."), 1):
        releases(store, joins(store, "Asha", meeting), minute, summary=text)
    assert markdown(meeting_record(store, meeting)).count("## Asha") == 2


def test_who_deleted_everything_is_a_former_member(store: Store, meeting: Meeting) -> None:
    asha = joins(store, "Asha", meeting)
    releases(store, asha, 1, summary="I want calm mornings.")
    store.delete_person(asha.person_id)
    shown = markdown(meeting_record(store, meeting))
    assert "Asha" not in shown
    assert "calm" not in shown
    assert "## a former member" in shown


def test_names_cannot_make_markdown(store: Store, meeting: Meeting) -> None:
    releases(store, joins(store, "<b>*A*\n# B", meeting), 1, summary="Calm.")
    assert "## \\<b\\>\\*A\\* # B\n" in markdown(meeting_record(store, meeting))


def test_json_holds_the_same(store: Store, meeting: Meeting) -> None:
    asha = joins(store, "Asha", meeting)
    releases(store, asha, 1, summary='"Calm" £ \x1b[31m')
    read = json.loads(as_json(meeting_record(store, meeting)))
    assert read == {
        "meeting_id": meeting.id,
        "set_name": "Tuesday set",
        "held_on": "2026-12-01",
        "items": [
            {
                "member_id": asha.person_id,
                "member": "Asha",
                "item": "summary",
                "text": '"Calm" £ \x1b[31m',
                "released_at": "2026-11-02T12:01:00+00:00",
                "withdrawn_at": None,
            }
        ],
    }


def test_other_things_are_no_json(store: Store, meeting: Meeting) -> None:
    record = MeetingRecord("id", "set", date(2026, 12, 1), (object(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="object"):
        as_json(record)


def test_names_the_days_of_the_other_meetings(store: Store, meeting: Meeting) -> None:
    record = meeting_record(store, meeting)
    assert other_meetings(record, [meeting], texts()) == ""
    another = store.create_meeting(meeting.set_id, date(2027, 1, 5))
    assert "2027-01-05" in other_meetings(record, [meeting, another], texts())
