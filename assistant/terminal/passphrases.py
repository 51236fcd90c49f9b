"""Asks for a passphrase: never shown, never logged, never on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass

from assistant.records.entities import Person
from assistant.records.errors import RecordsError, WeakPassphrase, WrongPassphrase
from assistant.records.store import Store
from assistant.terminal.faults import Refused
from assistant.terminal.wrapping import fitting
from assistant.texts.texts import texts

TRIES = 3
"""How often a person is asked; a pipe cannot answer for itself, and is asked once."""


class _NotTheSame(Refused):
    """A new passphrase was typed in two ways."""


_ASKED_AGAIN: dict[type[Exception], str] = {
    WrongPassphrase: "passphrase_wrong",
    WeakPassphrase: "passphrase_too_short",
    _NotTheSame: "passphrases_differ_again",
}


def locked(store: Store, person_id: str) -> bool | None:
    """Whether a passphrase protects them; None where their key file is missing or damaged."""
    try:
        return store.is_protected(person_id)
    except RecordsError:
        return None


def open_up(store: Store, person: Person) -> None:
    """Open what a member said, if a passphrase protects it.

    Raises Refused where none was given or no try was right; from a pipe, WrongPassphrase.
    """
    if not store.is_protected(person.id):
        return
    try:
        _tried(lambda: store.unlock(person.id, asked("passphrase", name=person.name)))
    except WrongPassphrase as error:
        if _somebody_types():
            raise Refused(texts("sets")("passphrase_stays_closed")) from error
        raise


def protect(store: Store, person: Person) -> None:
    """Put a new passphrase, typed twice, before what a member said.

    Raises Refused where none was given or the two differ, and WeakPassphrase.
    """
    _tried(lambda: store.protect(person.id, _asked_twice()))


def asked(key: str, **values: object) -> str:
    """What is typed, unseen, at this question; from a pipe, its next line."""
    if _somebody_types():
        return getpass(texts("sets")(key, **values))
    line = sys.stdin.readline()
    if not line:
        raise Refused(texts("sets")("passphrase_missing"))
    return line.rstrip("\r\n")


def _asked_twice() -> str:
    first = asked("passphrase_new")
    if asked("passphrase_again") != first:
        raise _NotTheSame(texts("sets")("passphrases_differ"))
    return first


def _tried(attempt: Callable[[], None]) -> None:
    """Let somebody at the keyboard try again; the last try's error is raised."""
    for _ in range(TRIES - 1 if _somebody_types() else 0):
        try:
            attempt()
        except tuple(_ASKED_AGAIN) as error:
            _say(_ASKED_AGAIN[type(error)])
        else:
            return
    attempt()


def _say(key: str) -> None:
    """Say it beside what the command writes, which may go to a file."""
    print(fitting(texts("sets")(key), sys.stderr), file=sys.stderr, flush=True)


def _somebody_types() -> bool:
    return sys.stdin.isatty()
