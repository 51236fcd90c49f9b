"""What is said about the one sentence, where it is offered and where it can be opened again."""

from __future__ import annotations

import re

from assistant.actions.command import Speaker
from assistant.actions.move import open_answer
from assistant.actions.reader import note, when
from assistant.actions.sentence import offer_once_more
from assistant.actions.turn_log import TurnLog
from assistant.coaching.picking import named_alone, place_in
from assistant.coaching.review import to_review
from assistant.coaching.sentence import sentences
from assistant.coaching.sentence_words import (
    sentence_said,
    wants_all,
    wants_another_wording,
    wants_no_sentence,
    wants_them_again,
)
from assistant.coaching.state import SENTENCE
from assistant.records.steps import StepKind

_CHANGES = re.compile(
    r"(?:(?:please|no|actually|sorry|can|could|may|i|you|we|i'd|i'll|like|want|need|to|let|me|"
    r"first|just)\b[ ,]*)*(?:change|reword|redo|alter|edit|correct|fix|amend|go back to|back to)\b"
)
_A_REQUEST = 12  # words at most


def _offers_again(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.ASKED, command="them_again")
    offer_once_more(log, say)


def _has_none(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.SKIPPED, SENTENCE, command="skip_question")
    say("utter_no_sentence")


def _only_one_of_them(log: TurnLog, say: Speaker) -> bool:
    """All of them, where there are several."""
    several = len(sentences(log.state)) > 1
    return several and _ALL(log, say)


def _no_such_place(log: TurnLog, say: Speaker) -> bool:
    """The number of a sentence that there is not."""
    place = place_in(log.message.words)
    if place is None or place <= len(sentences(log.state)):
        return False
    log.append(StepKind.ASKED, command="pick_sentence")
    say("utter_no_such_sentence")
    return True


def opens_the_sentence(log: TurnLog, say: Speaker) -> bool:
    """Where something else is asked about: the sentence is wanted back, or said anew."""
    if new_wording(log, say):
        return True
    if not wants_another_wording(log.message.words):
        return False
    open_answer(log, say, SENTENCE)
    return True


def new_wording(log: TurnLog, say: Speaker) -> bool:
    """ "My sentence should say ...": these words are offered back, until they are accepted."""
    text = sentence_said(log.message.words)
    if text is None:
        return False
    log.append(StepKind.REVISED, SENTENCE, text=text)
    say("utter_sentence_changed")
    return True


def _names_an_answer(log: TurnLog, say: Speaker) -> bool:
    """The name of an answer and nothing else, or "change" and what it was about."""
    words = log.message.words
    asks = _CHANGES.match(words.lower()) if len(words.split()) <= _A_REQUEST else None
    name = words[asks.end() :] if asks else words
    key = named_alone(name, to_review(log.state, log.catalogue), log.catalogue)
    if key in (None, SENTENCE):
        return False
    open_answer(log, say, key)
    return True


_ALL = when(wants_all, note("all_of_them", "utter_one_sentence"))
ABOUT_THE_SENTENCE = (
    when(wants_no_sentence, _has_none),
    _only_one_of_them,
    when(wants_them_again, _offers_again),
    _no_such_place,
    new_wording,
    _names_an_answer,
)
"""Where the sentence is offered: a wish about it, and no wording of it."""
