from __future__ import annotations

import io
import sys
import threading

import pytest

from assistant.engine import training
from assistant.terminal.training_bar import training_bar
from assistant.terminal.training_told import TrainingTold


def test_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with training_bar() as progress:
        progress("reading", 0.4)
    assert capsys.readouterr() == ("", "Getting ready: 40%\n")


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm")
    with training_bar() as progress:
        progress("reading", 0.4)
    assert "Getting ready" in screen.getvalue()


def test_the_longest_part_is_said_to_be_and_is_seen_to_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told, at = TrainingTold(), [0.0]
    monkeypatch.setattr("assistant.terminal.training_told.time.monotonic", lambda: at[0])
    shown = []
    for now, stage, done in (
        (3, "reading", 0.4),
        (9, "reading", 0.4),
        (10, "training", 0.5),
        (12, "training", 0.5),
        (75, "training", 0.5),
    ):
        at[0] = now
        shown.append(told(stage, done))
    longest = "50%; this part takes longest,"
    assert shown == ["40%", "40%", "50%", f"{longest} 2 s so far", f"{longest} 65 s so far"]


def test_lines_go_on_while_a_part_lasts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at = [0.0]
    monkeypatch.setattr("assistant.terminal.training_told.time.monotonic", lambda: at[0])
    with training_bar() as progress:
        for second in range(100, 132):
            at[0] = second
            progress("training", 0.5)
    assert len(capsys.readouterr().err.splitlines()) == 3  # at once, after 15 s, and after 30 s


def test_a_long_stage_is_told_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "_BEAT_S", 0.01)
    told: list[tuple[str, float]] = []
    often = threading.Event()

    def progress(stage: str, done: float) -> None:
        told.append((stage, done))
        if len(told) > 3:
            often.set()

    with training._beating(progress) as tell:
        tell("training", 0.5)
        assert often.wait(60)
    assert set(told) == {("training", 0.5)}
