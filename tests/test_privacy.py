"""What a member says is nowhere in plain text: not in a file, not in a log."""

from __future__ import annotations

import html
import logging
import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.meeting.as_json import as_json
from assistant.meeting.record import meeting_record
from assistant.meeting.record_html import record_html
from assistant.meeting.record_markdown import record_markdown
from assistant.meeting.record_word import record_word
from assistant.records.backups import back_up
from assistant.records.entities import Preparation
from assistant.records.errors import MissingKey, UnknownPreparation
from assistant.records.keys import KeyRing
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.texts.texts import texts

MARKER = "quincezanzibar"
SAID = f"The {MARKER} rota never holds for more than a week, and I end up filling the gaps."


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty when the test begins."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


class Everything(logging.Handler):
    """Keeps every line that is logged, whatever its level."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {record.__dict__}")


@pytest.fixture
def logged(loaded: Any) -> Iterator[list[str]]:
    """Every line of every log, at the level that shows most."""
    root, keep = logging.getLogger(), Everything()
    names = ["rasa", "rasa_sdk", "sqlalchemy", "asyncio", "assistant", "py.warnings"]
    loggers = [root, *(logging.getLogger(name) for name in names)]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    root.addHandler(keep)
    yield keep.lines
    root.removeHandler(keep)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture
async def marked(member: Any, preparation: Preparation) -> Any:
    """A member who has said the marker in every way, and passed it on to the set."""
    await member.says(SAID)
    await member.says(f"{SAID} It wears me out.")
    await member.says(f"skip {MARKER}")
    for choice in ("summary_so_far", "go_back", "rephrase", "was_answer"):
        await member.chooses(choice)
    reply = await member.chooses("enough")
    while reply.question == "one_problem":
        reply = await member.chooses("skip_question")
    await member.says(SAID)
    for choice in ("affirm", "affirm", "summary", "affirm"):
        reply = await member.chooses(choice)
    assert MARKER in reply.messages[-1]
    return member


def _holding(*folders: Path) -> list[Path]:
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if MARKER.encode() in path.read_bytes()]


async def test_no_file_holds_it_in_plain_text(
    temporary: Path, marked: Any, settings: Settings
) -> None:
    assert settings.home is not None
    assert [path for path in settings.home.rglob("*") if path.is_file()]
    assert _holding(settings.home, temporary) == []
    assert list(temporary.iterdir()) == []


async def test_no_line_of_a_log_holds_it(
    logged: list[str], marked: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("assistant").debug("this one is seen")
    assert any("this one is seen" in line for line in logged)
    assert [line for line in logged if MARKER in line] == []
    printed = capfd.readouterr()
    assert MARKER not in printed.out + printed.err


async def test_not_even_a_failure_puts_it_into_a_log(
    logged: list[str],
    member: Any,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fails(log: Any, *args: Any) -> None:
        raise ValueError(log.message.said)

    monkeypatch.setattr("assistant.actions.form._take_in", fails)
    with pytest.raises(Exception, match="could not be taken in") as caught:
        await member.says(SAID)
    assert MARKER not in str(caught.value)
    assert [line for line in logged if MARKER in line] == []
    printed = capfd.readouterr()
    assert MARKER not in printed.out + printed.err


async def test_no_form_of_the_record_holds_what_was_not_passed_on(
    marked: Any, store: Store, preparation: Preparation
) -> None:
    """The sentence passed on is the one text that may stand there, and it stands once."""
    record = meeting_record(
        store,
        store.meeting(preparation.meeting_id),
        catalogue(),
        texts("meeting"),
        date(2026, 11, 2),
    )
    word = docx.Document(BytesIO(record_word(record, texts("meeting"))))
    for written in (
        as_json(record),
        record_markdown(record, texts("meeting")),
        html.unescape(record_html(record, texts("meeting"))),
        "\n".join(paragraph.text for paragraph in word.paragraphs),
    ):
        assert written.count(SAID) == written.count(MARKER) == 1


async def test_after_everything_is_deleted_nothing_opens(
    temporary: Path, marked: Any, settings: Settings, store: Store, preparation: Preparation
) -> None:
    backup = back_up(settings.database_file, settings.backup_folder, "0001")
    key = KeyRing(settings.keys_folder).file(preparation.person_id)
    assert key.exists()
    await marked.chooses("delete_data")
    reply = await marked.chooses("affirm")
    assert "A backup of it can no longer be read" in reply.messages[0]
    assert not key.exists()
    with pytest.raises(UnknownPreparation):
        store.steps(preparation.id)
    assert settings.home is not None
    assert _holding(settings.home, temporary) == []
    store.close()
    settings.database_file.write_bytes(backup.read_bytes())
    restored = Store.open(settings)
    with pytest.raises(MissingKey):
        restored.steps(preparation.id)
    restored.close()


async def test_what_was_passed_on_goes_from_the_record_too(
    marked: Any, store: Store, preparation: Preparation
) -> None:
    assert MARKER in str(store.releases(preparation.meeting_id)[0].text)
    await marked.chooses("delete_data")
    await marked.chooses("affirm")
    assert [item.text for item in store.releases(preparation.meeting_id)] == [None]


async def test_the_engine_forgets_as_well(
    marked: Any, engine: Engine, preparation: Preparation
) -> None:
    assert preparation.id in engine._standing
    await marked.chooses("delete_data")
    await marked.chooses("affirm")
    assert preparation.id not in engine._standing
