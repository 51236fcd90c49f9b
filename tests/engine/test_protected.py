"""A conversation behind a passphrase."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records import key_files
from assistant.records.entities import Preparation
from assistant.records.errors import LockedKey
from assistant.records.store import Store
from assistant.settings import Settings

PASSPHRASE = "three blue tea-cups"
SAID = "The rota in our surgery never holds for more than a week."


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_files, "COST", 4)


async def test_it_goes_on_where_it_was_and_can_be_deleted(
    store: Store, settings: Settings, preparation: Preparation, loaded: Model, member: Any
) -> None:
    await member.says(SAID)
    store.protect(preparation.person_id, PASSPHRASE)
    await member.says("I want my Sundays back.")  # the window that is open goes on

    again = Store.open(settings)
    engine = Engine(again, settings, loaded)
    with pytest.raises(LockedKey):
        engine.opening(preparation.id)
    again.unlock(preparation.person_id, PASSPHRASE)
    assert "Why is it important to your practice?" in engine.opening(preparation.id).messages[-1]
    for choice in ("delete_data", "affirm"):
        reply = await engine.reply(Turn(preparation.id, choice=choice))
    assert reply.kind == "ended"
    assert again.places() == ()
    assert len(list(settings.keys_folder.iterdir())) == 2  # the set's, and its meeting's
    engine.close()
    again.close()
