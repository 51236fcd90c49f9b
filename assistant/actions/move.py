"""Commands that change the place in the conversation."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.keeping import keep_as
from assistant.actions.review import REVIEW, show_all
from assistant.actions.turn_log import TurnLog
from assistant.coaching.items import offered
from assistant.coaching.next_question import previous_question
from assistant.coaching.quoting import stopped
from assistant.coaching.route import can_be_asked_for
from assistant.coaching.state import SENTENCE
from assistant.coaching.wording import values
from assistant.nlu.about import change_requested, edits
from assistant.records.steps import StepKind


class SkipQuestion(Command):
    """Leave the open question out; what was answered before stays."""

    command = "skip_question"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Go on to the next question."""
        if log.answered or log.next == "closing":  # the message answered it: going on is enough
            self.asked(log)
        elif log.state.aside or log.next == "confirm_release":
            log.append(StepKind.ASKED, command="lapsed")
            say("utter_nothing_changed")
        else:
            says = "utter_no_sentence" if log.next == SENTENCE else "utter_skip_question"
            log.append(StepKind.SKIPPED, command=self.command)
            say(says)


class GoBack(Command):
    """To the question before; nothing is erased."""

    command = "go_back"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Open the question before this one."""
        target = log.open if log.answered else previous_question(log.state, log.catalogue)
        if target is None:
            self.asked(log)
            say("utter_go_back_first")
            return
        reopen(log, target, self.command)
        tell_earlier(log, say, target)


class Repeat(Command):
    """The open question once more."""

    command = "repeat"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Ask again; where the same message answered the question, open it once more."""
        if log.answered:
            reopen(log, log.open, self.command)
        elif log.next == REVIEW:
            show_all(log)
        else:
            self.asked(log)


class Rephrase(Command):
    """The open question in other words, with what it means and an example."""

    command = "rephrase"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Explain, then let the form ask in other words."""
        if log.answered:
            reopen(log, log.open, self.command)
        self.asked(log)
        say(f"utter_explain_{log.concerned}", **values(log.state, log.catalogue))


class ChangeAnswer(Command):
    """Change an earlier answer: the one meant, or the one picked from a list."""

    command = "change_answer"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Put the new wording in its place where it is said, open the answer, or ask which."""
        about = str(judgement.get("about") or "") or _named(log) or ""
        new = str(judgement.get("content") or "")
        if new and _is_named(about, log):
            keep_as(log, about, new)
            say("utter_reads_now", short=log.catalogue.question(about).short, answer=stopped(new))
        elif _can_open(about, log):
            open_answer(log, say, about)
        elif log.state.answers:
            self.asked(log)
        else:
            log.append(StepKind.ASKED, command="nothing_to_change")
            say("utter_nothing_to_change")


class AskForQuestion(Command):
    """A question that the route leaves out, or that was passed over."""

    command = "ask_for_question"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Open the one that is named."""
        about = named_to_be_asked(log)
        if about is None:
            self.asked(log)
            say("utter_ask_for_question_unclear")
            return
        reopen(log, about, self.command)
        if about in log.state.answers:
            tell_earlier(log, say, about)
        else:
            say("utter_ask_for_question")


def _named(log: TurnLog) -> str | None:
    """The question that the message names, whether it has been answered or not."""
    return change_requested(log.message.words, {}).about


def named_to_be_asked(log: TurnLog) -> str | None:
    """The question that the message names, where it can be asked now."""
    about = _named(log)
    return about if about and _can_open(about, log) else None


def _is_named(question: str, log: TurnLog) -> bool:
    """Whether the message bids a change, names this answer, and sets its new wording apart.

    A colon does so. New wording is put in no other's place. A number, a day or a step changes what
    is asked after it, so it is opened instead.
    """
    answers = log.state.answers
    if ":" not in log.message.words or not edits(log.message.words):
        return False
    known = question in answers and log.catalogue.question(question).kind in {"text", "list"}
    return known and change_requested(log.message.words, answers).about == question


def _can_open(question: str, log: TurnLog) -> bool:
    """Whether its answer can be given, or given anew: also where the route leaves it out."""
    if question == "release":
        return bool(offered(log.state))
    return question == "summary" or can_be_asked_for(question, log.state, log.catalogue)


def open_answer(log: TurnLog, say: Speaker, question: str) -> None:
    """Open an answer to be changed, and say how it reads now."""
    reopen(log, question, ChangeAnswer.command)
    tell_earlier(log, say, question)


def reopen(log: TurnLog, question: str, command: str) -> None:
    """Open a question again; its answer stays until there is another."""
    log.append(StepKind.WENT_BACK, command=command, about=question)


def tell_earlier(log: TurnLog, say: Speaker, question: str) -> None:
    """Say what was answered to a question before; to one that was never asked, nobody goes back."""
    short = log.catalogue.question(question).short
    before = log.state.previous.answers if log.state.previous else {}
    own_name = log.state.own_name if question == "own_name" else None
    answer = own_name or log.state.answers.get(question, before.get(question))
    if answer is not None:
        say("utter_go_back", short=short, answer=stopped(answer))
    elif question in log.state.shown or question in log.state.skipped:
        say("utter_go_back_empty", short=short)
    else:
        say("utter_ask_for_question")
