"""The whole program as a member uses it: in a window, or through a pipe."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.project import project_folder
from assistant.records.entities import Preparation
from assistant.records.errors import RecordsInUse
from assistant.records.steps import How, Step
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.texts.texts import texts

Open = Callable[..., Any]

PROBLEM = "My two teams never meet, and I carry the notes between them."
BID = "Twenty minutes, since I see them on Wednesday and would like to think before that."
F1, F3, F10 = "\x1bOP", "\x1bOR", "\x1b[21~"
CTRL_C, CTRL_D, ALT_ENTER = "\x03", "\x04", "\x1b\r"
ASKED = {
    key: " ".join(catalogue().asking(key, {}).split()) for key in catalogue().parts("worksheet")
}


def steps(settings: Settings) -> Sequence[Step]:
    with at_home(settings) as (store, made):
        return store.steps(made.id)


@contextmanager
def at_home(settings: Settings) -> Iterator[tuple[Store, Preparation]]:
    with closing(Store.open(settings)) as store:
        yield store, store.home_preparation("Member", "My set", date.today())


def said(settings: Settings) -> list[str | None]:
    """What the member typed, as the log has it."""
    return [step.said for step in steps(settings) if step.how is How.TYPED]


def test_a_sitting_on_the_screen(open_terminal: Open, settings: Settings) -> None:
    window = open_terminal()
    window.until("I help you prepare", "what are you bringing?")
    window.type(f"{PROBLEM}\r")  # long before it is ready
    window.until(ASKED["importance_self"])
    window.until_ready()

    window.type(f"It is mine.{ALT_ENTER}")
    window.type(F1)
    window.until(texts()("keys").split("\n")[0])
    window.type("Nobody else does it.\r")
    window.until(ASKED["importance_practice"])

    window.type("\x1b[200~Patients wait.\r\nStaff leave\x1b[31m every \u202eyear.\x1b[201~\r")
    window.until(ASKED["progress_signs"], "Staff leave␛[31m every \N{REPLACEMENT CHARACTER}year.")

    window.type(F3)
    window.until(ASKED["stakeholders"], "4 of 18")
    window.resize(20, 44)
    window.type("half a thought")
    window.until("half a thought")
    window.type(CTRL_C)
    window.until("Paused. Your place is kept", "What you had not sent is not kept.")
    assert window.exit_code() == 0

    assert said(settings) == [
        PROBLEM,
        "It is mine.\nNobody else does it.",
        "Patients wait.\nStaff leave\x1b[31m every \u202eyear.",
    ]
    assert b"\x1b[31m every" not in window.sent
    assert "\u202e".encode() not in window.sent


def test_comes_back_to_the_same_question(open_terminal: Open, settings: Settings) -> None:
    for greeting in ("I help you prepare", "Welcome back."):
        window = open_terminal()
        window.until(greeting, "what are you bringing?", texts()("getting_ready"))
        window.type(CTRL_D)
        window.until(texts()("place_kept"))
        assert window.exit_code() == 0


def test_two_windows_on_one_preparation(open_terminal: Open, settings: Settings) -> None:
    first, second = open_terminal(), open_terminal()
    for window in (first, second):
        window.until("what are you bringing?")
        window.until_ready()
    first.type(f"{PROBLEM}\r")
    first.until(ASKED["importance_self"])
    second.type("Because nobody else carries the notes.\r")
    second.until(texts()("moved_on"), ASKED["importance_self"], texts()("given_back"))
    assert second.lines[-1] == "> Because nobody else carries the notes."
    assert said(settings) == [PROBLEM]
    second.type("\r")
    second.until(ASKED["importance_practice"])
    assert said(settings) == [PROBLEM, "Because nobody else carries the notes."]


def test_what_could_not_be_kept_stands_in_the_prompt_again(
    open_terminal: Open, settings: Settings
) -> None:
    window = open_terminal(ASSISTANT_BUSY_TIMEOUT_S="0.2")
    window.until_ready()
    with at_home(settings) as (store, made), store.turn(made.id):
        window.type(f"{PROBLEM}\r")
        window.until(str(RecordsInUse()), texts()("given_back"))
        assert window.lines[-1] == f"> {PROBLEM}"
    window.type("\r")
    window.until(ASKED["importance_self"])
    assert said(settings) == [PROBLEM]
    window.type(F10)
    assert window.exit_code() == 0


def test_no_colour_where_none_is_wanted(open_terminal: Open) -> None:
    window = open_terminal(NO_COLOR="1")
    window.until(texts()("getting_ready"))
    assert not re.search(rb"\x1b\[[0-9;]*(3|4|9|10)[0-9][;m]", window.sent)
    window.type(CTRL_C)
    assert window.exit_code() == 0


def test_a_terminal_that_can_do_nothing_gets_plain_lines(open_terminal: Open) -> None:
    window = open_terminal(TERM="dumb")
    window.until("what are you bringing?", " >")
    window.type(CTRL_D)
    window.until(texts()("place_kept"))
    assert window.exit_code() == 0
    assert b"\x1b" not in window.sent


def piped(typed: str | None, *arguments: str) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-m", "assistant", *arguments],
        env={**os.environ, "PYTHONPATH": str(project_folder())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    if typed is not None:
        assert child.stdin
        child.stdin.write(typed)
        child.stdin.flush()
    return child


def test_a_whole_preparation_through_a_pipe(model_home: Path, settings: Settings) -> None:
    # The sentence, the review, what the set sees, how long, whose it is, whether to pass it on.
    begun = (PROBLEM, "It is mine, \x1b[31mI know.", "that will do", "1")
    lines = (*begun, "yes", "1 and 2", BID, "Maria", "1")
    child = piped("".join(f"{line}\n" for line in lines))
    out, err = child.communicate(timeout=200)
    assert (child.returncode, err) == (0, "")
    assert "\x1b" not in out
    turns = out.split("\n\n")
    assert ASKED["importance_self"] in turns
    assert "Paused. Your place is kept; come back whenever you like." in turns
    with at_home(settings) as (store, made):
        released = store.releases(made.meeting_id)
        (accepted,) = [step.text for step in store.steps(made.id) if step.kind == "accepted"]
    assert [(item.item, item.text) for item in released] == [("summary", accepted), ("bid", BID)]
    record, _ = piped(None, "record").communicate(timeout=60)
    assert record.count(">") == 2
    assert "Maria" in record and "Member" not in record
    assert "I know." not in record


def test_a_script_ends_where_a_line_could_not_be_taken_in(
    model_home: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_BUSY_TIMEOUT_S", "0.2")
    child = piped(None, "chat", "--plain")
    assert child.stdout
    while not child.stdout.readline().startswith("Describe your problem"):
        pass
    with at_home(settings) as (store, made), store.turn(made.id):
        _, err = child.communicate(f"{PROBLEM}\nNext.\n", timeout=100)
    assert child.returncode == 1
    assert err.splitlines() == [str(RecordsInUse()), texts()("not_taken_in", text=PROBLEM)]
    assert said(settings) == []


def test_an_interrupted_script_keeps_its_place(model_home: Path) -> None:
    child = piped(None, "--plain")
    assert child.stdout
    while not child.stdout.readline().startswith("Describe your problem"):
        pass
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, "")
    assert texts()("place_kept") in out


def test_an_interrupted_line_is_given_back(model_home: Path) -> None:
    child = piped(f"{PROBLEM}\n", "--plain")
    assert child.stdout
    while not child.stdout.readline().startswith("Describe your problem"):
        pass
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0
    assert texts()("place_kept") in out
    assert err in ("", texts()("not_taken_in", text=PROBLEM) + "\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_any_bytes_can_be_typed(
    model_home: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    child = piped(None, "--plain")
    out, err = child.communicate("", timeout=60)
    assert (child.returncode, err) == (0, "")
    assert "what are you bringing?" in out


@pytest.mark.parametrize(
    ("answer", "told"), [("n", "Nothing was deleted"), ("y", "Everything is deleted")]
)
def test_forget_asks_on_a_terminal(
    open_terminal: Open, settings: Settings, answer: str, told: str
) -> None:
    with at_home(settings):
        pass  # a member is here
    window = open_terminal("forget")
    window.until("This cannot be undone")
    window.type(f"{answer}\r")
    window.until(told)
    assert window.exit_code() == 0
