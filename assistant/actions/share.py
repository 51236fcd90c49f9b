"""Releasing and withdrawing."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.picking import chosen


class Withdraw(Command):
    """Take back what the set sees."""

    command = "withdraw"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Withdraw what is named, or all of it where nothing is named."""
        released = tuple(log.state.released)
        if not released:
            self.asked(log)
            say("utter_nothing_to_withdraw")
            return
        named = chosen(log.message.said, released, log.catalogue)
        for item in named if isinstance(named, tuple) else released:
            log.withdraw(item)
        say("utter_withdrawn")
