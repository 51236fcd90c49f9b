"""Where each part of the picture of a way stands (templates/way.svg draws it).

The picture shows at a glance for which meetings the sentence changed and what came of the steps;
the words themselves stand in the table below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.meeting.way import Stage, unchanged
from assistant.texts.texts import Texts

MOST = 7
"""Meetings that fit beside each other on a page; of more, the last ones are drawn."""

_WIDTH, _HEIGHT, _DAY_Y, _SENTENCE_Y, _STEP_Y = 680, 136, 16, 42, 98


@dataclass(frozen=True)
class Mark:
    """One sign: first, changed or same (of the sentence); planned or told (of the step)."""

    kind: str
    label: str
    y: int


@dataclass(frozen=True)
class Point:
    """One meeting: where it stands, and its signs."""

    held_on: date
    day: str
    x: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Picture:
    """The whole picture; lengths in units of the SVG's own."""

    points: tuple[Point, ...]
    width: int = _WIDTH
    height: int = _HEIGHT
    day_y: int = _DAY_Y
    sentence_y: int = _SENTENCE_Y


def way_picture(stages: Sequence[Stage], texts: Texts) -> Picture:
    """The picture of a way of at least one stage."""
    drawn = stages[-MOST:]
    gap = _WIDTH / len(drawn)
    before = (None, *(stage.sentence for stage in drawn))
    return Picture(
        tuple(
            Point(
                held_on=stage.held_on,
                day=f"{stage.held_on.day} {stage.held_on:%b %Y}",
                x=round(gap * (place + 0.5), 1),
                marks=tuple(_marks(stage, before[place], texts)),
            )
            for place, stage in enumerate(drawn)
        )
    )


def _marks(stage: Stage, before: str | None, texts: Texts) -> Iterator[Mark]:
    if stage.sentence:
        kind = _beside(before, stage.sentence)
        yield Mark(kind, texts(f"record_way_{kind}"), _SENTENCE_Y)
    if stage.step:
        kind = "told" if stage.came_of_it else "planned"
        yield Mark(kind, texts(f"record_way_{kind}"), _STEP_Y)


def _beside(before: str | None, now: str) -> str:
    """How the sentence stands to that of the meeting before."""
    if before is None:
        return "first"
    return "same" if unchanged(before, now) else "changed"
