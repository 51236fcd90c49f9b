"""What members kept to themselves is nowhere but with them: searched for, text by text.

The members of tests/members.json, and those of the development data where it is at hand.
"""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.engine.turn import Turn
from assistant.meeting.as_json import as_json
from assistant.meeting.record import meeting_record
from assistant.meeting.record_html import record_html
from assistant.meeting.record_markdown import record_markdown
from assistant.meeting.record_word import record_word
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.texts.texts import texts
from benchmarks._member import Member

OWN = Path(__file__).with_name("members.json")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "dev.json"
SESSIONS = [
    pytest.param(session, id=session["id"])
    for file in (OWN, SHARED)
    if file.exists()
    for session in json.loads(file.read_text("utf-8"))["sessions"]
]
TURNS_AT_MOST = 120


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Every line of every log."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.mark.parametrize("session", SESSIONS)
async def test_nothing_is_found_that_was_not_passed_on(
    session: Mapping[str, Any],
    engine: Engine,
    store: Store,
    preparation: Preparation,
    settings: Settings,
    logged: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    given = await _prepared(session, engine, preparation)
    passed_on = [one.text for one in store.releases(preparation.meeting_id) if one.text]
    assert len(passed_on) == 1  # the sentence, and nothing else
    private = [part for text in given.values() for part in _parts(text)]
    private = [part for part in private if all(part not in text for text in passed_on)]
    assert len(private) >= len(given) / 2
    printed = capfd.readouterr()
    places = {
        **_record(store, preparation),
        "logs": "\n".join(f"{one.getMessage()} {one.__dict__}" for one in logged.records),
        "standard output and error": printed.out + printed.err,
    }
    found = [(place, part) for place, text in places.items() for part in private if part in text]
    assert found == []
    assert settings.home
    assert [(file, part) for file, part in _in_files(settings.home, private)] == []


async def _prepared(
    session: Mapping[str, Any], engine: Engine, preparation: Preparation
) -> Mapping[str, str]:
    """Play a preparation to its close, and pass on the sentence; the answers that were typed."""
    member = Member(session["answers"], own_sentence=session["ideal_summaries"][0])
    reply = engine.opening(preparation.id)
    for _ in range(TURNS_AT_MOST):
        if reply.question == "closing":
            return member.given
        reply = await engine.reply(Turn(preparation.id, member.types(reply)))
    raise AssertionError("it did not come to its close")


def _record(store: Store, preparation: Preparation) -> Mapping[str, str]:
    """The meeting record in every form, as text."""
    say, day = texts("meeting"), date(2026, 11, 2)
    meeting = store.meeting(preparation.meeting_id)
    record = meeting_record(store, meeting, catalogue(), say, day)
    word = docx.Document(BytesIO(record_word(record, say)))
    return {
        "JSON": as_json(record),
        "Markdown": record_markdown(record, say),
        "HTML": html.unescape(record_html(record, say)),
        "Word": "\n".join(paragraph.text for paragraph in word.paragraphs),
    }


def _parts(text: str) -> Iterator[str]:
    """A text as a whole, and its clauses of five words and more; "6" stands everywhere."""
    if len(text.split()) >= 3:
        yield text
    for part in re.split(r"[,.;\n]|\band\b|\bbut\b", text):
        if len(part.split()) >= 5:
            yield part.strip()


def _in_files(folder: Path, parts: list[str]) -> Iterator[tuple[str, str]]:
    for file in folder.rglob("*"):
        if file.is_file():
            held = file.read_bytes()
            yield from ((file.name, part) for part in parts if part.encode() in held)
