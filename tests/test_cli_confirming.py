"""What cannot be taken back is asked about, and only a clear yes is one."""

from __future__ import annotations

import pytest

from assistant.records import key_files
from assistant.settings import Settings
from tests.commands import answer, run, says

PASSPHRASE = "three blue tea-cups"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_files, "COST", 4)


def test_a_passphrase_typed_at_the_wrong_question_is_not_taken(group: None) -> None:
    told = says("member", "passphrase", "Asha", typed=f"{PASSPHRASE}\nno\n")
    assert "the passphrase itself is asked for after that" in told
    assert "Error" not in told
    assert "protected" not in says("member", "list")


def test_neither_yes_nor_no_is_asked_again(group: None) -> None:
    told = says("member", "leave", "Asha", typed="Asha\nYES\n")
    assert "Please type yes or no." in told
    assert "has left Tuesdays" in told
    assert "so nothing was changed" in str(run("member", "leave", "Zoe", typed="").exception)


def test_whoever_has_a_passphrase_is_deleted_by_their_name_and_by_no_yes(
    group: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(settings, "Asha")
    says("member", "passphrase", "Asha", typed=f"y\n{PASSPHRASE}\n{PASSPHRASE}\n")
    monkeypatch.setattr("assistant.commands._need_somebody", lambda: None)
    told = says("forget", "--as", "Asha", typed="y\n")
    assert "If you are not Asha, please leave it to them." in " ".join(told.split())
    assert "Nothing was deleted." in told
    assert "Everything is deleted." in says("forget", "--as", "Asha", typed="asha\n")
    assert "Everything is deleted." in says("forget", "--as", "Zoe", typed="y\n")
