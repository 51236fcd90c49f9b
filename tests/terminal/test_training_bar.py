from __future__ import annotations

import io
import sys

import pytest

from assistant.terminal.training_bar import training_bar


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
