from __future__ import annotations

import asyncio
import os
import pty
import sys
import termios
from collections.abc import Iterator
from typing import Any, cast

import pytest

from assistant.engine.turn import Choice, Progress, Reply
from assistant.terminal.echo import no_echo
from assistant.terminal.face import Leaving, Said
from assistant.terminal.screen import Screen
from assistant.texts.texts import texts

READY = cast("asyncio.Task[None]", None)
YES_NO = Reply(
    ("Delete \x1b[2Jeverything?",),
    "confirm_delete",
    "yes_no",
    (Choice("affirm", "Yes"), Choice("deny", "No")),
    Progress(0, 15),
)


class ToldPrompt:
    """Stands in for the prompt."""

    def __init__(self, answer: Said | Exception, draft: str = "") -> None:
        self.draft = draft
        self.given: list[str] = []
        self.done: list[str] = []
        self._answer = answer

    async def ask(self, reply: Reply, ready: Any, draft: str) -> Said:
        self.given.append(draft)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def trained(self, told: str) -> None:
        self.done.append(told)


def screen(monkeypatch: pytest.MonkeyPatch, prompt: ToldPrompt) -> Screen:
    made = Screen()
    monkeypatch.setattr("assistant.terminal.prompt.Prompt", lambda: prompt)
    made.prepare()
    return made


def test_the_first_words_stand_apart_from_what_was_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Screen().show(YES_NO)
    assert capsys.readouterr().out == "\nDelete ␛[2Jeverything?\n\n1 Yes   2 No\n\n"


def test_wraps_at_80_columns_or_less(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for columns, longest in (("200", 80), ("40", 40)):
        monkeypatch.setenv("COLUMNS", columns)
        Screen().tell("word " * 100)
        assert max(map(len, capsys.readouterr().out.splitlines())) <= longest


async def test_a_text_that_was_sent_is_followed_by_an_empty_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await screen(monkeypatch, ToldPrompt(Said("one"))).ask(YES_NO, READY) == Said("one")
    assert capsys.readouterr().out == "\n"
    await screen(monkeypatch, ToldPrompt(Said(choice="help"))).ask(YES_NO, READY)
    assert capsys.readouterr().out == ""


async def test_what_was_given_back_and_what_was_begun_are_drafts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prompt = ToldPrompt(Said(choice="help"), draft="half a thought")
    made = screen(monkeypatch, prompt)
    assert made.give_back(Said("not kept"))
    await made.ask(YES_NO, READY)
    assert made.give_back(Said(choice="help"))
    await made.ask(YES_NO, READY)
    assert prompt.given == ["not kept", "half a thought"]


async def test_leaving_leaves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Leaving):
        await screen(monkeypatch, ToldPrompt(Leaving("half"))).ask(YES_NO, READY)
    assert capsys.readouterr().out == "\n"


def test_tells_the_prompt_of_the_training(monkeypatch: pytest.MonkeyPatch) -> None:
    prompt = ToldPrompt(Said())
    Screen().training("training", 0.3)  # nobody can see it yet
    screen(monkeypatch, prompt).training("training", 0.4)
    assert prompt.done == ["40%"]


def test_tells_the_keys(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().tell_keys()
    assert capsys.readouterr().out == f"{texts()('keys')}\n\n"


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A pseudo-terminal as standard input; what a keyboard is written to."""
    keyboard, terminal = pty.openpty()
    with os.fdopen(terminal, "r") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield keyboard
    os.close(keyboard)


def test_what_is_typed_early_is_kept_and_not_shown(window: int) -> None:
    before = termios.tcgetattr(sys.stdin.fileno())
    with no_echo():
        os.write(window, b"early\r")
        assert os.read(sys.stdin.fileno(), 100) == b"early\r"
    assert termios.tcgetattr(sys.stdin.fileno()) == before
    os.set_blocking(window, False)
    with pytest.raises(BlockingIOError):
        os.read(window, 100)  # nothing came back
