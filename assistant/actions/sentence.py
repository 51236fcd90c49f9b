"""Offering the one sentence, and what the member wishes of it."""

from __future__ import annotations

import re
from threading import Thread
from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.plain_words import without_no
from assistant.coaching.sentence import is_as_before, sentences, worksheet
from assistant.coaching.state import still_holds
from assistant.records.steps import StepKind
from assistant.summary import (
    Candidate,
    Draft,
    ParserMissing,
    about,
    draft,
    load,
    not_that,
    one_problem,
    shorter,
)

_A_SENTENCE = 6  # words from which what is said to "still right?" is a sentence itself
_SAYS_I = re.compile(r"\bI\b", re.IGNORECASE)
_NO_DRAFT = Draft((), None, True)


def make_ready() -> None:
    """Load the parser behind the scenes, so that the first sentence does not wait for it."""
    Thread(target=_load, name="parser", daemon=True).start()


def offer(log: TurnLog, say: Speaker) -> None:
    """Ask once whether it is one problem; then offer the best sentences there are.

    The last meeting's, where it was said to be still right, is not asked about again unless
    something has changed since that it is made of: then it stands first, and a new one beside it.
    """
    if log.state.concern is None and not log.state.wondered:
        _wonder(log)
    if log.next != "summary" or log.state.offered is not None:
        return
    kept = _last_sentence(log)
    if kept is None:
        _offer_drafted(log)
    elif not still_holds(log.state):
        _offer(log, kept)
    elif is_as_before(log.state):
        _keep_as_it_was(log, say, kept)
    else:
        best = _drafted(log).best
        new = [best.text] if best is not None and best.text != kept else []
        _offer(log, kept, *new)


def _keep_as_it_was(log: TurnLog, say: Speaker, sentence: str) -> None:
    _offer(log, sentence)
    log.note(StepKind.ACCEPTED, "summary", text=sentence)
    if not log.state.enough:
        say("utter_begin_sentence")
    say("utter_sentence_stays")


def _offer_drafted(log: TurnLog) -> None:
    made = _drafted(log)
    if made.best is None:
        return
    others = [candidate.text for candidate in made.candidates if candidate != made.best]
    _offer(log, made.best.text, *others)


def _last_sentence(log: TurnLog) -> str | None:
    """The sentence of the last meeting where it is still right, or what the member put for it."""
    previous, answer = log.state.previous, log.state.answers.get("still_right")
    if previous is None or answer is None:
        return None
    if still_holds(log.state):
        return previous.sentence
    own = without_no(answer)
    is_own = len(own.split()) >= _A_SENTENCE and _SAYS_I.search(own)
    return own if is_own else None  # "it's more about me now": from what was said, made anew


def sentence_so_far(log: TurnLog) -> str | None:
    """The best sentence for somebody who leaves before it was offered.

    None where there is one already, or before there is a problem and what stops the member.
    """
    state = log.state
    if state.offered or state.accepted or not {"problem", "stopping"} <= state.answers.keys():
        return None
    best = _drafted(log).best
    if best is None:
        return None
    log.note(StepKind.OFFERED, "summary", text=best.text, about="so_far")
    return best.text


class MakeShorter(Command):
    """A shorter sentence."""

    command = "make_shorter"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Offer the best one that is shorter than the first on offer."""
        self.asked(log)
        current = log.state.offered or ""
        _offer_or_say(log, say, shorter(_drafted(log), current), "utter_no_shorter")


class MoreAbout(Command):
    """A sentence that says more about something."""

    command = "more_about"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Offer the one that says most about the topic."""
        self.asked(log)
        topic = str(judgement.get("content") or "")
        _offer_or_say(log, say, about(_drafted(log), topic), "utter_nothing_about", topic=topic)


class NotThat(Command):
    """Another sentence."""

    command = "not_that"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Offer one that has not been offered yet."""
        self.asked(log)
        made = _drafted(log)
        following = not_that(made, log.state.offered or "")
        while following is not None and following.text in log.state.seen:
            following = not_that(made, following)
        if following is None:
            offer_once_more(log, say)
        else:
            _offer_or_say(log, say, following, "utter_no_other")


def accept(log: TurnLog, say: Speaker) -> None:
    """Keep the sentence that is on offer."""
    if not log.state.offered:
        log.append(StepKind.ASKED, command="affirm")
        return
    log.append(StepKind.ACCEPTED, "summary", text=log.state.offered)
    say("utter_sentence_kept")


def offer_once_more(log: TurnLog, say: Speaker) -> None:
    """Offer again what was offered at first; where that is what is on offer, there is no other."""
    made = [candidate.text for candidate in _drafted(log).candidates]
    if log.next != "summary":
        return
    if set(made) <= set(sentences(log.state)):
        say("utter_no_other")
    else:
        _offer_drafted(log)
        say("utter_offered_before")


class PickSentence(Command):
    """One of the sentences on offer."""

    command = "pick_sentence"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Accept the one at the place that was named."""
        pick(log, say, int(judgement.get("content") or 0))


def pick(log: TurnLog, say: Speaker, place: int) -> None:
    """Accept the sentence at this place, from 1."""
    offered = sentences(log.state)
    if 1 <= place <= len(offered):
        log.append(StepKind.ACCEPTED, "summary", text=offered[place - 1])
        say("utter_sentence_kept")
    else:
        log.append(StepKind.ASKED, command="pick_sentence")
        say("utter_no_such_sentence")


def _wonder(log: TurnLog) -> None:
    """Note what might be asked about the problem.

    Nothing about a problem of an earlier meeting, which was asked about then; and of a long one
    not which of its parts it is, where what they are trying to do has said it.
    """
    said = log.state.answers
    try:
        concern = one_problem(worksheet(log.state)) if "problem" in said else None
    except ParserMissing:
        concern = None
    if concern and concern.kind == "too_long" and "try" in said:
        concern = None
    kind = concern.kind if concern else "none"
    quoted = "\n".join(concern.words) if concern else None
    log.note(StepKind.ASKED, "one_problem", command="wondered", about=kind, wording=quoted)


def _drafted(log: TurnLog) -> Draft:
    """The draft; an empty one where the parser is not there: the member's own words will do."""
    try:
        return draft(worksheet(log.state), language=log.message.language)
    except ParserMissing:
        return _NO_DRAFT


def _offer(log: TurnLog, first: str, *others: str) -> None:
    log.note(StepKind.OFFERED, "summary", text=first)
    for other in others:
        log.note(StepKind.OFFERED, "summary", text=other, about="another")


def _offer_or_say(
    log: TurnLog, say: Speaker, found: Candidate | None, otherwise: str, **values: str
) -> None:
    if log.next != "summary":
        return  # it is not being asked about: the open question follows
    if found is None or found.text == log.state.offered:
        say(otherwise, **values)
    else:
        _offer(log, found.text)


def _load() -> None:
    try:
        load()
    except ParserMissing:
        return  # said when a sentence is wanted and none can be offered
