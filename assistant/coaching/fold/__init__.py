"""Where a preparation stands: a pure function of its log.

``after(state, step)`` folds one step into the state; ``standing(steps)`` folds a whole log. What a
step does stands in a file for each concept; an arrow points from a file to those it uses::

    commands -> answers, release, sentence
    doubts   -> answers -> release, sentence -> place
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from assistant.coaching.fold.answers import answered, shown, skipped, went_back
from assistant.coaching.fold.commands import asked
from assistant.coaching.fold.doubts import held, settled
from assistant.coaching.fold.release import released, withdrawn
from assistant.coaching.fold.sentence import accepted, offered
from assistant.coaching.state import State
from assistant.records.steps import Step, StepKind

_FOLDS: Mapping[StepKind, Callable[[State, Step], State]] = {
    StepKind.SHOWN: shown,
    StepKind.ANSWERED: answered,
    StepKind.REVISED: answered,
    StepKind.SKIPPED: skipped,
    StepKind.WENT_BACK: went_back,
    StepKind.ASKED: asked,
    StepKind.HELD: held,
    StepKind.SETTLED: settled,
    StepKind.OFFERED: offered,
    StepKind.ACCEPTED: accepted,
    StepKind.RELEASED: released,
    StepKind.WITHDRAWN: withdrawn,
}


def standing(steps: Iterable[Step], state: State | None = None) -> State:
    """Where a preparation stands after these steps, from ``state`` on (default: the start)."""
    state = state or State()
    for step in steps:
        state = after(state, step)
    return state


def after(state: State, step: Step) -> State:
    """Where a preparation stands after one more step."""
    folded = _FOLDS[step.kind](state, step)
    turns = state.turns + (step.said is not None)  # its first step carries the message
    return replace(folded, seq=step.seq or state.seq, turns=turns)
