"""A way from meeting to meeting: how the sentence changed, and what came of each step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Stage:
    """One meeting on the way.

    Attributes:
        held_on: the day of the meeting.
        sentence: the problem in one sentence, as it stood for that meeting; None: there is none.
        step: what the member said they would do next; None: there is none.
        came_of_it: what they said, for the following meeting, had come of that step.
    """

    held_on: date
    sentence: str | None = None
    step: str | None = None
    came_of_it: str | None = None

    def says_something(self) -> bool:
        """Whether anything was said for this meeting."""
        return any((self.sentence, self.step, self.came_of_it))


def following(told: Sequence[str | None]) -> tuple[str | None, ...]:
    """What was told at each meeting about the step before it, moved beside that step."""
    return (*told[1:], None)
