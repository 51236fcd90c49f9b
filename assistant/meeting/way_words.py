"""How a member's sentence changed, in plain lines: as the conversation says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.days import day, weekday_and_day
from assistant.meeting.own_way import AFTER_SENTENCE, OwnStage
from assistant.meeting.way import unchanged
from assistant.texts.texts import Texts


def way_in_words(stages: Sequence[OwnStage], texts: Texts) -> str:
    """The meetings, oldest first, an empty line between them; the member's words in quotes."""
    before: str | None = None
    told = []
    for stage in stages:
        told.append("\n".join(_stage(stage, before, texts)))
        before = stage.sentence or before
    return "\n\n".join(told)


def _stage(stage: OwnStage, before: str | None, texts: Texts) -> Iterator[str]:
    yield texts("way_meeting", day=day(stage.held_on)) + ":"
    if stage.sentence:
        same = f"{texts('way_same')} " if unchanged(before, stage.sentence) else ""
        yield f'{same}"{stage.sentence}"'
    for key in AFTER_SENTENCE:
        text: str | None = getattr(stage, key)
        if text:
            yield f'{texts(f"way_{key}")} "{text}"{_day(stage, texts) if key == "step" else ""}'


def _day(stage: OwnStage, texts: Texts) -> str:
    """The day of the step, to stand after it."""
    said = stage.step_day and texts("record_step_day", day=weekday_and_day(stage.step_day))
    return f" {said}" if said else ""
