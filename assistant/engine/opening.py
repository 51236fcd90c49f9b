"""The first words of a session; they need the log and the catalogue, and no model."""

from __future__ import annotations

from dataclasses import replace

from assistant.actions.turn_log import TurnLog
from assistant.coaching.quoting import in_a_list, stopped
from assistant.coaching.wording import asking
from assistant.records.steps import StepKind


def opening(log: TurnLog) -> list[str]:
    """What to say before the member says anything; notes the question as shown."""
    texts = log.catalogue
    # Whoever comes back is not paused any more, and has not read the question in this sitting.
    wording = asking(replace(log.state, paused=False, open=None), texts)
    greeting = _first_words(log) if log.state.open is None else [texts.text("utter_welcome_back")]
    log.note(StepKind.SHOWN, log.next, wording=wording)
    return [*greeting, *_revisited(log), wording]


def _first_words(log: TurnLog) -> list[str]:
    """Who this is; to whoever comes back, what they wrote for the meeting before."""
    texts, previous = log.catalogue, log.state.previous
    if previous is None:
        return [texts.text("utter_orientation")]
    keys = [key for key in texts.parts("worksheet", "good_questions") if key in previous.answers]
    lines = [f'- {texts.question(k).short}: "{in_a_list(previous.answers[k])}"' for k in keys]
    shown = [texts.text("utter_last_worksheet", answers="\n".join(lines))] if keys else []
    changed = [texts.text("utter_can_ask_how_changed")] if previous.sentences > 1 else []
    return [texts.text("utter_orientation_back"), *shown, *changed]


def _revisited(log: TurnLog) -> list[str]:
    """The earlier answer, where the member was about to change it."""
    key = log.state.revisiting
    if key is None or key not in log.state.answers:
        return []
    short = log.catalogue.question(key).short
    answer = stopped(log.state.answers[key])
    return [log.catalogue.text("utter_go_back", short=short, answer=answer)]
