"""A way from meeting to meeting: how the sentence changed, and what came of each step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar


@dataclass(frozen=True)
class Stage:
    """One meeting on the way.

    Attributes:
        held_on: the day of the meeting.
        sentence: the problem in one sentence, as it stood for that meeting; None: there is none.
        step: what the member said they would do next; None: there is none.
        came_of_it: what they said, for a later meeting, had come of that step.
        step_day: the day of that step; None: no day was named.
    """

    held_on: date
    sentence: str | None = None
    step: str | None = None
    came_of_it: str | None = None
    step_day: date | None = field(default=None, kw_only=True)


AnyStage = TypeVar("AnyStage", bound=Stage)


def way(told: Iterable[tuple[AnyStage, str | None]]) -> tuple[AnyStage, ...]:
    """The stages, oldest first, without those for which nothing was said.

    Beside each stage comes what was said at that meeting about the last step: it goes to the
    stage of that step.
    """
    stages: list[AnyStage] = []
    for stage, of_last_step in told:
        if of_last_step and stages:
            at = _of_last_step(stages)
            stages[at] = replace(stages[at], came_of_it=of_last_step)
        if stage.sentence or stage.step:
            stages.append(stage)
    return tuple(stages)


def _of_last_step(stages: Sequence[Stage]) -> int:
    with_step = [at for at, stage in enumerate(stages) if stage.step]
    return with_step[-1] if with_step else len(stages) - 1


def unchanged(before: str | None, now: str | None) -> bool:
    """Whether a sentence says the same as the one before it, word for word."""
    return before is not None and now is not None and before.split() == now.split()
