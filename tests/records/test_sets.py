"""Sets: what they agreed, kept and changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.records import agreed
from assistant.records.backups import backups
from assistant.records.entities import Preparation
from assistant.records.errors import UNNAMED_SET, RecordsError, UnknownRecord
from assistant.records.keys import KeyRing
from assistant.records.store import Store
from assistant.settings import Settings

TODAY = date(2026, 3, 2)
AGREED: dict[str, Any] = {
    "word": "school",
    "ground_rules": ("We start on time.", "What is said here stays here."),
    "keep_months": 12,
    "contacts": {"contact_support": "Maria in the office"},
}


def test_what_a_set_agreed_is_kept(store: Store, any_settings: Settings) -> None:
    made = store.create_set("Riverside")
    assert (made.word, made.ground_rules, made.keep_months, made.contacts) == (None, (), None, {})
    changed = store.change_set(made.id, **AGREED)
    again = Store.open(any_settings)
    assert again.learning_set(made.id) == changed
    assert {field: getattr(changed, field) for field in AGREED} == AGREED
    assert changed.name == "Riverside"
    again.close()


def test_a_renamed_set_is_the_same_set(store: Store, prepared: Preparation) -> None:
    group = store.set_of(prepared.id)
    store.change_set(group.id, **AGREED)
    store.change_set(group.id, name=" Thursday  set ")
    renamed = store.set_of(prepared.id)
    assert (renamed.id, renamed.name) == (group.id, "Thursday set")
    assert renamed.ground_rules == AGREED["ground_rules"]
    assert store.home_preparation("Asha", "Riverside", TODAY) == prepared


def test_what_was_agreed_can_be_taken_back(store: Store) -> None:
    made = store.create_set("Riverside")
    store.change_set(made.id, **AGREED)
    nothing: dict[str, Any] = {"word": "", "ground_rules": (), "keep_months": None, "contacts": {}}
    assert store.change_set(made.id, **nothing) == made


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "  "}, "A name needs"),
        ({"word": "{sentence}"}, "read well after"),
        ({"word": "x" * 41}, "read well after"),
        ({"word": "school\x1b[2J"}, "read well after"),
        ({"keep_months": 0}, "1 to 1200 months"),
        ({"keep_months": -1}, "1 to 1200 months"),
        ({"keep_months": 10**9}, "1 to 1200 months"),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    store: Store, changes: dict[str, Any], told: str
) -> None:
    made = store.create_set("Riverside")
    with pytest.raises(RecordsError, match=told):
        store.change_set(made.id, **{**AGREED, **changes})
    assert store.learning_set(made.id) == made


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("school", "school"),
        ("Our  School", "school"),
        ("the Church", "church"),
        ("A ward", "ward"),
        ("NHS trust", "NHS trust"),
        ("GP surgery", "GP surgery"),
        ("day-care centre", "day-care centre"),
        ("Ärztehaus", "ärztehaus"),
        ("  ", None),
    ],
)
def test_the_word_reads_well_after_your(written: str, word: str | None) -> None:
    assert agreed.word(written) == word


def test_rules_are_lines_and_none_is_there_twice() -> None:
    assert agreed.rules([" We start\non time. ", "", "We start on time."]) == ("We start on time.",)


def test_a_set_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="set"):
        store.change_set("0" * 32, word="school")


def test_one_missing_key_spoils_no_other_set(store: Store, any_settings: Settings) -> None:
    first, second = store.create_set("Riverside"), store.create_set("Hilltop")
    KeyRing(any_settings.keys_folder).erase(first.id)
    again = Store.open(any_settings)
    assert [one.name for one in again.sets()] == [UNNAMED_SET, "Hilltop"]
    assert again.sets()[1] == second
    again.close()


def test_the_turn_sees_what_its_set_agreed(store: Store, prepared: Preparation) -> None:
    changed = store.change_set(store.set_of(prepared.id).id, **AGREED)
    with store.turn(prepared.id) as record:
        assert record.learning_set() == changed


def test_what_was_agreed_is_in_no_file_in_plain_text(
    settings: Settings, sqlite_store: Store
) -> None:
    marker = "zanzibar-quince"
    made = sqlite_store.create_set("Riverside")
    told = {**AGREED, "ground_rules": (marker,), "contacts": {"contact_support": marker}}
    sqlite_store.change_set(made.id, **told)
    assert settings.home is not None
    files = [path for path in settings.home.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if marker.encode() in path.read_bytes()] == []


def test_records_of_the_first_version_go_on_as_they_were(
    first_form: str, settings: Settings
) -> None:
    store = Store.open(settings)
    (copy,) = backups(settings.backup_folder)
    assert copy.name.startswith("assistant-0001-")
    made = store.home_preparation("Somebody else", "Elsewhere", TODAY)
    assert made.id == first_form
    assert [step.said for step in store.steps(made.id)] == ["Said before."]
    group = store.set_of(made.id)
    assert (group.name, group.word, group.ground_rules) == ("Riverside", None, ())
    assert store.change_set(group.id, word="school").word == "school"
    assert (group.number, store.person(made.person_id).number) == (1, 1)
    store.close()
