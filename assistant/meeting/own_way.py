"""How a member's sentence changed, from meeting to meeting: their own view, from their own logs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.coaching.fold import after
from assistant.coaching.items import NEXT_STEP, day_of
from assistant.coaching.state import State
from assistant.meeting.way import Stage, way
from assistant.records.entities import LearningSet, Preparation
from assistant.records.steps import Step
from assistant.records.store import Store

AFTER_SENTENCE = ("step", "likelihood", "came_of_it")
"""What is told of a meeting after its sentence, in this order."""

_STEP, _LIKELIHOOD, _WHAT_HAPPENED = "first_steps", "likelihood", "what_happened"


@dataclass(frozen=True)
class OwnStage(Stage):
    """One meeting, as only the member sees it.

    Attributes:
        likelihood: how likely they said they were to do the step, on a scale of 1 to 10.
    """

    likelihood: str | None = None


@dataclass(frozen=True)
class OwnWay:
    """A member's way in one set, oldest meeting first."""

    set_name: str
    stages: tuple[OwnStage, ...]


def own_ways(store: Store, person_id: str) -> tuple[OwnWay, ...]:
    """A person's ways, one for each set that they prepared for; raises RecordsError."""
    made = [(store.set_of(one.id), one) for one in store.preparations(person_id)]
    ways = (
        OwnWay(learning_set.name, _stages(store, theirs)) for learning_set, theirs in _by_set(made)
    )
    return tuple(each for each in ways if each.stages)


def _by_set(
    made: Iterable[tuple[LearningSet, Preparation]],
) -> Iterable[tuple[LearningSet, list[Preparation]]]:
    sets: dict[str, tuple[LearningSet, list[Preparation]]] = {}
    for learning_set, preparation in made:
        sets.setdefault(learning_set.id, (learning_set, []))[1].append(preparation)
    return sets.values()


def _stages(store: Store, made: Iterable[Preparation]) -> tuple[OwnStage, ...]:
    days = {one.id: store.meeting(one.meeting_id).held_on for one in made}
    in_order = sorted(days, key=days.__getitem__)
    return own_stages((days[made_id], store.steps(made_id)) for made_id in in_order)


def own_stages(logs: Iterable[tuple[date, Iterable[Step]]]) -> tuple[OwnStage, ...]:
    """The stages that a member's logs tell of, each with the day of its meeting, in that order."""
    return way(_told(held_on, steps) for held_on, steps in logs)


def _told(held_on: date, steps: Iterable[Step]) -> tuple[OwnStage, str | None]:
    """A preparation as a stage, and what it says about the last step.

    The sentence is the last one accepted; the rest is what stands since the last new start.
    """
    state, sentence = State(), None
    for step in steps:
        state = after(state, step)
        sentence = state.accepted or sentence
    answers = state.answers
    stage = OwnStage(
        held_on,
        sentence,
        answers.get(_STEP),
        likelihood=answers.get(_LIKELIHOOD),
        step_day=day_of(state, NEXT_STEP),
    )
    return stage, answers.get(_WHAT_HAPPENED)
