from __future__ import annotations

import asyncio
import io
import sys
from typing import cast

import pytest

from assistant.engine.turn import Choice, Progress, Reply
from assistant.terminal.face import Leaving, Said
from assistant.terminal.plain import Plain

READY = cast("asyncio.Task[None]", None)  # lines are read whether it is ready or not
YES_NO = Reply(
    ("Delete?",),
    "confirm_delete",
    "yes_no",
    (Choice("affirm", "Yes"), Choice("deny", "No")),
    Progress(0, 15),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, text: str, *, terminal: bool = False) -> None:
    stream = Terminal(text, newline="\n") if terminal else io.StringIO(text, newline="\n")
    monkeypatch.setattr(sys, "stdin", stream)


async def test_reads_a_line_a_message_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "  one \r\n\ntwo\rhalf")
    plain = Plain()
    assert await plain.ask(YES_NO, READY) == Said("  one ")
    assert await plain.ask(YES_NO, READY) == Said("")
    assert await plain.ask(YES_NO, READY) == Said("two\rhalf")
    with pytest.raises(Leaving):
        await plain.ask(YES_NO, READY)


async def test_a_number_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "1\n")
    assert (await Plain().ask(YES_NO, READY)).choice == "affirm"


async def test_a_terminal_gets_a_prompt_and_a_pipe_does_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "one\n")
    await Plain().ask(YES_NO, READY)
    assert capsys.readouterr().out == ""
    typed(monkeypatch, "one\n", terminal=True)
    await Plain().ask(YES_NO, READY)
    assert capsys.readouterr().out == "> "


async def test_ctrl_c_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    typed(monkeypatch, "")
    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    with pytest.raises(Leaving):
        await Plain().ask(YES_NO, READY)


def test_writes_messages_choices_and_an_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    Plain().show(YES_NO)
    assert capsys.readouterr().out == "Delete?\n1 Yes   2 No\n\n"


def test_long_lines_stay_whole(capsys: pytest.CaptureFixture[str]) -> None:
    Plain().tell("word " * 40)
    assert capsys.readouterr().out == "word " * 40 + "\n\n"


@pytest.mark.parametrize("terminal", [True, False])
def test_what_was_not_taken_in_is_repeated_and_a_script_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    typed(monkeypatch, "", terminal=terminal)
    assert Plain().give_back(Said("My words\x1b[0m")) is terminal
    assert capsys.readouterr().err == "This was not taken in: My words␛[0m\n"


def test_tells_of_the_training_now_and_then_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plain = Plain()
    for percent in (5, 6, 40, 41, 100):
        plain.training("training", percent / 100)
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split()[-1] for line in err.splitlines()[1:]] == ["5%", "40%", "100%"]
