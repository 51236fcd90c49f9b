"""What every step does to the place in the conversation."""

from __future__ import annotations

from dataclasses import replace

from assistant.coaching.state import SENTENCE, Last, State
from assistant.records.steps import How, Step


def spoken(state: State, step: Step, *, answered: bool = False) -> State:
    """Remember the member's message of this step, if it has one."""
    if step.said is None or step.question is None:
        return state
    before = state.offered if step.question == SENTENCE else state.answers.get(step.question)
    last = Last(
        question=step.question,
        said="" if step.how is How.CHOSEN else step.said,
        command=step.command,
        answered=answered,
        before=before if answered else None,
        skipped_before=step.question in state.skipped,
        grave_before=step.question in state.grave,
    )
    return replace(state, last=last, paused=False, listed=False, route_asked=False)


def leave(state: State, key: str) -> State:
    """The question is dealt with: back leads here, and what was revisited is left."""
    trail = state.trail if key in state.trail else (*state.trail, key)
    return replace(state, trail=trail, revisiting=None, variation="", aside=None)
