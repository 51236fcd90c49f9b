"""What the readers of an open question are made of: what is heard, and what it does."""

from __future__ import annotations

from collections.abc import Callable

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.records.steps import How, StepKind

Does = Callable[[TurnLog, Speaker], None]
Reader = Callable[[TurnLog, Speaker], bool]
"""Takes the message in where it means something here, and tells whether it did."""


def said(log: TurnLog) -> str:
    """The words; of a key for yes or no, its word."""
    keys = {"affirm": "yes", "deny": "no"}
    return keys.get(log.message.said, "") if log.message.how is How.CHOSEN else log.message.said


def when(heard: Callable[[str], bool], does: Does) -> Reader:
    """The reader that does this where the message says that, and nothing else."""

    def read(log: TurnLog, say: Speaker) -> bool:
        hears = heard(said(log))
        if hears:
            does(log, say)
        return hears

    return read


def note(command: str, line: str | None = None) -> Does:
    """To note in the log that this was asked, and to say a line, if there is one."""

    def does(log: TurnLog, say: Speaker) -> None:
        log.append(StepKind.ASKED, command=command)
        if line:
            say(line)

    return does
