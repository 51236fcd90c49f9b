"""Asks for a yes before something that cannot be taken back; what is unclear is asked again."""

from __future__ import annotations

import sys
from collections.abc import Callable

from assistant.terminal.faults import Refused
from assistant.terminal.wrapping import fitting
from assistant.texts.texts import texts

_YES, _NO = frozenset({"y", "yes"}), frozenset({"", "n", "no"})


def confirmed(
    question: str, read: Callable[[], str] | None = None, again: str = "yes_or_no_again"
) -> bool:
    """Whether yes is typed; nothing, or no, is no.

    Args:
        question: the question.
        read: gives what is typed; without it, the next line of standard input.
        again: key of the text that is shown where it is neither.

    Raises Refused where nobody is there to be asked.
    """
    _tell(question)
    while True:
        typed = _plain(read() if read else _line("yes_or_no"))
        if typed in _YES | _NO:
            return typed in _YES
        _tell(texts("sets")(again))


def confirmed_by_name(question: str, name: str) -> bool:
    """Whether this very name is typed, as no hand does that slips. Raises Refused likewise."""
    _tell(question)
    return _plain(_line("type_the_name", name=name)) == _plain(name)


def _line(key: str, **values: object) -> str:
    print(texts("sets")(key, **values), end=" ", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise Refused(texts("sets")("nobody_chosen"))
    return line


def _plain(typed: str) -> str:
    return " ".join(typed.split()).casefold()


def _tell(text: str) -> None:
    print(fitting(text, sys.stdout), flush=True)
