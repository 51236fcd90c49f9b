"""Serious signs: what is said, once, and who can be turned to.

Nobody is notified, nothing becomes an answer, nothing is ever offered for release.
"""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog


class _Sign(Command):
    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say the text for this sign, with the contacts of the settings."""
        self.asked(log)
        say(f"utter_{self.command}", **log.contacts)


class NotCoping(_Sign):
    """Bullied, unwell, not coping: a pause, one human line, contacts; the member chooses."""

    command = "not_coping"


class Danger(_Sign):
    """Danger to oneself: it stops, says whom to call, and asks nothing."""

    command = "danger"


class OthersAtRisk(_Sign):
    """Others at risk: said once, where to take it."""

    command = "others_at_risk"
