"""Who or which set is meant: by name, or by a number where that is unclear."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.terminal.faults import Refused
from assistant.terminal.wrapping import fitting
from assistant.texts.texts import texts

T = TypeVar("T")


@dataclass(frozen=True)
class Option(Generic[T]):
    """Something that can be meant.

    Attributes:
        what: the thing itself.
        key: its id, which means it as well.
        number: its number in every list that is shown.
        name: its name, which may be that of another one too.
        more: a few words that tell it from others with its name.
    """

    what: T
    key: str
    number: int
    name: str
    more: str

    @property
    def line(self) -> str:
        """How a list shows it."""
        return f"{self.number} {self.name} ({self.more})"


def chosen(options: Sequence[Option[T]], wanted: str, kind: str) -> T:
    """The one that ``wanted`` means (name, number or id), or the only one, or the one chosen.

    ``kind`` is member or set: it names the texts.

    Raises Refused where there is none, or where nobody is there to be asked.
    """
    meant = _meant(options, wanted) if wanted else list(options)
    if len(meant) == 1:
        return meant[0].what
    if not meant:
        names = ", ".join(dict.fromkeys(option.name for option in options)) or "-"
        raise Refused(texts("sets")(f"no_such_{kind}", wanted=wanted, names=names))
    return _asked(meant, kind).what


def is_meant(options: Sequence[Option[T]], wanted: str) -> bool:
    """Whether this name, number or id means one of them, or several."""
    return bool(_meant(options, wanted))


def same_name(one: str, other: str) -> bool:
    """Whether people would take two names for one."""
    return _plain(one) == _plain(other)


def _meant(options: Sequence[Option[T]], wanted: str) -> list[Option[T]]:
    name = _plain(wanted)
    named = [option for option in options if _plain(option.name) == name]
    return named or [
        option for option in options if name in (str(option.number), option.key.casefold())
    ]


def _asked(options: Sequence[Option[T]], kind: str) -> Option[T]:
    """Let a person choose one by its number, or by a name that only one has."""
    say, lines = texts("sets"), [option.line for option in options]
    if not _is_terminal():
        raise Refused(say(f"which_{kind}_named", lines="; ".join(lines)))
    _tell("\n".join([say(f"which_{kind}"), "", *lines, ""]))
    while True:
        print("> ", end="", flush=True)
        typed = sys.stdin.readline()
        if not typed:
            print()
            raise Refused(say("nobody_chosen"))
        meant = _meant(options, typed.strip())
        if len(meant) == 1:
            return meant[0]
        _tell(say("choose_one"))


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _tell(text: str) -> None:
    print(fitting(text, sys.stdout), flush=True)
