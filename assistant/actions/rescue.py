"""Doubt, and how it is settled; misjudgements, and how they are turned round."""

from __future__ import annotations

from typing import Any

from rasa_sdk.utils import all_subclasses

from assistant.actions.command import Command, Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.route import holds_answer
from assistant.coaching.state import DISTRESS, SENTENCE, Last
from assistant.coaching.wording import named_to_do
from assistant.records.steps import StepKind

_A_SENTENCE = 5  # words from which what is said next to a sentence in doubt is a sentence itself


class InDoubt(Command):
    """Neither surely an answer nor surely a command: held, and asked about."""

    command = "in_doubt"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Hold the message; the form asks what it was.

        Where nothing is asked that words could answer, there is nothing to hold them for.
        """
        if can_be_held(log):
            log.append(StepKind.HELD, command=judgement.get("command") or "skip_question")
        else:
            self.asked(log)
            say("utter_was_command_which")


class WasAnswer(Command):
    """The message taken as a command was an answer."""

    command = "was_answer"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Keep the earlier message as the answer to the question that was open then."""
        if log.state.held:
            settle_as_answer(log)
            return
        last = log.state.last
        if _is_marked(log):
            _unmark(log)
            say("utter_was_answer_unmarked")
            return
        if log.answered or last is None or last.answered or not _could_answer(last, log):
            self.asked(log)
            say("utter_was_answer_nothing")
            return
        text = last.said.strip()
        log.append(StepKind.SETTLED, last.question, text=text, command=last.command)
        say("utter_was_answer", answer=text)


class WasCommand(Command):
    """The message taken as an answer was a command."""

    command = "was_command"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Take the message out of the answers and do what it would have been."""
        if log.state.held:
            settle_as_command(log, say, judgement)
            return
        last = log.state.last
        if log.answered or last is None or not last.answered:
            self.asked(log)
            say("utter_was_command_nothing")
            return
        log.append(StepKind.SETTLED, last.question, command=last.command)
        say("utter_was_command")
        _obey(last.command, log, say, judgement)


def can_be_held(log: TurnLog) -> bool:
    """Whether the message could be an answer at all: to a question, or as a sentence."""
    return bool(log.message.words) and _takes_words(log.beneath, log)


def settle_as_answer(log: TurnLog, more: str = "") -> None:
    """The held message is the answer, with what this message adds to it.

    A sentence is one sentence: another one takes its place.
    """
    held = log.state.held
    if held and held.question == SENTENCE and len(more.split()) >= _A_SENTENCE:
        log.append(StepKind.SETTLED, SENTENCE, text=more, command=held.command)
    elif held:
        text = "\n".join(part for part in (held.said.strip(), more) if part)
        log.append(StepKind.SETTLED, held.question, text=text, command=held.command)


def settle_as_command(log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
    """The held message was no answer: do what was named when it was asked about."""
    held = log.state.held
    if held:
        log.append(StepKind.SETTLED, held.question, command=held.command)
        if named_to_do(held.command, log.catalogue):
            _obey(held.command, log, say, judgement)


def _obey(command: str | None, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
    for kind in all_subclasses(Command):
        if kind.command == command and kind not in (WasAnswer, WasCommand):
            kind().carry_out(log, say, judgement)
            return
    say("utter_was_command_which")


def _is_marked(log: TurnLog) -> bool:
    """Whether the message before was kept as an answer that tells of others at risk."""
    last = log.state.last
    return (
        not log.answered
        and last is not None
        and last.answered
        and last.command not in DISTRESS
        and last.question in log.state.grave
    )


def _unmark(log: TurnLog) -> None:
    """Keep it as an ordinary answer: nobody is at risk, the member says."""
    last = log.state.last
    if last is not None:
        text = log.state.answers[last.question]
        log.append(StepKind.SETTLED, last.question, text=text, command=last.command)


def _could_answer(last: Last, log: TurnLog) -> bool:
    return bool(last.said.strip()) and _takes_words(last.question, log)


def _takes_words(question: str, log: TurnLog) -> bool:
    return question == "summary" or holds_answer(question, log.catalogue)
