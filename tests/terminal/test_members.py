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


def test_a_passphrase_typed_wrongly_is_asked_for_again(open_terminal: Open, asha: Person) -> None:
    window = open_terminal("--as", "asha")
    for tries, wrong in enumerate(("three blue teacups", ""), 1):
        window.until_count("Passphrase of Asha:", tries)
        window.type(f"{wrong}\r")
        window.until_count("That is not the passphrase: please type it again.", tries)
    window.until_count("Passphrase of Asha:", 3)
    window.type(f"{PASSPHRASE}\r")
    window.until("what are you bringing?")
    window.type("\x04")
    assert window.exit_code() == 0


def test_three_wrong_passphrases_end_kindly_and_nothing_is_lost(
    open_terminal: Open, settings: Settings, asha: Person
) -> None:
    window = open_terminal("--as", "asha")
    for tries in (1, 2, 3):
        window.until_count("Passphrase of Asha:", tries)
        window.type(f"three blue teacups {tries}\r")
    window.until("so nothing was opened. Nothing is lost")
    assert window.exit_code() == 1
    assert window.shown.count("please type it again") == 2
    assert "Traceback" not in window.shown
    assert b"teacups" not in window.sent
    with closing(Store.open(settings)) as store:
        store.unlock(asha.id, PASSPHRASE)
        assert store.preparations(asha.id) == ()


def test_a_new_passphrase_may_be_typed_again(
    open_terminal: Open, settings: Settings, asha: Person
) -> None:
    window = open_terminal("member", "passphrase", "Zoe")
    window.until("Protect what Zoe has said by a passphrase?")
    window.type("four red mugs\r")
    window.until("Please type yes or no; the passphrase itself is asked for after that.")
    window.type("y\r")
    for tries, (first, second, told) in enumerate(
        (
            ("four red mugs", "four red jugs", "The two were not the same: please type it again"),
            ("mugs", "mugs", "at least 8 characters: please choose a longer one"),
            ("four red mugs", "four red mugs", "What Zoe has said is protected."),
        ),
        1,
    ):
        window.until_count("New passphrase:", tries)
        window.type(f"{first}\r")
        window.until_count("The same again:", tries)
        window.type(f"{second}\r")
        window.until(told)
    assert window.exit_code() == 0
    assert b"mugs" not in window.sent
    with closing(Store.open(settings)) as store:
        store.unlock(
            next(one.person.id for one in store.places() if one.person.name == "Zoe"),
            "four red mugs",
        )


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
