"""Whole spoken sessions: ``python benchmarks/spoken.py --data FILE [--route R] [--long] [--json]``.

A synthetic member with another voice than the assistant's speaks the sessions of a data file
through a virtual microphone, with pauses of 1, 3 and 4 seconds in their answers, with commands, a
correction, and devices that disappear in mid-sentence; the last session is begun by voice and
finished by typing. What the assistant says is recorded. With ``--long``, one answer of a minute and
a half instead. Needs the Debian packages that .ci/run names.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.coaching.fold import standing
from assistant.coaching.route import FIVE, FULL, ROUTES, TEN
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.voice.conversation import talking
from assistant.voice.session import SpokenSession
from benchmarks._bench_face import BenchFace
from benchmarks._common import memory_mb
from benchmarks._sound import MemberVoice, VirtualSound, missing_for_sound
from benchmarks._spoken_figures import Played, figures, in_words, times
from benchmarks._spoken_member import Course, SpokenMember
from benchmarks.sessions import _new_preparation, _stands_in_record, answers_of

_CHOOSING = {FIVE: "Five minutes, please.", TEN: "Ten minutes, please.", FULL: ""}
_LOST_AT, _TYPED_AFTER = 5, 3  # answers
_LONG_S = 90.0
_LIMIT_S = 1800


@dataclass
class Room:
    """Where the sessions take place: virtual devices, records, a model.

    Attributes:
        longest: the longest answer of the sessions.
        memory_mb: the most memory that a session took, without the member's voice.
    """

    sound: VirtualSound
    voice: MemberVoice
    store: Store
    settings: Settings
    model: Model
    longest: str
    memory_mb: float = 0.0
    _without: float = field(init=False)

    def __post_init__(self) -> None:
        self.voice(self.longest)  # the member's voice keeps what its longest text took
        self._without = memory_mb(os.getpid())  # the member's voice and what measures

    @contextmanager
    def session(
        self, preparation: Preparation, session: Mapping[str, Any]
    ) -> Iterator[tuple[SpokenSession, SpokenMember]]:
        """A spoken sitting, and the member who speaks."""
        gc.collect()  # the recogniser of the session before is not to count as this one's
        face = BenchFace()
        talk = talking(face, self.settings)
        with closing(Engine(self.store, self.settings, self.model)) as engine:
            talk.likely = lambda: engine.likely_next(preparation.id)
            spoken = SpokenSession(engine, self.store, talk, preparation.id)
            sentence = (session.get("ideal_summaries") or ["I have no sentence."])[0]
            yield (
                spoken,
                SpokenMember(talk, face, self.sound, self.voice, answers_of(session), sentence),
            )
            self.memory_mb = max(self.memory_mb, memory_mb(os.getpid()) - self._without)


@contextmanager
def room(sessions: Sequence[Mapping[str, Any]]) -> Iterator[Room]:
    """A room of its own for these sessions, and gone afterwards."""
    longest = max((text for each in sessions for text in answers_of(each).values()), key=len)
    models = Settings().models_folder
    sound = VirtualSound()
    os.environ.update(sound.environment)
    with tempfile.TemporaryDirectory() as home, closing(sound):
        settings = Settings(home=Path(home))
        with closing(Store.open(settings)) as store:
            yield Room(sound, MemberVoice(), store, settings, Model(models), longest)


async def play_all(sessions: Sequence[Mapping[str, Any]], route: str) -> dict[str, Any]:
    """Speak sessions, one after another; benchmarks/README.md says what each figure is."""
    played = []
    with room(sessions) as here:
        await here.model.ready()
        for number, session in enumerate(sessions):
            is_last = number == len(sessions) - 1 and number > 0
            way = {"type_after": _TYPED_AFTER} if is_last else {"lose_at": _LOST_AT}
            started = time.monotonic()
            played.append(await _play(here, session, Course(_CHOOSING[route], **way)))
            told = f"{played[-1].name}: {time.monotonic() - started:.0f} s"
            print(told, file=sys.stderr, flush=True)
        return figures(played, here.voice, here.memory_mb)


async def _play(here: Room, session: Mapping[str, Any], course: Course) -> Played:
    preparation = _new_preparation(here.store)
    with here.session(preparation, session) as (spoken, member):
        await _both(spoken.run(), member.converse(course))
    state = standing(here.store.steps(preparation.id))
    completed = _stands_in_record(here.store, preparation, state.accepted)
    return Played(
        str(session.get("id")),
        member.turns,
        member.corrected,
        len(member.commands),
        member.kept,
        dict(state.answers),
        completed,
    )


async def play_long(session: Mapping[str, Any]) -> dict[str, Any]:
    """Speak one long answer; how long it was, and the time to the first sound after it."""
    with room([session]) as here:
        await here.model.ready()
        text = _long(list(answers_of(session).values()), here.voice)
        with here.session(_new_preparation(here.store), session) as (spoken, member):
            await _both(spoken.run(), member.answer_at_length(text))
        return {"seconds": here.voice(text).seconds, "after_key_s": times(member.turns)}


def _long(answers: Sequence[str], voice: MemberVoice) -> str:
    """So many answers in a row, a breath between them, that they last long enough."""
    said, number = answers[0], 1
    while voice(said).seconds < _LONG_S:
        said += f" [1] {answers[number % len(answers)]}"
        number += 1
    return said


async def _both(*running: Any) -> None:
    tasks = {asyncio.ensure_future(each) for each in running}
    done, late = await asyncio.wait(tasks, timeout=_LIMIT_S, return_when=asyncio.FIRST_EXCEPTION)
    for task in late:
        task.cancel()
    for task in done:
        task.result()
    if late:
        raise RuntimeError("the session did not come to its end")


def _long_in_words(found: Mapping[str, Any]) -> str:
    lines = [f"| Seconds after a key, an answer of {found['seconds']:.0f} s | |", "|---|---|"]
    parts = found["after_key_s"].items()
    return "\n".join([*lines, *(f"| {n.replace('_', ' ')} | {t['p50']:.2f} |" for n, t in parts)])


def main() -> None:
    """Speak the sessions of a file and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a file with a part `sessions`")
    parser.add_argument("--sessions", type=int, default=4, help="how many of them (default: 4)")
    parser.add_argument("--route", choices=ROUTES, default=TEN, help="how long it is to take")
    parser.add_argument("--long", action="store_true", help="one answer of 90 s instead")
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    asked = parser.parse_args()
    missing = missing_for_sound()
    if missing:
        parser.error(f"not installed: {', '.join(missing)}; .ci/run names the packages")
    sessions = json.loads(asked.data.read_text("utf-8"))["sessions"]
    spoken = [one for one in sessions if one.get("style") == "spoken"] or sessions
    if asked.long:
        found, words = asyncio.run(play_long(spoken[0])), _long_in_words
    else:
        found = asyncio.run(play_all(spoken[: asked.sessions], asked.route))
        words = in_words
    print(json.dumps(found, indent=2) if asked.json else words(found))


if __name__ == "__main__":
    main()
