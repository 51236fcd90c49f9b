"""A turn's log without the engine: for ``rasa shell`` beside ``rasa run actions``.

Each conversation of the shell gets a preparation of its own on the development database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import lru_cache

from rasa_sdk import Tracker

from assistant.actions.turn_log import Message, TurnLog, begun
from assistant.catalogue import catalogue
from assistant.coaching.fold import standing
from assistant.records.steps import How
from assistant.records.store import Store
from assistant.settings import Settings


@lru_cache(maxsize=1)
def _store() -> Store:
    return Store.open(Settings())


@lru_cache(maxsize=64)
def _preparation_of(sender_id: str) -> str:
    store, today = _store(), datetime.now(timezone.utc).date()
    meeting = store.home_preparation("rasa shell", "Development", today).meeting_id
    person = store.create_person(f"rasa shell {sender_id}")
    return store.create_preparation(person.id, meeting).id


@contextmanager
def development_log(tracker: Tracker) -> Iterator[TurnLog]:
    """Open a log for one action and commit what it added when the block ends."""
    preparation_id = _preparation_of(tracker.sender_id)
    message = Message(
        said=str(tracker.latest_message.get("text") or ""),
        how=How.TYPED,
        message_id=str(tracker.latest_message.get("message_id") or ""),
        at=datetime.now(timezone.utc),
    )
    with _store().turn(preparation_id) as record:
        state = standing(record.steps(after=0))
        log = begun(record, state, message, catalogue(), Settings().contacts)
        yield log
        if not log.deleted:
            record.append(log.steps)
