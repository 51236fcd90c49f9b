"""A whole session as a picture: ``python benchmarks/walk_through.py --output FILE.svg [--text]``.

Plays the session of ``data/walk_through.yml`` through the engine, and draws what was said; the
document's picture is docs/walk-through.svg.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import textwrap
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.meeting.record import meeting_record
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.texts.texts import texts

_DATA = Path(__file__).parent / "data"
_TURNS_AT_MOST = 60
_DAY = date(2026, 12, 1)
_NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
_ID = "0" * 32  # what is varied is varied by it, so the picture is the same each time

_WIDTH, _BUBBLE, _SIZE, _LEADING, _PAD, _GAP = 760, 560, 16, 22, 12, 10  # pixels
_COLUMNS = 66  # characters that fit a bubble in any common font of that size

MEMBER, ASSISTANT, RECORD, HEADING = "member", "assistant", "record", "heading"


@dataclass(frozen=True)
class Said:
    """Something that was said, or shown: by whom (member, assistant, record, heading), and what."""

    who: str
    text: str


@dataclass(frozen=True)
class Bubble:
    """Where it stands in the picture; lengths in pixels."""

    who: str
    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int


async def walk_through(engine: Engine, store: Store, script: Mapping[str, Any]) -> list[Said]:
    """Play the session, and read what the set then sees."""
    person, learning_set = store.create_person("Asha"), store.create_set("Tuesday set")
    store.add_member(person.id, learning_set.id)
    meeting = store.create_meeting(learning_set.id, _DAY)
    preparation = store.create_preparation(person.id, meeting.id, own_id=_ID).id
    said = [Said(HEADING, script["title"])]
    waiting = {key: list(messages) for key, messages in script["messages"].items()}
    reply = engine.opening(preparation)
    for _ in range(_TURNS_AT_MOST):
        said += [Said(ASSISTANT, message) for message in reply.messages]
        if reply.question == "closing":
            break
        messages = waiting.get(reply.question)
        typed = messages.pop(0) if messages else "skip"
        said.append(Said(MEMBER, typed))
        reply = await engine.reply(Turn(preparation, typed))
    record = meeting_record(store, meeting, catalogue(), texts("meeting"), _DAY)
    said.append(Said(HEADING, script["sees"]))
    for member in record.members:
        items = "\n\n".join(f"{item.title}\n“{item.text}”" for item in member.items)
        said.append(Said(RECORD, f"{member.place} · {member.name}\n\n{items}"))
    return said


def drawn(said: Sequence[Said], script: Mapping[str, Any]) -> str:
    """The picture, as SVG that loads nothing."""
    bubbles = _bubbles(said)
    environment = Environment(
        loader=FileSystemLoader(_DATA),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("walk_through.jinja").render(
        bubbles=bubbles,
        title=script["title"],
        about=script["about"],
        width=_WIDTH,
        height=bubbles[-1].y + bubbles[-1].height + _GAP,
        size=_SIZE,
        leading=_LEADING,
        pad=_PAD,
    )


def in_words(said: Sequence[Said]) -> str:
    """The session as plain text, what the member typed after ">"."""
    return "\n\n".join(f"> {one.text}" if one.who == MEMBER else one.text for one in said) + "\n"


def _bubbles(said: Sequence[Said]) -> list[Bubble]:
    bubbles: list[Bubble] = []
    y = _GAP
    for one in said:
        lines = tuple(line for text in one.text.split("\n") for line in _wrapped(text))
        height = 2 * _PAD + _LEADING * len(lines) - (_LEADING - _SIZE)
        x = _WIDTH - _BUBBLE - _GAP if one.who == MEMBER else _GAP
        bubbles.append(Bubble(one.who, lines, x, y, _BUBBLE, height))
        y += height + _GAP
    return bubbles


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _COLUMNS) or [""]


async def _played(script: Mapping[str, Any]) -> list[Said]:
    models = Settings().models_folder
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        with (
            closing(Store.open(settings)) as store,
            closing(Engine(store, settings, Model(models), lambda: _NOW)) as engine,
        ):
            await engine.load()
            return await walk_through(engine, store, script)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, help="the picture, an .svg file")
    parser.add_argument("--text", action="store_true", help="print the session as text")
    asked = parser.parse_args()
    if not asked.output and not asked.text:
        parser.error("say where the picture goes (--output), or ask for --text")
    script = yaml.safe_load((_DATA / "walk_through.yml").read_text("utf-8"))
    said = asyncio.run(_played(script))
    if asked.output:
        asked.output.write_text(drawn(said, script), "utf-8")
    if asked.text:
        sys.stdout.write(in_words(said))


if __name__ == "__main__":
    main()
