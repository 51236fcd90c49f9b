"""Asks for a passphrase: never shown, never logged, never on the command line."""

from __future__ import annotations

import sys
from getpass import getpass

from assistant.records.entities import Person
from assistant.records.store import Store
from assistant.terminal.faults import Refused
from assistant.texts.texts import texts


def open_up(store: Store, person: Person) -> None:
    """Open what a member said, if a passphrase protects it; asks once.

    Raises WrongPassphrase, and Refused where none was given.
    """
    if store.is_protected(person.id):
        store.unlock(person.id, asked("passphrase", name=person.name))


def asked_twice() -> str:
    """A new passphrase. Raises Refused where the two differ."""
    first = asked("passphrase_new")
    if asked("passphrase_again") != first:
        raise Refused(texts("sets")("passphrases_differ"))
    return first


def asked(key: str, **values: object) -> str:
    """What is typed, unseen, at this question; from a pipe, its next line."""
    if sys.stdin.isatty():
        return getpass(texts("sets")(key, **values))
    line = sys.stdin.readline()
    if not line:
        raise Refused(texts("sets")("passphrase_missing"))
    return line.rstrip("\r\n")
