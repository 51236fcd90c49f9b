"""What a member says stays in the room: in no log, in no file, and nowhere once deleted."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

from assistant.records.errors import RecordsError
from assistant.records.steps import StepKind

if TYPE_CHECKING:
    from assistant.records.entities import Preparation
    from assistant.records.store import Store
    from tests.conftest import Member

MARK = "xylophonist"
SAID = (
    f"The {MARK} on the night shift will not speak to the day shift, and I carry the notes.",
    f"because the {MARK} was my own appointment and I said nothing for a year",
    f"change what I said about the {MARK}",
    f"what do you mean by {MARK}",
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, so that all of it can be searched."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def _files_with_mark(*folders: Path) -> list[Path]:
    return [file for file in _files(*folders) if MARK.encode() in file.read_bytes()]


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file())


async def test_no_word_in_logs_or_files(
    member: Member,
    own_home: Path,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as structured:
        for text in SAID:
            await member.says(text)
    printed = capfd.readouterr()
    assert MARK not in caplog.text
    assert MARK not in repr(structured)
    assert MARK not in printed.out + printed.err
    assert list(_files(own_home)), "the records were looked for in the wrong place"
    assert not _files_with_mark(own_home, temporary)


async def test_delete_everything_leaves_nothing_that_opens(
    member: Member, store: Store, preparation: Preparation, own_home: Path, temporary: Path
) -> None:
    for text in SAID[:2]:
        await member.says(text)
    said = [step.said for step in store.steps(preparation.id) if step.kind is StepKind.ANSWERED]
    assert said == list(SAID[:2])
    await member.chooses("delete_data")
    reply = await member.chooses("affirm")
    assert reply.kind == "ended"
    assert not list(own_home.rglob(f"{preparation.person_id}.key"))
    assert not _files_with_mark(own_home, temporary)
    with pytest.raises(RecordsError):
        store.steps(preparation.id)
    with pytest.raises(RecordsError):
        await member.says("are you still there?")
