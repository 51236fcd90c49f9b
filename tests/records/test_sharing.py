"""What is shared with the set, and taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from assistant.records.entities import Preparation
from assistant.records.errors import MissingKey, UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.store import Store
from assistant.settings import Settings

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=timezone.utc)
LATER = NOON + timedelta(hours=1)


def test_items_come_in_order_of_release(store: Store, prepared: Preparation) -> None:
    with store.turn(prepared.id) as turn:
        for item in ("want", "sentence", "bid"):
            turn.release(item, f"my {item}", NOON.astimezone(timezone(timedelta(hours=3))))
    found = store.releases(prepared.meeting_id)
    assert [(each.item, each.text) for each in found] == [
        ("want", "my want"),
        ("sentence", "my sentence"),
        ("bid", "my bid"),
    ]
    assert {(each.person_id, each.person_name) for each in found} == {(prepared.person_id, "Asha")}
    assert all(each.released_at == NOON and each.withdrawn_at is None for each in found)


def test_a_new_wording_takes_the_place_of_the_old(store: Store, prepared: Preparation) -> None:
    with store.turn(prepared.id) as turn:
        turn.release("sentence", "first", NOON)
        turn.release("sentence", "second", LATER)
    old, new = store.releases(prepared.meeting_id)
    assert (old.text, old.withdrawn_at) == (None, LATER)
    assert (new.text, new.withdrawn_at) == ("second", None)


def test_a_withdrawn_item_leaves_its_mark_and_no_text(store: Store, prepared: Preparation) -> None:
    with store.turn(prepared.id) as turn:
        turn.release("sentence", "first", NOON)
        turn.release("want", "stays", NOON)
    with store.turn(prepared.id) as turn:
        assert turn.withdraw("sentence", LATER)
        assert not turn.withdraw("sentence", LATER)
        assert not turn.withdraw("never released", LATER)
    gone, stays = store.releases(prepared.meeting_id)
    assert (gone.text, gone.released_at, gone.withdrawn_at) == (None, NOON, LATER)
    assert stays.text == "stays"


def test_the_day_seen_beside_an_item_is_kept_and_goes_with_it(
    store: Store, prepared: Preparation
) -> None:
    with store.turn(prepared.id) as turn:
        turn.release("next_step", "ring her on Monday", NOON, date(2026, 3, 9))
        turn.release("want", "ideas", NOON)
    assert [each.day for each in store.releases(prepared.meeting_id)] == [date(2026, 3, 9), None]
    with store.turn(prepared.id) as turn:
        turn.withdraw("next_step", LATER)
    assert [each.day for each in store.releases(prepared.meeting_id)] == [None, None]


def test_an_item_can_be_released_and_withdrawn_again_and_again(
    store: Store, prepared: Preparation
) -> None:
    for i in range(3):
        with store.turn(prepared.id) as turn:
            turn.release("sentence", f"wording {i}", NOON)
            assert turn.withdraw("sentence", LATER)
    assert [each.text for each in store.releases(prepared.meeting_id)] == [None] * 3


def test_a_member_withdraws_only_their_own(store: Store, prepared: Preparation) -> None:
    other = store.create_person("Zoe")
    theirs = store.create_preparation(other.id, prepared.meeting_id)
    for each in (prepared, theirs):
        with store.turn(each.id) as turn:
            turn.release("sentence", each.id, NOON)
    with store.turn(theirs.id) as turn:
        turn.withdraw("sentence", LATER)
    assert [each.text for each in store.releases(prepared.meeting_id)] == [prepared.id, None]


def test_a_meeting_shows_only_what_was_released_for_it(store: Store, prepared: Preparation) -> None:
    elsewhere = store.create_meeting(store.set_of(prepared.id).id, NOON.date())
    with store.turn(prepared.id) as turn:
        turn.release("sentence", "here", NOON)
    assert store.releases(elsewhere.id) == ()
    with pytest.raises(UnknownRecord):
        store.releases("0" * 32)


def test_the_sets_key_opens_releases_and_no_other(
    store: Store, prepared: Preparation, any_settings: Settings
) -> None:
    with store.turn(prepared.id) as turn:
        turn.release("sentence", "for the set", NOON)
    keys = KeyRing(any_settings.keys_folder)
    keys.erase(prepared.person_id)
    without_person = Store.open(any_settings)
    assert without_person.releases(prepared.meeting_id)[0].text == "for the set"
    without_person.close()
    keys.erase(store.set_of(prepared.id).id)
    without_set = Store.open(any_settings)
    with pytest.raises(MissingKey):
        without_set.releases(prepared.meeting_id)
    without_set.close()
