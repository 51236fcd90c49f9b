"""A person's key behind a passphrase of their own, and what goes on without it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.records import key_files
from assistant.records.entities import Preparation
from assistant.records.errors import (
    DamagedKey,
    FolderNotUsable,
    LockedKey,
    MissingKey,
    UnknownPreparation,
    WeakPassphrase,
    WrongPassphrase,
)
from assistant.records.keys import KEY_BYTES, KeyRing
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
PASSPHRASE = "three blue tea-cups"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly; the cost is written in the file, not known by heart."""
    monkeypatch.setattr(key_files, "COST", 4)


@pytest.fixture
def protected(store: Store, prepared: Preparation, answer: MakeStep) -> Preparation:
    """A preparation with an answer and something passed on, behind a passphrase."""
    with store.turn(prepared.id) as turn:
        turn.append([answer("mine alone")])
        turn.release("summary", "passed on", answer().at)
    store.protect(prepared.person_id, PASSPHRASE)
    return prepared


@pytest.fixture
def again(protected: Preparation, any_settings: Settings) -> Iterator[Store]:
    """The records as another start finds them."""
    opened = Store.open(any_settings)
    yield opened
    opened.close()


def test_it_opens_with_the_passphrase_and_not_without(
    again: Store, protected: Preparation, answer: MakeStep
) -> None:
    assert again.is_protected(protected.person_id)
    with pytest.raises(LockedKey, match="protected by their passphrase"):
        again.steps(protected.id)
    with pytest.raises(LockedKey), again.turn(protected.id) as turn:
        turn.append([answer()])
    again.unlock(protected.person_id, PASSPHRASE)
    assert [step.text for step in again.steps(protected.id)] == ["mine alone"]
    with again.turn(protected.id) as turn:
        turn.append([answer("and more")])


def test_a_wrong_passphrase_is_said_and_opens_nothing(again: Store, protected: Preparation) -> None:
    for wrong in ("three blue teacups", "", PASSPHRASE.upper(), "\ud800"):
        with pytest.raises(WrongPassphrase, match="does not open"):
            again.unlock(protected.person_id, wrong)
    with pytest.raises(LockedKey):
        again.steps(protected.id)


def test_the_same_letters_typed_in_two_ways_are_one_passphrase(
    store: Store, prepared: Preparation, any_settings: Settings
) -> None:
    store.protect(prepared.person_id, "caf\u00e9 au lait")
    other = Store.open(any_settings)
    other.unlock(prepared.person_id, "cafe\u0301 au lait")
    assert other.steps(prepared.id) == ()
    other.close()


def test_the_record_of_the_set_needs_none(again: Store, protected: Preparation) -> None:
    (item,) = again.releases(protected.meeting_id)
    assert (item.person_name, item.text) == ("Asha", "passed on")
    assert [place.person.name for place in again.places()] == ["Asha"]
    assert again.set_of(protected.id).name == "Riverside"


def test_no_key_lies_open_any_more(
    store: Store, prepared: Preparation, any_settings: Settings
) -> None:
    file = KeyRing(any_settings.keys_folder).file(prepared.person_id)
    key = file.read_bytes()
    os.link(file, any_settings.keys_folder / "second name")
    store.protect(prepared.person_id, PASSPHRASE)
    assert len(key) == KEY_BYTES
    files = [path for path in any_settings.keys_folder.iterdir() if path.is_file()]
    assert [path for path in files if key in path.read_bytes()] == []
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_passphrase_is_changed_and_taken_away(again: Store, protected: Preparation) -> None:
    again.unlock(protected.person_id, PASSPHRASE)
    again.protect(protected.person_id, "another one, longer")
    with pytest.raises(WrongPassphrase):
        again.unlock(protected.person_id, PASSPHRASE)
    again.unlock(protected.person_id, "another one, longer")
    again.protect(protected.person_id, None)
    assert not again.is_protected(protected.person_id)
    assert again.person(protected.person_id).name == "Asha"


def test_nobody_changes_it_who_does_not_know_it(again: Store, protected: Preparation) -> None:
    for new in (None, "another one, longer"):
        with pytest.raises(LockedKey):
            again.protect(protected.person_id, new)
    again.unlock(protected.person_id, PASSPHRASE)


def test_a_short_one_is_refused(store: Store, prepared: Preparation) -> None:
    with pytest.raises(WeakPassphrase, match="at least 8"):
        store.protect(prepared.person_id, "short")
    assert not store.is_protected(prepared.person_id)


def test_whoever_lost_it_can_still_delete_everything(
    again: Store, protected: Preparation, any_settings: Settings
) -> None:
    before = len(list(any_settings.keys_folder.iterdir()))
    deleted = again.delete_person(protected.person_id)
    assert (deleted.steps, deleted.key, deleted.releases_withdrawn) == (1, True, 1)
    with pytest.raises(UnknownPreparation):
        again.steps(protected.id)
    assert len(list(any_settings.keys_folder.iterdir())) == before - 3  # theirs, the name's


def test_a_write_that_breaks_off_leaves_the_key_as_it_was(
    store: Store, prepared: Preparation, any_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise PermissionError("no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", broken)
        with pytest.raises(FolderNotUsable):
            store.protect(prepared.person_id, PASSPHRASE)
    other = Store.open(any_settings)
    assert not other.is_protected(prepared.person_id)
    assert [finding.check for finding in other.check() if not finding.ok] == ["unfinished"]
    other.protect(prepared.person_id, PASSPHRASE)  # tried again, it is written whole
    assert [finding.check for finding in other.check() if not finding.ok] == []
    other.close()


@pytest.mark.parametrize("kept", [0, 1, 5, 31, 32, 33, 81])
def test_a_half_written_key_file_is_named(
    again: Store, protected: Preparation, any_settings: Settings, kept: int
) -> None:
    file = KeyRing(any_settings.keys_folder).file(protected.person_id)
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(DamagedKey, match=protected.person_id):
        again.unlock(protected.person_id, PASSPHRASE)
    assert [finding.check for finding in again.check() if not finding.ok] == ["keys"]


def test_a_key_of_a_preparation_opens_in_no_other_place(
    store: Store, prepared: Preparation, any_settings: Settings, answer: MakeStep
) -> None:
    other = store.create_preparation(prepared.person_id, prepared.meeting_id)
    with store.turn(prepared.id) as turn:
        turn.append([answer()])
    keys = KeyRing(any_settings.keys_folder)
    keys.file(prepared.id).write_bytes(keys.file(other.id).read_bytes())
    with pytest.raises(DamagedKey, match=prepared.id):
        Store.open(any_settings).steps(prepared.id)


def test_a_preparation_whose_own_key_is_gone_says_so(
    store: Store, prepared: Preparation, any_settings: Settings, answer: MakeStep
) -> None:
    KeyRing(any_settings.keys_folder).erase(prepared.id)
    other = Store.open(any_settings)
    with pytest.raises(MissingKey, match=prepared.id), other.turn(prepared.id) as turn:
        turn.append([answer()])
    other.close()


def test_the_cost_is_what_is_recommended() -> None:
    source = Path(key_files.__file__).read_text("utf-8")
    assert "COST = 17\n" in source  # n = 2^17, r = 8, p = 1: OWASP's first choice for Scrypt


def test_records_of_the_first_version_can_be_protected(first_form: str, settings: Settings) -> None:
    store = Store.open(settings)
    made = store.preparation(first_form)
    store.protect(made.person_id, PASSPHRASE)
    store.close()
    again = Store.open(settings)
    assert [place.person.name for place in again.places()] == ["Asha"]
    with pytest.raises(LockedKey):
        again.steps(first_form)
    again.unlock(made.person_id, PASSPHRASE)
    assert [step.said for step in again.steps(first_form)] == ["Said before."]
    again.close()
