"""Looking over what was said, and going on from there."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.review import laid_out, said_so_far
from assistant.records.steps import StepKind

REVIEW = "review"


class SummarySoFar(Command):
    """What one has said so far."""

    command = "summary_so_far"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Lay everything out, numbered; where that is what is being asked about, ask in full."""
        if log.next == REVIEW:
            show_all(log)
            return
        self.asked(log)
        if said_so_far(log.state, log.catalogue):
            numbered = log.state.listed
            answers = laid_out(log.state, log.catalogue, numbered=numbered)
            say("utter_summary_so_far" if numbered else "utter_summary_by_name", answers=answers)
        else:
            say("utter_nothing_said_yet")


def show_all(log: TurnLog) -> None:
    """Have the review asked with all of it once more."""
    log.append(StepKind.ASKED, REVIEW, command="show_all")


def leave_as_it_is(log: TurnLog, say: Speaker) -> None:
    """Nothing is to be changed: the review is done, or the choice of an answer lapses."""
    if log.next == REVIEW:
        log.append(StepKind.ASKED, REVIEW, command="reviewed")
    else:
        log.append(StepKind.ASKED, command="lapsed")
        say("utter_nothing_changed")


def not_right(log: TurnLog, say: Speaker) -> None:
    """Something is to be changed: ask which."""
    log.append(StepKind.ASKED, REVIEW, command="not_right")
