"""What is said where the answers are looked over, or what the set sees, or at the close."""

from __future__ import annotations

import re

from assistant.actions.command import Speaker
from assistant.actions.move import named_to_be_asked, open_answer, reopen, tell_earlier
from assistant.actions.naming import take_nothing
from assistant.actions.reader import said
from assistant.actions.share import take_back
from assistant.actions.turn_log import TurnLog
from assistant.coaching.next_question import previous_question
from assistant.coaching.picking import chosen, named_alone
from assistant.coaching.plain_words import goes_back, takes_back
from assistant.coaching.review import to_review
from assistant.days import weekday_and_day
from assistant.records.steps import How, StepKind

_ASKS_FOR_ONE = re.compile(r"\s*(?:(?:please|now|then|yes)[, ]+)*ask me\b", re.IGNORECASE)
_KEEPING = 6  # words at most: "no, please keep it private"


def named_in_list(log: TurnLog, say: Speaker) -> bool:
    """The name of an answer, or of a question without one, where one is to be named."""
    words = said(log)
    key = named_alone(words, to_review(log.state, log.catalogue), log.catalogue)
    if key is None and _ASKS_FOR_ONE.match(words):
        key = named_to_be_asked(log)
    if key is None or log.message.how is How.CHOSEN:
        return False
    open_answer(log, say, key)
    return True


def back_to_the_last(log: TurnLog, say: Speaker) -> bool:
    """Back from the list of all answers: to the one before it, and not to one that it names."""
    before = previous_question(log.state, log.catalogue)
    if before is None or log.would_be == "go_back" or not goes_back(said(log)):
        return False
    reopen(log, before, "go_back")
    tell_earlier(log, say, before)
    return True


def taken_back(log: TurnLog, say: Speaker) -> bool:
    """What the set sees is taken back in the words that were offered, whatever it is called."""
    if not log.state.released or not takes_back(said(log)):
        return False
    named = chosen(log.message.words, tuple(log.state.released), log.catalogue)
    if not isinstance(named, tuple) or not named:
        return False  # nothing that was passed on is named: "let's take a break and come back"
    take_back(log, say)
    return True


def kept_private(log: TurnLog, say: Speaker) -> bool:
    """ "Keep private" at the confirmation, in the word of the screen before."""
    words = said(log).lower().split()
    private = "private" in {word.strip(".,!") for word in words} and len(words) <= _KEEPING
    if private:
        take_nothing(log, say)
    return private


def tell_of_next_meeting(log: TurnLog, say: Speaker) -> None:
    """How the preparation for the next meeting begins."""
    day = log.record.meeting_day()
    log.append(StepKind.ASKED, command="next_meeting")
    say("utter_next_meeting", day=weekday_and_day(day), iso=day.isoformat())
