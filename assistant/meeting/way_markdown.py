"""How a member's sentence changed, as Markdown for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.days import day, weekday_and_day
from assistant.meeting.markdown import document, emphasised, heading, quoted
from assistant.meeting.own_way import AFTER_SENTENCE, OwnStage, OwnWay
from assistant.meeting.way import unchanged
from assistant.texts.texts import Texts


def ways_markdown(ways: Sequence[OwnWay], texts: Texts) -> str:
    """The whole view as a document; where there is nothing yet, it says so."""
    said = ways_blocks(ways, texts, level=2)
    about = texts("way_about") if ways else texts("way_nothing")
    return document(heading(1, texts("way_title")), about, *said)


def ways_blocks(ways: Sequence[OwnWay], texts: Texts, *, level: int) -> Iterator[str]:
    """The sets, each under a heading of this level, and their meetings below it."""
    for one in ways:
        yield heading(level, one.set_name)
        before: str | None = None
        for stage in one.stages:
            yield heading(level + 1, texts("way_meeting", day=day(stage.held_on)))
            yield from _stage(stage, before, texts)
            before = stage.sentence or before


def _stage(stage: OwnStage, before: str | None, texts: Texts) -> Iterator[str]:
    if unchanged(before, stage.sentence):
        yield emphasised(texts("way_same"))
    if stage.sentence:
        yield quoted(stage.sentence)
    for key in AFTER_SENTENCE:
        text: str | None = getattr(stage, key)
        if text:
            yield emphasised(texts(f"way_{key}"))
            yield quoted(text)
            if key == "step" and stage.step_day:
                yield emphasised(texts("record_step_day", day=weekday_and_day(stage.step_day)))
