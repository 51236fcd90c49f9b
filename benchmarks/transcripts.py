"""Sessions to read: ``python benchmarks/transcripts.py --data FILE --output FOLDER``.

Plays the members of a data file through the engine on the ten-minute route, those of ``--full``
on the full route as well, and all of them again at a second meeting; writes what was said, and no
more, as one Markdown file a member and route.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from assistant.coaching.route import BACK, FULL, TEN
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.store import Store
from assistant.settings import Settings
from benchmarks._member import Member
from benchmarks.sessions import answers_of

_DATA = Path(__file__).parent / "data" / "transcripts.yml"
_TURNS_AT_MOST = 120  # of one session; a member would have left long before
_MEETING = date(2026, 11, 30)
_NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)  # "on Friday" is a day
_UNTIL_NEXT = timedelta(weeks=4)
_TEN_PLEASE = "ten, I'm on a break"


@dataclass(frozen=True)
class Line:
    """One message, and whether the member said it."""

    text: str
    by_member: bool = False


@dataclass(frozen=True)
class Transcript:
    """All that was said in one session; ``route`` is how it was taken."""

    member: str
    route: str
    persona: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.member}-{self.route}.md"


async def transcripts(
    engine: Engine,
    store: Store,
    sessions: Sequence[Mapping[str, Any]],
    in_full: Collection[str] = (),
) -> list[Transcript]:
    """Play the sessions of all members, those of ``in_full`` on the full route as well."""
    rows = yaml.safe_load(_DATA.read_text("utf-8"))
    played = []
    for number, session in enumerate(sessions):
        first, second = (of[number % len(of)] for of in (rows["first"], rows["second"]))
        sentence = (session.get("ideal_summaries") or ["I have no sentence."])[0]
        own, again = {**first, **answers_of(session)}, rows["again"]
        before = _preparation(store, session["id"], TEN)
        ways = [
            (TEN, before, _Reader(own, again, sentence, _TEN_PLEASE)),
            (BACK, _next(store, before), _Reader(second, again, sentence)),
        ]
        if session["id"] in in_full:
            whole = _preparation(store, session["id"], FULL)
            ways.insert(0, (FULL, whole, _Reader(own, again, sentence)))
        for route, preparation, member in ways:
            lines = await _said(engine, preparation, member)
            played.append(Transcript(session["id"], route, session.get("persona", ""), lines))
    return played


class _Reader(Member):
    """A member who, asked again, says it again in other words where there are such."""

    def __init__(
        self,
        answers: Mapping[str, str],
        again: Mapping[str, str],
        own_sentence: str,
        first: str | None = None,
    ) -> None:
        super().__init__(answers, own_sentence, first)
        self._again = dict(again)

    def _remark(self, key: str) -> str:
        return self._again.pop(key, None) or super()._remark(key)


def as_markdown(transcript: Transcript) -> str:
    """A session as plain Markdown: what the member says stands as a quotation."""
    head = f"# {transcript.member}, {_TITLES[transcript.route]}\n\n{transcript.persona}"
    said = [_quoted(each.text) if each.by_member else each.text for each in transcript.lines]
    return "\n\n".join([head.strip(), *said]) + "\n"


_TITLES = {
    TEN: "the ten-minute route",
    FULL: "the full route",
    BACK: "back for the second meeting",
}


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _preparation(store: Store, name: str, route: str) -> str:
    person, learning_set = store.create_person(name), store.create_set("A set")
    store.add_member(person.id, learning_set.id)
    meeting = store.create_meeting(learning_set.id, _MEETING)
    return store.create_preparation(person.id, meeting.id, own_id=_id(name, route)).id


def _id(*parts: str) -> str:
    """The same for the same session: what is varied from preparation to preparation is not."""
    return sha256(" ".join(parts).encode()).hexdigest()[:32]


def _next(store: Store, preparation: str) -> str:
    """The same member's preparation for the meeting after."""
    before = store.preparation(preparation)
    meeting = store.meeting(before.meeting_id)
    after = store.create_meeting(meeting.set_id, meeting.held_on + _UNTIL_NEXT)
    return store.create_preparation(before.person_id, after.id, own_id=_id(before.id, BACK)).id


async def _said(engine: Engine, preparation: str, member: Member) -> tuple[Line, ...]:
    reply = engine.opening(preparation)
    lines = [Line(message) for message in reply.messages]
    for _ in range(_TURNS_AT_MOST):
        if reply.question == "closing":
            break
        typed = member.types(reply)
        reply = await engine.reply(Turn(preparation, typed))
        lines += [Line(typed, by_member=True), *map(Line, reply.messages)]
    return tuple(lines)


async def _played(
    sessions: Sequence[Mapping[str, Any]], in_full: Collection[str]
) -> list[Transcript]:
    models = Settings().models_folder
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        with (
            closing(Store.open(settings)) as store,
            closing(Engine(store, settings, Model(models), lambda: _NOW)) as engine,
        ):
            await engine.load()
            return await transcripts(engine, store, sessions, in_full)


def write(played: Sequence[Transcript], folder: Path) -> Iterator[Path]:
    """Write each transcript into the folder, which is made if need be; yields what is written."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in played:
        path = folder / each.name
        path.write_text(as_markdown(each), "utf-8")
        yield path


def main() -> None:
    """Play the sessions of a file and write what was said."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a file with a part `sessions`")
    parser.add_argument("--output", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--full", nargs="*", default=(), metavar="ID", help="the full route too")
    asked = parser.parse_args()
    try:
        sessions = json.loads(asked.data.read_text("utf-8")).get("sessions", [])
    except (OSError, ValueError, AttributeError) as error:
        parser.error(f"{asked.data} cannot be read as a data file: {error}")
    for path in write(asyncio.run(_played(sessions, asked.full)), asked.output):
        print(path)


if __name__ == "__main__":
    main()
