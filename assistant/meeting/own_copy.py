"""A member's own copy: everything that they have said, as the log of their preparations has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from assistant.catalogue import Catalogue
from assistant.meeting.own_way import OwnWay, own_ways
from assistant.meeting.rounds import Round, rounds
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store


@dataclass(frozen=True)
class PassedOn:
    """Something that the member passed on to the set.

    Attributes:
        item: key of what was passed on.
        text: the wording that the member saw.
        released_at: when, in UTC.
        withdrawn_at: when it was taken back, in UTC; None while it stands.
        day: the day of the step, as it was seen beside it; None: there was none.
    """

    item: str
    text: str
    released_at: datetime
    withdrawn_at: datetime | None
    day: date | None = None


@dataclass(frozen=True)
class PreparationCopy:
    """One preparation.

    Attributes:
        set_name: whose meeting it is for.
        word: what that set calls the place where its members work; None: it has not said.
        held_on: the day of that meeting.
        started_at: when it was begun, in UTC.
        rounds: the rounds of questions, the present one last.
        passed_on: what was passed on, in that order.
        log: every entry of the log, as it stands.
    """

    set_name: str
    word: str | None
    held_on: date
    started_at: datetime
    rounds: tuple[Round, ...]
    passed_on: tuple[PassedOn, ...]
    log: tuple[Step, ...]


@dataclass(frozen=True)
class OwnCopy:
    """All of a member's preparations, oldest first, and how their sentence changed in each set."""

    member: str
    written_on: date
    ways: tuple[OwnWay, ...]
    preparations: tuple[PreparationCopy, ...]


def own_copy(store: Store, person_id: str, catalogue: Catalogue, today: date) -> OwnCopy:
    """Everything of this person; raises RecordsError."""
    return OwnCopy(
        member=store.person(person_id).name,
        written_on=today,
        ways=own_ways(store, person_id),
        preparations=tuple(
            _preparation(store, made, catalogue) for made in store.preparations(person_id)
        ),
    )


def _preparation(store: Store, made: Preparation, catalogue: Catalogue) -> PreparationCopy:
    steps, group = store.steps(made.id), store.set_of(made.id)
    return PreparationCopy(
        set_name=group.name,
        word=group.word,
        held_on=store.meeting(made.meeting_id).held_on,
        started_at=made.started_at,
        rounds=rounds(steps, catalogue.with_word(group.word)),
        passed_on=_passed_on(steps),
        log=steps,
    )


def _passed_on(steps: Sequence[Step]) -> tuple[PassedOn, ...]:
    """What was passed on; passing an item on anew takes the earlier wording back."""
    items: list[PassedOn] = []
    standing: dict[str, int] = {}
    for step in steps:
        if step.about is None or step.kind not in (StepKind.RELEASED, StepKind.WITHDRAWN):
            continue
        if step.about in standing:
            at = standing.pop(step.about)
            items[at] = replace(items[at], withdrawn_at=step.at)
        if step.kind is StepKind.RELEASED and step.text is not None:
            standing[step.about] = len(items)
            items.append(PassedOn(step.about, step.text, step.at, None, _day(step)))
    return tuple(items)


def _day(step: Step) -> date | None:
    """The day that was passed on with the next step."""
    try:
        return date.fromisoformat(step.command or "")
    except ValueError:
        return None
