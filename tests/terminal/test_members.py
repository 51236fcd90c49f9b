"""Several members at one terminal: who it is, and a passphrase that is typed unseen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from assistant.records import key_files
from assistant.records.entities import Person
from assistant.records.store import Store
from assistant.settings import Settings

Open = Callable[..., Any]
PASSPHRASE = "three blue tea-cups"


@pytest.fixture
def asha(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Person:
    """A member with a passphrase, beside one without."""
    monkeypatch.setattr(key_files, "COST", 4)
    with closing(Store.open(settings)) as store:
        group = store.create_set("Tuesdays")
        made = [store.create_person(name) for name in ("Asha", "Zoe")]
        for one in made:
            store.add_member(one.id, group.id)
        store.protect(made[0].id, PASSPHRASE)
    return made[0]


def test_who_it_is_is_asked_and_then_the_passphrase(
    open_terminal: Open, settings: Settings, asha: Person
) -> None:
    window = open_terminal()
    window.until("Who are you?", "1 Asha (Tuesdays", "2 Zoe (Tuesdays")
    window.type("1\r")
    window.until("Passphrase of Asha:")
    window.type(f"{PASSPHRASE}\r")
    window.until("what are you bringing?")
    window.type("\x04")
    window.until("Your place is kept")
    assert window.exit_code() == 0
    assert PASSPHRASE.encode() not in window.sent
    with closing(Store.open(settings)) as store:
        (made,) = store.preparations(asha.id)
        store.unlock(asha.id, PASSPHRASE)
        assert store.steps(made.id)


def test_a_wrong_passphrase_is_one_sentence(open_terminal: Open, asha: Person) -> None:
    window = open_terminal("--as", "asha")
    window.until("Passphrase of Asha:")
    window.type("three blue teacups\r")
    window.until("That passphrase does not open what was said")
    assert window.exit_code() == 1
    assert "Traceback" not in window.shown


def test_whoever_has_none_is_asked_for_none(open_terminal: Open, asha: Person) -> None:
    window = open_terminal("--as", "Zoe")
    window.until("what are you bringing?")
    assert "Passphrase" not in window.shown
    window.type("\x04")
    assert window.exit_code() == 0


def test_leaving_at_the_list_or_the_passphrase_is_no_error(
    open_terminal: Open, asha: Person
) -> None:
    for arguments, shown in (((), "Who are you?"), (("--as", "1"), "Passphrase of Asha:")):
        window = open_terminal(*arguments)
        window.until(shown)
        window.type("\x03\r")  # the line end, in case Ctrl-C came just before it was waited for
        assert window.exit_code() == 0
        assert "Traceback" not in window.shown
