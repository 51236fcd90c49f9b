"""The command that writes the meeting record."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from tests.commands import PRIVATE, SENTENCE, fails, run


def test_the_record_holds_what_was_passed_on_and_nothing_else(prepared: Preparation) -> None:
    shown = run("record")
    assert shown.exit_code == 0
    assert f"## 1 · Asha\n\n**The problem in one sentence**\n\n> {SENTENCE}\n" in shown.stdout
    assert PRIVATE not in shown.stdout + shown.stderr


def test_the_record_as_json(prepared: Preparation) -> None:
    read = json.loads(run("record", "--json").stdout)
    assert [(each["name"], each["items"][0]["text"]) for each in read["members"]] == [
        ("Asha", SENTENCE)
    ]
    assert json.loads(run("record", "--format", "json").stdout) == read
    assert PRIVATE not in json.dumps(read)


def written(file: Path) -> str:
    """All that a file holds; of a Word document, all that each of its parts holds."""
    if not zipfile.is_zipfile(file):
        return file.read_text("utf-8")
    with zipfile.ZipFile(file) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.md", b"# Meeting of "),
        ("r.HTML", b"<!DOCTYPE html>"),
        ("r.docx", b"PK"),
        ("r.json", b"{"),
        ("r", b"# Meeting of "),
    ],
)
def test_the_record_in_the_form_that_its_file_names(
    prepared: Preparation, tmp_path: Path, name: str, begins: bytes
) -> None:
    file = tmp_path / name
    shown = run("record", "--output", str(file))
    assert shown.stdout.startswith(f"The meeting record is in {file}")
    assert file.read_bytes().startswith(begins)
    assert file.stat().st_mode & 0o777 == 0o600
    assert SENTENCE in written(file)
    assert PRIVATE not in written(file)


@pytest.mark.parametrize("form", ["markdown", "html", "word", "json"])
def test_the_record_in_the_form_asked_for(prepared: Preparation, tmp_path: Path, form: str) -> None:
    file = tmp_path / "record.txt"
    assert run("record", "--format", form, "--output", str(file)).exit_code == 0
    piped = run("record", "--format", form).stdout_bytes
    assert piped[:10] == file.read_bytes()[:10]  # after these, a Word file says when it was made


def test_the_record_replaces_no_file_unasked(
    prepared: Preparation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.html"
    file.write_text("before")
    assert "--force" in fails(capsys, "record", "--output", str(file))
    assert file.read_text() == "before"
    assert run("record", "--output", str(file), "--force").exit_code == 0
    assert SENTENCE in file.read_text("utf-8")


def test_the_record_where_no_file_can_be_written(
    prepared: Preparation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails(capsys, "record", "--output", "/proc/r.html").startswith("/proc cannot be")


def test_an_ending_that_names_no_form_is_asked_about(
    prepared: Preparation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.pdf"
    assert "print it" in fails(capsys, "record", "--output", str(file))
    assert not file.exists()
    assert run("record", "--output", str(file), "--format", "json").exit_code == 0


def test_a_word_document_is_not_poured_over_a_terminal(
    prepared: Preparation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "--output meeting.docx" in fails(capsys, "record", "--format", "word")


def test_the_record_of_another_meeting(prepared: Preparation, settings: Settings) -> None:
    store = Store.open(settings)
    past = store.create_meeting(store.set_of(prepared.id).id, date(2026, 1, 5))
    store.close()
    assert "2026-01-05" in run("record").stderr
    for named in ("2026-01-05", past.id):
        shown = run("record", "--meeting", named)
        assert shown.stdout.startswith("# Meeting of 5 January 2026: Tuesday set\n")
        assert SENTENCE not in shown.stdout


def test_a_meeting_that_is_not_there_is_said(
    prepared: Preparation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no meeting with that day" in fails(capsys, "record", "--meeting", "2020-01-01")


def test_who_deleted_everything_and_began_anew_is_not_asked_for_a_set(
    prepared: Preparation, settings: Settings
) -> None:
    assert run("forget", "--yes").exit_code == 0
    with closing(Store.open(settings)) as store:
        store.home_preparation("Asha", "Tuesday set", date.today())
    assert run("record").exit_code == 0
    assert SENTENCE not in run("record", "--set", "1").stdout
    with closing(Store.open(settings)) as store:
        store.create_set("Thursday set")  # nobody yet; so it is not plain which is meant
    assert "--set" in str(run("record").exception)
