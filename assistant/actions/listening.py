"""Showing that an answer was heard, before the next question. Source: COACHING, "Talk"."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.adding import dealt_with
from assistant.coaching.mirroring import FIRST_AFTER, LONG_ANSWER, is_due, mirrored
from assistant.coaching.route import holds_answer
from assistant.coaching.wording import quotes
from assistant.records.steps import Step, StepKind


def listen(log: TurnLog, say: Speaker) -> None:
    """Give the member's own words back, about one turn in four; "Mm." after a long answer."""
    answer = _just_answered(log)
    if answer is None or answer.text is None or not holds_answer(log.next, log.catalogue):
        return
    phrase = _phrase(log, answer.text)
    if phrase is not None:
        log.note(StepKind.ASKED, answer.question or log.next, command="mirrored", wording=phrase)
        say("utter_mirror", phrase=phrase)
    elif len(answer.text.split()) >= LONG_ANSWER:
        say("utter_heard")


def _just_answered(log: TurnLog) -> Step | None:
    """The answer that this message was, where it was nothing else; none with a serious sign.

    A number is not given back: it is asked about where that helps. Nor is a sign of progress, which
    would sound as if it were there already.
    """
    only = log.steps[0] if len(log.steps) == 1 else None
    if only is None or only.kind is not StepKind.ANSWERED or only.question in log.state.grave:
        return None
    if not only.question or not holds_answer(only.question, log.catalogue):
        return None
    if not only.text or only.text not in log.message.said:
        return None  # "the same": it was said, and heard, before
    hoped_for = only.question == "progress_signs"
    return None if hoped_for or log.catalogue.question(only.question).kind == "number" else only


def _phrase(log: TurnLog, text: str) -> str | None:
    """What is given back, where it is time for it and no earlier words are quoted anyhow."""
    state, done = log.state, dealt_with(log.state)
    since = done - state.mirrored if state.mirrored is not None else done - FIRST_AFTER
    if quotes(log.next, state) or not is_due(log.record.preparation.id, done, since):
        return None
    return mirrored(text)
