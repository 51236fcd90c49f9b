"""What a step does to a message in doubt, and how a misjudgement is turned round."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from assistant.coaching.fold.answers import answered
from assistant.coaching.fold.place import spoken
from assistant.coaching.state import NOTHING, SENTENCE, Held, Last, State
from assistant.records.steps import Step


def held(state: State, step: Step) -> State:
    """A message is neither answer nor command until the next one settles it."""
    if step.question is None or step.said is None:
        return state
    held = Held(step.question, step.said, step.command or "skip_question")
    chosen = state.chosen if step.question in state.chosen else ()
    return replace(spoken(state, step), held=held, aside=None, chosen=chosen)


def settled(state: State, step: Step) -> State:
    """Doubt settled, or a misjudgement turned round.

    With a text, the message is the answer to ``question`` after all; without one, it is taken
    out of the answers again, and what stood there before comes back.
    """
    key = step.question
    if key is None:
        return replace(spoken(state, step), held=None)
    last = state.last
    settled = replace(state, held=None, aside=None)
    if step.text is not None:
        return answered(settled, step)
    if state.held is None and last is not None and last.answered:
        settled = _taken_out(settled, key, last)
    return spoken(settled, step)


def _taken_out(state: State, key: str, last: Last) -> State:
    """The question as it was before this answer, and open again."""
    state = replace(
        state,
        skipped=state.skipped | {key} if last.skipped_before else state.skipped,
        grave=state.grave | {key} if last.grave_before else state.grave - {key},
        revisiting=key,
        chosen=(),
    )
    if key == SENTENCE:
        return replace(state, offered=last.before)
    if key == "person":
        return replace(state, revisiting=None, chosen=(), decided=NOTHING)
    answers = {**state.answers, key: last.before}
    known = {each: text for each, text in answers.items() if text is not None}
    return replace(state, answers=MappingProxyType(known))
