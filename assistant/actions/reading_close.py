"""What is said once the preparation is finished."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.closing_words import asks_for_next_meeting, asks_to_delete_all, says_goodbye
from assistant.days import weekday_and_day
from assistant.records.steps import StepKind


def takes_leave(log: TurnLog, say: Speaker) -> bool:
    """A goodbye is a pause: the place is kept, and what was said before is not said again."""
    if not says_goodbye(log.message.words):
        return False
    log.append(StepKind.ASKED, command="pause")
    return True


def deletes_all(log: TurnLog, say: Speaker) -> bool:
    """ "Delete everything", whatever is said beside it: confirmed before anything goes."""
    asks = asks_to_delete_all(log.message.words)
    if asks:
        log.append(StepKind.ASKED, command="delete_data")
    return asks


def next_meeting(log: TurnLog, say: Speaker) -> bool:
    """How the preparation for the next meeting begins."""
    if not asks_for_next_meeting(log.message.words):
        return False
    day = log.record.meeting_day()
    log.append(StepKind.ASKED, command="next_meeting")
    say("utter_next_meeting", day=weekday_and_day(day), iso=day.isoformat())
    return True
