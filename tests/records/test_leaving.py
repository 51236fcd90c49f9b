"""A member leaves a set; members with one name; roles; meetings that are moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone

import pytest

from assistant.records.backups import back_up, backups
from assistant.records.entities import Left, Preparation, Role
from assistant.records.errors import (
    FORMER_MEMBER,
    MissingKey,
    UnknownPreparation,
    UnknownRecord,
    UnusableName,
)
from assistant.records.keys import KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
NOON = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
TODAY = date(2026, 3, 2)


@pytest.fixture
def shared(store: Store, prepared: Preparation, answer: MakeStep) -> Preparation:
    """A preparation with an answer, and one item passed on."""
    with store.turn(prepared.id) as turn:
        turn.append([answer("mine alone")])
        turn.keep_reply("m1", "a reply")
        turn.release("summary", "passed on", NOON)
    return prepared


def test_what_was_passed_on_stays_and_so_does_the_rest_unless_asked(
    store: Store, shared: Preparation
) -> None:
    group = store.set_of(shared.id)
    assert store.leave(shared.person_id, group.id) == Left(preparations=0, steps=0, kept=1)
    assert store.members(group.id) == ()
    (gone,) = store.members(group.id, left=True)
    assert gone.valid_to is not None
    assert store.releases(shared.meeting_id)[0].text == "passed on"
    assert store.steps(shared.id)[0].text == "mine alone"
    assert store.places() == ()
    assert [place.person.id for place in store.places(left=True)] == [shared.person_id]


def test_what_is_private_goes_with_its_keys_where_they_ask(
    store: Store, shared: Preparation, any_settings: Settings
) -> None:
    group = store.set_of(shared.id)
    left = store.leave(shared.person_id, group.id, forget=True)
    assert left == Left(preparations=1, steps=1, kept=1)
    with pytest.raises(UnknownPreparation):
        store.steps(shared.id)
    keys = KeyRing(any_settings.keys_folder)
    assert not keys.file(shared.id).exists()
    assert not keys.file(shared.person_id).exists()
    (item,) = store.releases(shared.meeting_id)
    assert (item.text, item.person_name) == ("passed on", "Asha")
    assert [finding for finding in store.check() if not finding.ok] == []


def test_a_copy_made_before_does_not_open_what_they_took_with_them(
    settings: Settings, sqlite_store: Store, answer: MakeStep
) -> None:
    made = sqlite_store.home_preparation("Asha", "Riverside", TODAY)
    elsewhere = sqlite_store.create_set("Hilltop")
    sqlite_store.add_member(made.person_id, elsewhere.id)
    with sqlite_store.turn(made.id) as turn:
        turn.append([answer("mine alone")])
    copy = back_up(settings.database_file, settings.backup_folder, "0002")
    sqlite_store.leave(made.person_id, sqlite_store.set_of(made.id).id, forget=True)
    sqlite_store.close()
    settings.database_file.write_bytes(copy.read_bytes())
    restored = Store.open(settings)
    assert restored.person(made.person_id).name == "Asha"  # still a member elsewhere
    with pytest.raises(MissingKey):
        restored.steps(made.id)
    restored.close()


def test_what_the_first_version_kept_goes_with_the_copies_that_its_key_opens(
    first_form: str, settings: Settings
) -> None:
    store = Store.open(settings)
    assert len(backups(settings.backup_folder)) == 1
    made = store.preparation(first_form)
    elsewhere = store.create_set("Hilltop")
    store.add_member(made.person_id, elsewhere.id)
    store.leave(made.person_id, store.set_of(made.id).id, forget=True)
    assert backups(settings.backup_folder) == ()
    store.close()


def test_whoever_left_can_still_delete_everything(store: Store, shared: Preparation) -> None:
    store.leave(shared.person_id, store.set_of(shared.id).id, forget=True)
    assert store.delete_person(shared.person_id).releases_withdrawn == 1
    (item,) = store.releases(shared.meeting_id)
    assert (item.text, item.person_name) == (None, FORMER_MEMBER)


def test_nobody_leaves_a_set_that_they_are_not_in(store: Store, shared: Preparation) -> None:
    group = store.set_of(shared.id)
    store.leave(shared.person_id, group.id)
    with pytest.raises(UnknownRecord, match="member"):
        store.leave(shared.person_id, group.id)


def test_somebody_who_left_can_come_back(store: Store, shared: Preparation) -> None:
    group = store.set_of(shared.id)
    store.leave(shared.person_id, group.id)
    store.add_member(shared.person_id, group.id)
    assert store.preparation_for(shared.person_id, group.id, TODAY) == shared
    assert len(store.members(group.id, left=True)) == 1


def test_two_members_with_one_name_are_two(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    other = store.create_person("Asha")
    store.add_member(other.id, group.id)
    theirs = store.preparation_for(other.id, group.id, TODAY)
    assert (theirs.meeting_id, theirs.person_id) == (prepared.meeting_id, other.id)
    assert store.preparation_for(prepared.person_id, group.id, TODAY) == prepared
    store.delete_person(other.id)
    assert [place.person.id for place in store.places()] == [prepared.person_id]


def test_another_role_keeps_the_place_in_the_list(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    other = store.create_person("Zoe")
    store.add_member(other.id, group.id)
    store.change_role(prepared.person_id, group.id, Role.FACILITATOR)
    found = [(each.person.name, each.role) for each in store.members(group.id)]
    assert found == [("Asha", Role.FACILITATOR), ("Zoe", Role.MEMBER)]
    assert len(store.members(group.id, left=True)) == 2


def test_a_member_is_renamed_in_what_they_passed_on_too(store: Store, shared: Preparation) -> None:
    store.rename_person(shared.person_id, " Asha  Rao ")
    assert store.releases(shared.meeting_id)[0].person_name == "Asha Rao"
    with pytest.raises(UnusableName):
        store.rename_person(shared.person_id, " ")


def test_a_moved_meeting_keeps_what_belongs_to_it(store: Store, shared: Preparation) -> None:
    day = date(2026, 4, 7)
    store.move_meeting(shared.meeting_id, day)
    assert store.meeting(shared.meeting_id).held_on == day
    assert store.home_preparation("Asha", "Riverside", TODAY) == shared
    assert store.releases(shared.meeting_id)[0].text == "passed on"
    with pytest.raises(UnknownRecord, match="meeting"):
        store.move_meeting("0" * 32, day)


def test_the_first_member_takes_the_set_that_was_made_for_them(store: Store) -> None:
    group = store.create_set("Thursday set")
    made = store.home_preparation("Asha", "My set", TODAY)
    assert store.set_of(made.id) == group
    other = store.create_set("Hilltop")
    store.delete_person(made.person_id)
    assert store.set_of(store.home_preparation("Zoe", "My set", TODAY).id) == other
