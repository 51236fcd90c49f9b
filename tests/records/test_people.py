"""Persons, sets, meetings, preparations, and the one that ``assistant`` opens."""

from __future__ import annotations

from datetime import date, timedelta, timezone

import pytest

from assistant.records.entities import Preparation, Role
from assistant.records.errors import UNNAMED_MEMBER, MissingKey, UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.store import Store
from assistant.settings import Settings

TODAY = date(2026, 3, 2)
NOBODY = "0" * 32


def test_what_was_made_is_found(store: Store) -> None:
    person, group = store.create_person("Asha \ud800"), store.create_set("Riverside\x00")
    meeting = store.create_meeting(group.id, TODAY)
    made = store.create_preparation(person.id, meeting.id, "cy")
    assert store.person(person.id) == person
    assert store.learning_set(group.id) == group
    assert store.meeting(meeting.id) == meeting
    assert store.preparation(made.id) == made
    assert store.set_of(made.id) == group
    assert made.language == "cy"
    assert made.started_at.tzinfo is timezone.utc


def test_names_are_not_keys(store: Store) -> None:
    assert store.create_person("Sam").id != store.create_person("Sam").id


def test_a_number_is_never_given_to_another(store: Store) -> None:
    asha, zoe = store.create_person("Asha"), store.create_person("Zoe")
    assert (asha.number, zoe.number) == (1, 2)
    store.delete_person(zoe.id)
    assert store.create_person("Zoe").number == 3
    store.delete_person(asha.id)
    assert store.create_person("Asha").number == 4


def test_members_come_in_the_order_in_which_they_joined(store: Store) -> None:
    group = store.create_set("Riverside")
    people = [store.create_person(name) for name in ("Zoe", "Asha")]
    store.add_member(people[0].id, group.id, Role.FACILITATOR)
    store.add_member(people[1].id, group.id, "member")
    found = store.members(group.id)
    assert [member.person for member in found] == people
    assert [member.role for member in found] == [Role.FACILITATOR, Role.MEMBER]
    assert all(member.valid_to is None for member in found)


def test_one_missing_key_does_not_spoil_the_list(store: Store, any_settings: Settings) -> None:
    group = store.create_set("Riverside")
    for name in ("Asha", "Zoe"):
        store.add_member(store.create_person(name).id, group.id)
    gone = store.members(group.id)[0].person
    KeyRing(any_settings.keys_folder).erase(gone.id)
    other = Store.open(any_settings)
    assert [member.person.name for member in other.members(group.id)] == [UNNAMED_MEMBER, "Zoe"]
    with pytest.raises(MissingKey):
        other.person(gone.id)
    other.close()


def test_meetings_come_by_day(store: Store) -> None:
    group = store.create_set("Riverside")
    days = [TODAY + timedelta(days=n) for n in (9, 2, 5)]
    for day in days:
        store.create_meeting(group.id, day)
    assert [meeting.held_on for meeting in store.meetings(group.id)] == sorted(days)


def test_an_earlier_preparation_stays_when_a_new_one_begins(
    store: Store, prepared: Preparation
) -> None:
    new = store.create_preparation(prepared.person_id, prepared.meeting_id)
    assert store.preparations(prepared.person_id) == (prepared, new)
    assert store.home_preparation("Asha", "Riverside", TODAY) == new


@pytest.mark.parametrize("what", ["person", "set", "meeting"])
def test_what_is_not_there_is_named(store: Store, what: str) -> None:
    ask = {"person": store.person, "set": store.learning_set, "meeting": store.meeting}[what]
    with pytest.raises(UnknownRecord, match=what):
        ask(NOBODY)


def test_nothing_is_made_for_what_is_not_there(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    with pytest.raises(UnknownRecord, match="set"):
        store.create_meeting(NOBODY, TODAY)
    with pytest.raises(UnknownRecord, match="person"):
        store.add_member(NOBODY, group.id)
    with pytest.raises(UnknownRecord, match="meeting"):
        store.create_preparation(prepared.person_id, NOBODY)
    assert len(store.meetings(group.id)) == len(store.members(group.id)) == 1


def test_the_first_start_makes_everything_once(store: Store) -> None:
    first = store.home_preparation("Asha", "Riverside", TODAY)
    again = store.home_preparation("Somebody else", "Elsewhere", TODAY)
    assert again == first
    assert store.person(first.person_id).name == "Asha"
    assert store.set_of(first.id).name == "Riverside"
    assert store.meeting(first.meeting_id).held_on == TODAY + timedelta(weeks=4)
    assert [m.person.id for m in store.members(store.set_of(first.id).id)] == [first.person_id]


def test_the_next_meeting_is_prepared(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    store.create_meeting(group.id, TODAY - timedelta(days=1))
    sooner = store.create_meeting(group.id, TODAY)
    made = store.home_preparation("Asha", "Riverside", TODAY)
    assert made.meeting_id == sooner.id
    assert made.person_id == prepared.person_id


def test_after_the_meeting_a_new_one_is_prepared(store: Store, prepared: Preparation) -> None:
    later = store.meeting(prepared.meeting_id).held_on + timedelta(days=1)
    made = store.home_preparation("Asha", "Riverside", later)
    assert made.meeting_id != prepared.meeting_id
    assert store.meeting(made.meeting_id).held_on == later + timedelta(weeks=4)


def test_the_language_of_the_settings_is_used(any_settings: Settings) -> None:
    welsh = Store.open(any_settings.copy(update={"language": "cy"}))
    assert welsh.home_preparation("Asha", "Riverside", TODAY).language == "cy"
    welsh.close()
