"""Rasa's tracker, rebuilt from the log at every turn.

It holds what the rules and the form use and nothing older than the turn: the active form, the
slots, ``action_listen``. So turn 1,000 costs what turn 1 does, and no second place remembers
the conversation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.actions.turn_log import TurnLog, current_log
from assistant.catalogue import FORM
from assistant.coaching.wording import values


class LogTrackerStore(TrackerStore, SerializedTrackerAsText):  # type: ignore[misc]
    """Gives Rasa the tracker of the turn that is running; keeps nothing itself."""

    def __init__(self, domain: Domain | None = None, event_broker: EventBroker | None = None):
        """See the parent; there is no event broker: nothing leaves the process."""
        super().__init__(domain or Domain.empty(), event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of a preparation (``sender_id``) in the turn that is running."""
        log = current_log()
        if log is None:
            return None
        return DialogueStateTracker.from_events(
            sender_id, _events(log), slots=self.domain.slots, domain=self.domain
        )

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Nothing: the engine commits the steps of the turn, before the reply."""

    async def keys(self) -> list[str]:
        """No conversation is kept here."""
        return []

    async def delete(self, sender_id: str) -> None:
        """Nothing to delete: the log is the only place."""


def _events(log: TurnLog) -> list[Event]:
    slots: Mapping[str, Any] = {
        **log.state.answers,
        **values(log.state, log.catalogue),
        "requested_slot": log.next,
    }
    return [
        ActionExecuted("action_session_start"),
        ActionExecuted("action_listen"),
        ActionExecuted(FORM),
        ActiveLoop(FORM),
        *(SlotSet(name, value) for name, value in slots.items()),
        ActionExecuted("action_listen"),
    ]
