"""Key files, and what they seal."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.records.errors import (
    DamagedKey,
    DamagedRecord,
    DiskFull,
    FolderNotUsable,
    MissingKey,
)
from assistant.records.keys import KEY_BYTES, KeyRing, SealedText


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def owner(keys: KeyRing) -> str:
    made = uuid4().hex
    keys.create(made)
    return made


def test_a_key_file_is_for_its_owner_alone(keys: KeyRing, owner: str) -> None:
    assert stat.S_IMODE(keys.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(keys.file(owner).stat().st_mode) == 0o600
    assert len(keys.key(owner)) == KEY_BYTES


def test_a_key_is_never_overwritten(keys: KeyRing, owner: str) -> None:
    before = keys.key(owner)
    with pytest.raises(FileExistsError):
        keys.create(owner)
    assert keys.key(owner) == before


def test_a_key_that_cannot_be_written_leaves_nothing(
    keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        keys.create(uuid4().hex)
    assert list(keys.folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keys = KeyRing(tmp_path / "file" / "keys")
    with pytest.raises(FolderNotUsable, match="file"):
        keys.create(uuid4().hex)


def test_only_ids_name_key_files(keys: KeyRing) -> None:
    with pytest.raises(ValueError, match="32 hexadecimal"):
        keys.create("../" + "0" * 29)


@given(text=st.text(st.characters(), max_size=300))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    keys, owner = KeyRing(tmp_path_factory.getbasetemp() / "any"), uuid4().hex
    keys.create(owner)
    assert keys.open(owner, keys.seal(owner, text, "here"), "here") == text


def test_lone_surrogates_and_long_texts_come_back(keys: KeyRing, owner: str) -> None:
    text = "\ud800\x00" + "ü" * 200_000
    assert keys.open(owner, keys.seal(owner, text, "here"), "here") == text


def test_the_same_text_is_never_sealed_the_same(keys: KeyRing, owner: str) -> None:
    assert keys.seal(owner, "again", "here") != keys.seal(owner, "again", "here")


def test_another_place_does_not_open_it(keys: KeyRing, owner: str) -> None:
    sealed = keys.seal(owner, "mine", "step:said:a:1")
    with pytest.raises(DamagedRecord):
        keys.open(owner, sealed, "step:said:a:2")


def test_another_key_does_not_open_it(keys: KeyRing, owner: str) -> None:
    other = uuid4().hex
    keys.create(other)
    with pytest.raises(DamagedRecord):
        keys.open(other, keys.seal(owner, "mine", "here"), "here")


@pytest.mark.parametrize("place", [0, 1, 13, -1])
def test_a_changed_byte_does_not_open(keys: KeyRing, owner: str, place: int) -> None:
    data = bytearray(keys.seal(owner, "mine", "here").data)
    data[place] ^= 1
    with pytest.raises(DamagedRecord):
        keys.open(owner, SealedText(bytes(data)), "here")


@pytest.mark.parametrize("length", [0, 1, 12, 13])
def test_a_cut_text_does_not_open(keys: KeyRing, owner: str, length: int) -> None:
    data = keys.seal(owner, "mine", "here").data[:length]
    with pytest.raises(DamagedRecord):
        keys.open(owner, SealedText(data), "here")


def test_a_missing_key_is_named(keys: KeyRing) -> None:
    gone = uuid4().hex
    with pytest.raises(MissingKey, match=f"{gone}.key"):
        keys.seal(gone, "mine", "here")


def test_a_damaged_key_is_named(keys: KeyRing, owner: str) -> None:
    keys.file(owner).write_bytes(b"short")
    with pytest.raises(DamagedKey, match=f"{owner}.key"):
        KeyRing(keys.folder).seal(owner, "mine", "here")


def test_an_erased_key_opens_nothing_any_more(keys: KeyRing, owner: str) -> None:
    sealed = keys.seal(owner, "mine", "here")
    assert keys.erase(owner)
    with pytest.raises(MissingKey):
        keys.open(owner, sealed, "here")
    assert not keys.file(owner).exists()
    assert not keys.erase(owner)


def test_an_erased_key_is_overwritten_first(keys: KeyRing, owner: str, tmp_path: Path) -> None:
    before = keys.key(owner)
    os.link(keys.file(owner), tmp_path / "second name")
    keys.erase(owner)
    left = (tmp_path / "second name").read_bytes()
    assert len(left) == KEY_BYTES
    assert left != before
