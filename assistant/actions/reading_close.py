"""What is said once the preparation is finished."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.closing_words import asks_for_next_meeting, says_goodbye
from assistant.days import weekday_and_day
from assistant.records.steps import StepKind


def takes_leave(log: TurnLog, say: Speaker) -> bool:
    """A goodbye is a pause: the place is kept, and what was said before is not said again."""
    if not says_goodbye(log.message.words):
        return False
    log.append(StepKind.ASKED, command="pause")
    return True


def next_meeting(log: TurnLog, say: Speaker) -> bool:
    """How the preparation for the next meeting begins."""
    if not asks_for_next_meeting(log.message.words):
        return False
    day = log.record.meeting_day()
    log.append(StepKind.ASKED, command="next_meeting")
    say("utter_next_meeting", day=weekday_and_day(day), iso=day.isoformat())
    return True
