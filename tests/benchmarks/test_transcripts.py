from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

import pytest

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.records.store import Store
from assistant.settings import Settings
from benchmarks import transcripts
from benchmarks.transcripts import Line, Transcript, as_markdown, write

ROOT = Path(__file__).resolve().parents[2]
SESSION = {
    "id": "m1",
    "persona": "runs two sites",
    "answers": {
        "problem": "We have two sites and they order from two lists.",
        "importance_self": "I am the one who writes both.",
        "try": "I want one list for both sites.",
        "stopping": "I keep a list of my own.",
        "who_cares": "the storekeeper",
    },
    "first_steps": "show the other manager my list on Friday",
    "likelihood": {"text": "eight"},
}


async def test_a_member_is_played_and_comes_back(engine: Engine, store: Store) -> None:
    first, again = await transcripts.transcripts(engine, store, [SESSION])
    assert (first.name, again.name) == ("m1-ten.md", "m1-back.md")
    said = [line.text for line in first.lines if line.by_member]
    assert [said.count(text) for text in SESSION["answers"].values()] == [1] * 5
    asked = [line.text for line in again.lines if not line.by_member]
    assert any("I keep a list of my own." in text and "stopping" in text for text in asked)
    questions = [text for text in asked if text.endswith("?")]
    assert len(questions) == len(set(questions))
    assert "Your set's meeting record now has:" in asked[-1]


async def test_the_same_is_said_at_each_making(
    engine: Engine, store: Store, settings: Settings, loaded: Model, tmp_path: Path
) -> None:
    first = await transcripts.transcripts(engine, store, [SESSION])
    elsewhere = settings.copy(update={"home": tmp_path / "elsewhere"})
    with (
        closing(Store.open(elsewhere)) as other,
        closing(Engine(other, elsewhere, loaded)) as again,
    ):
        assert await transcripts.transcripts(again, other, [SESSION]) == first


async def test_the_full_route_is_for_those_who_are_named(engine: Engine, store: Store) -> None:
    played = await transcripts.transcripts(engine, store, [SESSION], in_full={"m1"})
    assert [each.route for each in played] == ["full", "ten", "back"]


def test_what_the_member_says_is_a_quotation(tmp_path: Path) -> None:
    lines = (Line("Why?"), Line("- so\n- and so", by_member=True))
    made = Transcript("m1", "ten", "runs two sites", lines)
    (path,) = write([made], tmp_path / "new")
    assert path.read_text("utf-8") == as_markdown(made)
    assert as_markdown(made).endswith("\n\nWhy?\n\n> - so\n> - and so\n")


def test_a_file_that_cannot_be_read_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps([1]), "utf-8")
    options = ["--data", str(data), "--output", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["transcripts.py", *options])
    with pytest.raises(SystemExit) as ended:
        transcripts.main()
    assert ended.value.code == 2
    assert "cannot be read as a data file" in capfd.readouterr().err


def test_the_transcripts_of_the_document_are_there() -> None:
    folder = ROOT / "docs/transcripts"
    names = {path.name for path in folder.glob("*.md")} - {"README.md"}
    assert {f"d{n:02}-{route}.md" for n in range(1, 13) for route in ("ten", "back")} <= names
    assert {f"{name}-full.md" for name in ("d01", "d03", "d06", "d10")} <= names
