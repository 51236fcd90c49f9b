"""Keeping an answer, with what is read in it: a number, a day, several options at once."""

from __future__ import annotations

import re

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.following import OPTIONS
from assistant.nlu.likelihood import names_a_number, read_likelihood, read_neighbours
from assistant.nlu.listing import items_in
from assistant.nlu.when import Sense, read_when
from assistant.records.steps import StepKind

_UNCLEAR = "likelihood_unclear"
_LISTED = re.compile(r"\n|(?:^|\s)(?:1[.):]|\(1\)|one[,:.]|first(?:ly)?[,:])", re.IGNORECASE)
_ODD = {Sense.PAST: "past", Sense.NO_SUCH_DAY: "unreal"}


def keep(log: TurnLog, say: Speaker, text: str) -> None:
    """Keep the answer to the open question, in the words in which it was said."""
    key = log.next
    if key in OPTIONS and _keep_options(log, key, text):
        return
    if key == "likelihood" and _asks_for_a_number(log, say, text):
        return
    keep_as(log, key, text)
    if key == "smaller_step":
        keep_as(log, "first_steps", text)


def keep_as(log: TurnLog, key: str, text: str) -> None:
    """Keep a text as the answer to this question."""
    kind = StepKind.REVISED if key in log.state.answers else StepKind.ANSWERED
    log.append(kind, key, text=text, command=log.would_be, about=_read(log, key, text))


def _read(log: TurnLog, key: str, text: str) -> str | None:
    if key == "likelihood":
        return _number(text)
    if key in {"first_steps", "smaller_step", "step_day"}:
        return _day(log, text)
    return None


def _number(text: str) -> str | None:
    """The number from 1 to 10; where the guess lies between two, both with a space between."""
    number = read_likelihood(text)
    numbers = (number,) if number is not None else read_neighbours(text)
    return " ".join(map(str, numbers)) if numbers else None


def _day(log: TurnLog, text: str) -> str | None:
    """The day that a step names, as ISO 8601 has it; or why it cannot be meant."""
    when = read_when(text, log.message.at.date())
    if when is None:
        return None
    odd = _ODD.get(when.sense)
    return odd or (when.day.isoformat() if when.day else None)


def several_options(text: str) -> list[str]:
    """The options that a message lists, in the member's words; one where it is no list."""
    return items_in(text) if _LISTED.search(text) else [text]


def _keep_options(log: TurnLog, key: str, text: str) -> bool:
    """Several options in one message are kept one by one; the last place takes what is over."""
    places = [each for each in OPTIONS if each not in log.state.answers]
    items = several_options(text)
    if len(items) == 1 or key in log.state.answers:
        return False
    at = places.index(key)
    for place, item in zip(places[at:], items, strict=False):
        last = place == places[-1]
        keep_as(log, place, "\n".join(items[len(places[at:]) - 1 :]) if last else item)
    return True


def _asks_for_a_number(log: TurnLog, say: Speaker, text: str) -> bool:
    """Where there is no number from 1 to 10, it is asked for once; then the words will do."""
    last = log.before.last
    asked = last is not None and last.command == _UNCLEAR
    if _number(text) is not None or (asked and not names_a_number(text)):
        return False
    log.append(StepKind.ASKED, "likelihood", command=_UNCLEAR)
    say("utter_likelihood_unclear")
    return True
