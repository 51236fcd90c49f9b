"""``converse`` with an engine that does as it is told."""

from __future__ import annotations

import asyncio
import io
import sys
from typing import Any

import pytest

from assistant.engine.turn import Progress, Reply, Turn
from assistant.terminal import conversation
from assistant.terminal.conversation import converse
from assistant.texts.texts import texts


class ToldEngine:
    """Opens, loads and replies; ``never`` loads where that is wanted."""

    never = False
    interrupted = ""

    def __init__(self, *_: Any) -> None: ...

    def opening(self, preparation_id: str) -> Reply:
        if self.interrupted == "opening":
            raise KeyboardInterrupt
        return Reply(("Welcome.",), "problem", "text", (), Progress(0, 15))

    async def load(self, progress: Any) -> None:
        if self.never:
            await asyncio.Event().wait()

    async def reply(self, turn: Turn) -> Reply:
        if self.interrupted == "reply":
            raise KeyboardInterrupt
        return Reply(("Paused.",), "problem", "paused", (), Progress(0, 15))

    def close(self) -> None: ...


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> type[ToldEngine]:
    class Told(ToldEngine): ...

    monkeypatch.setattr(conversation, "Engine", Told)
    monkeypatch.setattr(sys, "stdin", io.StringIO("My words.\n"))
    return Told


def test_says_the_first_words_and_ends_well(
    engine: type[ToldEngine], capsys: pytest.CaptureFixture[str]
) -> None:
    assert converse() == 0  # no terminal here: plain lines
    assert capsys.readouterr().out == "Welcome.\n\nPaused.\n\n"


@pytest.mark.parametrize("where", ["opening", "reply"])
def test_an_interruption_is_no_fault(
    engine: type[ToldEngine], capsys: pytest.CaptureFixture[str], where: str
) -> None:
    engine.interrupted = where
    assert converse(plain=True) == 0
    out, err = capsys.readouterr()
    assert out.endswith(f"{texts()('place_kept')}\n\n")
    given_back = texts()("not_taken_in", text="My words.") + "\n"
    assert err == (given_back if where == "reply" else "")


def test_does_not_wait_for_a_model_that_nobody_needs(
    engine: type[ToldEngine], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    engine.never = True
    assert converse(plain=True) == 0
    assert ended == [0]


@pytest.mark.parametrize(
    ("term", "terminal", "has"),
    [("xterm", True, True), ("dumb", True, False), ("", True, False), ("xterm", False, False)],
)
def test_a_screen_needs_a_terminal_that_can_show_one(
    monkeypatch: pytest.MonkeyPatch, term: str, terminal: bool, has: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    for name in ("stdin", "stdout"):
        stream = io.StringIO()
        monkeypatch.setattr(stream, "isatty", lambda: terminal)
        monkeypatch.setattr(sys, name, stream)
    assert conversation.has_screen() is has
