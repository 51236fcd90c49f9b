"""What every custom action shares: the turn's log, and a way to speak."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from assistant.actions.development import development_log
from assistant.actions.turn_log import TurnLog, current_log
from assistant.coaching.phrasing import phrased
from assistant.records.steps import StepKind


@contextmanager
def turn_log(tracker: Tracker) -> Iterator[TurnLog]:
    """The log of the running turn; without an engine, one for this action alone."""
    log = current_log()
    if log is not None:
        yield log
        return
    with development_log(tracker) as own:
        yield own


class Command(Action, ABC):  # type: ignore[misc]  # rasa_sdk has no types
    """A command of the member's: notes that it was asked, and answers it.

    A subclass names the ``command`` (an intent) and says in ``carry_out`` what it does.
    """

    @property
    @abstractmethod
    def command(self) -> str:
        """The intent that asks for it; abstract, so that Rasa registers only what names one."""

    def name(self) -> str:
        """The action's name in ``domain.yml``."""
        return f"action_{self.command}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Carry the command out; the form asks the next question after it."""
        with turn_log(tracker) as log:
            self.carry_out(log, Speaker(dispatcher, log), judgement_of(tracker))
        return []

    @abstractmethod
    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Add the command's steps to the log and say what is to be said."""

    def asked(self, log: TurnLog, **fields: Any) -> None:
        """Note in the log that this was asked."""
        log.append(StepKind.ASKED, command=self.command, **fields)


class Telling(Command, ABC):
    """A command that is answered with a text of the catalogue and changes nothing."""

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Note it, and say the text named after the command."""
        self.asked(log)
        say(f"utter_{self.command}")


class Speaker:
    """Says texts of the catalogue through Rasa's dispatcher, as this turn words them."""

    def __init__(self, dispatcher: CollectingDispatcher, log: TurnLog) -> None:
        """Speak through this dispatcher, in the turn of this log."""
        self._dispatcher, self._log = dispatcher, log

    def __call__(self, response: str, **values: Any) -> None:
        """Say a response, its ``{name}`` filled in from ``values``.

        Of several wordings Rasa would take one by chance, and it fills in none where a value reads
        like a place to be filled: so the text comes along, and is said instead.
        """
        log = self._log
        made, turn = log.record.preparation.id, log.before.turns
        text = phrased(response, log.catalogue, made, turn, **values)
        self._dispatcher.utter_message(text=text, response=response, **values)


def judgement_of(tracker: Tracker) -> dict[str, Any]:
    """What the judgement made of the latest message (assistant/nlu/judge.py)."""
    return tracker.latest_message.get("judgement") or {}


def intent_of(tracker: Tracker) -> str:
    """The intent of the latest message."""
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")
