"""The ``assistant`` command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

_INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out a command line; without one, the conversation.

    Raises SystemExit: 0 all is well, 1 something is wrong and was said, 2 it was not understood.
    """
    raise SystemExit(_carried_out(sys.argv[1:] if arguments is None else list(arguments)))


def _carried_out(arguments: list[str]) -> int:
    try:
        _take_any_character()
        return _call(arguments)
    except KeyboardInterrupt:  # before there was anything to keep
        return _INTERRUPTED
    except Exception as error:  # a person reads a sentence, never a traceback
        from assistant.terminal.faults import complain

        complain(error)
        if isinstance(error, OSError):
            _let_go_of_output()
        return 1


def _call(arguments: list[str]) -> int:
    if not arguments:  # the first words do not wait until options can be read
        from assistant.terminal.conversation import converse

        return converse()
    from assistant.called import called
    from assistant.commands import app

    app(arguments, prog_name=called())
    return 0


def _take_any_character() -> None:
    """Show what cannot be shown as "?", and read lines that end in a new line and nothing else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace", newline="\n")


def _let_go_of_output() -> None:
    """What could not be written is not tried again at the end, which would fail aloud."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
