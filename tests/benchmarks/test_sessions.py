from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.records.store import Store
from benchmarks import sessions
from benchmarks.sessions import Outcome, answers_of, in_words, play

QUESTIONS = catalogue().parts("worksheet", "good_questions")
SESSION = {
    "id": "made-up",
    "answers": {
        key: f"I want one list for both teams, but I keep a list of my own, part {number}."
        for number, key in enumerate(QUESTIONS, 1)
    },
}


async def test_a_plain_session_is_played_to_its_close(engine: Engine, store: Store) -> None:
    outcome = Outcome()
    await play(engine, store, SESSION, outcome)
    assert outcome.answers_expected == outcome.answers_verbatim == 15
    assert (outcome.answers_invented, outcome.wrong) == (0, [])
    assert outcome.sessions == outcome.sessions_completed == 1
    # The answers; three questions passed over; then yes, yes, the number, and yes.
    assert len(outcome.turn_ms) == 15 + 3 + 4


async def test_on_the_short_route_its_questions_alone_are_expected(
    engine: Engine, store: Store
) -> None:
    outcome = Outcome()
    await play(engine, store, SESSION, outcome, "five")
    assert outcome.answers_expected == outcome.answers_verbatim == 2
    assert outcome.sessions_completed == 1


def test_options_steps_and_likelihood_are_answers_too() -> None:
    session = {
        "answers": {"problem": "the rota"},
        "options": ["ask her", "wait"],
        "pros_cons": [{"pros": "quick", "cons": "awkward"}],
        "first_steps": "ask her on Monday",
        "likelihood": {"text": "eight", "value": 8},
    }
    assert answers_of(session) == {
        "problem": "the rota",
        "options": "ask her",
        "option_2": "wait",
        "pros_cons": "quick",
        "against": "awkward",
        "first_steps": "ask her on Monday",
        "likelihood": "eight",
    }


async def test_a_session_without_answers_expects_none(engine: Engine, store: Store) -> None:
    outcome = Outcome()
    await play(engine, store, {"persona": "says nothing"}, outcome)
    assert (outcome.sessions, outcome.answers_expected, outcome.answers_invented) == (1, 0, 0)


def test_without_turns_there_are_no_times() -> None:
    assert Outcome().as_json()["turn_ms"] == {}
    assert Outcome(turn_ms=[3.0, 1.0, 2.0]).as_json()["turn_ms"] == {"p50": 2.0, "p95": 3.0}


def test_in_words_it_tells_figures_and_wrong_rows() -> None:
    row = {"session": "s1", "question": "try", "text": "pass", "made_of_it": "asked (skip)"}
    told = in_words(Outcome(sessions=2, held=1, turn_ms=[2.0], wrong=[row]))
    assert "sessions                   2\n" in told
    assert "s1 try: pass\n  -> asked (skip)" in told


def run(
    monkeypatch: pytest.MonkeyPatch, data: Path, *options: str
) -> list[Sequence[Mapping[str, Any]]]:
    played: list[Sequence[Mapping[str, Any]]] = []

    async def play_all(rows: Sequence[Mapping[str, Any]], route: str) -> Outcome:
        played.append(rows)
        return Outcome(sessions=len(rows))

    monkeypatch.setattr(sessions, "play_all", play_all)
    monkeypatch.setattr(sys, "argv", ["sessions.py", "--data", str(data), *options])
    sessions.main()
    return played


def test_json_is_one_object_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps({"sessions": [SESSION], "people": []}), "utf-8")
    assert run(monkeypatch, data, "--json") == [[SESSION]]
    printed = capfd.readouterr()
    assert json.loads(printed.out) == Outcome(sessions=1).as_json()
    assert printed.err == ""


def test_a_file_without_sessions_plays_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.json"
    data.write_text('{"commands": []}', "utf-8")
    assert run(monkeypatch, data, "--json") == [[]]
    assert json.loads(capfd.readouterr().out)["sessions"] == 0


@pytest.mark.parametrize("content", [None, "not json", "[1, 2]"])
def test_a_file_that_cannot_be_read_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    content: str | None,
) -> None:
    data = tmp_path / "data.json"
    if content is not None:
        data.write_text(content, "utf-8")
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, data)
    assert ended.value.code == 2
    assert "cannot be read as a data file" in capfd.readouterr().err
