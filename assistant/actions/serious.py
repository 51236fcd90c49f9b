"""Serious signs: what is said, once, and who can be turned to.

Nobody is notified, and nothing of it is ever offered for release.
"""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.route import holds_answer
from assistant.records.steps import StepKind


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


class OthersAtRisk(Command):
    """Others at risk: said once, where to take it; the words are still the answer."""

    command = "others_at_risk"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Keep the answer, marked so that it is never offered for release; say it once."""
        words = log.message.words
        if words and holds_answer(log.next, log.catalogue):
            log.append(StepKind.ANSWERED, log.next, text=words, about=self.command)
        else:
            self.asked(log)
        if not log.before.warned:
            say(f"utter_{self.command}", **log.contacts)
