"""The first words of a session; they need the log and the catalogue, and no model."""

from __future__ import annotations

from assistant.actions.turn_log import TurnLog
from assistant.coaching.wording import asking
from assistant.records.steps import StepKind


def opening(log: TurnLog) -> list[str]:
    """What to say before the member says anything; notes the question as shown."""
    texts = log.catalogue
    wording = asking(log.state, texts)
    greeting = "utter_orientation" if log.state.open is None else "utter_welcome_back"
    log.note(StepKind.SHOWN, log.next, wording=wording)
    return [texts.text(greeting), *_revisited(log), wording]


def _revisited(log: TurnLog) -> list[str]:
    """The earlier answer, where the member was about to change it."""
    key = log.state.revisiting
    if key is None or key not in log.state.answers:
        return []
    short = log.catalogue.question(key).short
    return [log.catalogue.text("utter_go_back", short=short, answer=log.state.answers[key])]
