"""Whole spoken sessions: ``python benchmarks/spoken.py --data FILE [--sessions N] [--json]``.

A synthetic member with another voice than the assistant's speaks the sessions of a data file
through a virtual microphone, with pauses of 1, 3 and 4 seconds in their answers, with commands, a
correction and, in the second session, devices that disappear; the last session is begun by voice
and finished by typing. What the assistant says is recorded. Needs the Debian packages that .ci/run
names.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from assistant.coaching.fold import standing
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.records.steps import StepKind
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.voice.conversation import talking
from assistant.voice.listen.whisper import Whisper
from assistant.voice.session import SpokenSession
from assistant.voice.sound import resampled
from assistant.voice.turns.ending import Ended
from benchmarks._common import memory_mb, percentile
from benchmarks._sound import MemberVoice, VirtualSound, missing_for_sound
from benchmarks._spoken_member import BenchFace, SpokenMember
from benchmarks.sessions import _new_preparation, _stands_in_record
from benchmarks.speech import word_error

_TYPED_AFTER = 3  # answers of the last session
_LOST_AT = 5  # answers of the second
_LIMIT_S = 1800


async def play_all(sessions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Speak sessions, one after another; benchmarks/README.md says what each figure is."""
    sound, voice = VirtualSound(), MemberVoice()
    os.environ.update(sound.environment)
    rows: list[dict[str, Any]] = []
    memory = 0.0
    models = Settings().models_folder
    voice("Hello.")
    without = memory_mb(os.getpid())  # the member's voice and what measures
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        with closing(Store.open(settings)) as store:
            model = Model(models)
            for number, session in enumerate(sessions):
                last = number == len(sessions) - 1 and number > 0
                options = {
                    "type_after": _TYPED_AFTER if last else None,
                    "lose_at": _LOST_AT if number == 1 and not last else None,
                }
                rows.append(await _play(store, settings, model, sound, voice, session, options))
                memory = max(memory, memory_mb(os.getpid()) - without)
    sound.close()
    return _figures(rows, voice, memory)


async def _play(
    store: Store,
    settings: Settings,
    model: Model,
    sound: VirtualSound,
    voice: MemberVoice,
    session: Mapping[str, Any],
    options: dict[str, int | None],
) -> dict[str, Any]:
    preparation = _new_preparation(store)
    face = BenchFace()
    talk = talking(face, settings)
    with closing(Engine(store, settings, model)) as engine:
        talk.likely = lambda: engine.likely_next(preparation.id)
        spoken = SpokenSession(engine, store, talk, preparation.id)
        sentence = (session.get("ideal_summaries") or ["I have no sentence."])[0]
        member = SpokenMember(talk, face, sound, voice, session["answers"], sentence)
        running = asyncio.create_task(spoken.run())
        conversing = asyncio.create_task(member.converse(**options))
        done, _ = await asyncio.wait(
            {running, conversing}, timeout=_LIMIT_S, return_when=asyncio.FIRST_EXCEPTION
        )
        for task in done:
            task.result()
    steps = store.steps(preparation.id)
    state = standing(steps)
    return {
        "session": session.get("id"),
        "completed": bool(_stands_in_record(store, preparation, state.accepted)),
        "answers": dict(state.answers),
        "expected": session["answers"],
        "member": member,
        "hows": sorted({str(s.how.value) for s in steps if s.how}),
        "stored": sum(step.kind is StepKind.ANSWERED for step in steps),
    }


def _figures(rows: Sequence[dict[str, Any]], voice: MemberVoice, memory: float) -> dict[str, Any]:
    turns = [turn for row in rows for turn in row["member"].turns]
    said, stored, alone = [], [], []
    whisper = Whisper()
    for row in rows:
        for turn in row["member"].turns:
            if turn.key in row["expected"] and turn.key in row["answers"]:
                said.append(turn.said)
                stored.append(row["answers"][turn.key])
                clean = resampled(voice(turn.spoken or turn.said).then(0.5), 16_000).samples
                alone.append(whisper.text(clean).text)
    known = [t for t in turns if t.times and t.ended in {Ended.KEY, Ended.PHRASE}]
    silent = [t for t in turns if t.times and t.ended is Ended.SILENCE]
    return {
        "sessions": len(rows),
        "sessions_completed": sum(row["completed"] for row in rows),
        "answers_spoken": len(turns),
        "answers_stored": len(stored),
        "wer_stored": word_error(said, stored) if said else None,
        "wer_alone": word_error(said, alone) if said else None,
        "cut_offs": sum(turn.cut_off for turn in turns),
        "false_ends": sum(
            turn.ended is Ended.PHRASE and turn.way is not Ended.PHRASE for turn in turns
        ),
        "corrections": sum(row["member"].corrected for row in rows),
        "devices_lost": sum(row["member"].lost_device for row in rows),
        "commands": sum(len(row["member"].commands) for row in rows),
        "after_key_or_phrase_s": _times(known),
        "after_silence_s": _times(silent),
        "memory_mb": memory,
        "rows": [
            {
                "session": row["session"],
                "question": turn.key,
                "way": turn.way.value,
                "ended": turn.ended.value if turn.ended else None,
                "said": turn.said,
                "heard": turn.heard,
                "stored": row["answers"].get(turn.key),
                "times": turn.times,
                "cut_off": turn.cut_off,
            }
            for row in rows
            for turn in row["member"].turns
        ],
    }


def _times(turns: Sequence[Any]) -> dict[str, Any]:
    """p50 and p95 of each part of the time from the end of speech to the first sound."""
    if not turns:
        return {}
    return {
        name: {
            "p50": statistics.median(turn.times[name] for turn in turns),
            "p95": percentile([turn.times[name] for turn in turns], 0.95),
        }
        for name in turns[0].times
    }


def in_words(found: Mapping[str, Any]) -> str:
    """The figures as the tables of docs/voice.md."""
    names = {
        "sessions": "Sessions",
        "sessions_completed": "that end in the meeting record",
        "answers_spoken": "Answers spoken",
        "answers_stored": "stored",
        "cut_offs": "cut off",
        "false_ends": "ended by a phrase that nobody said",
        "commands": "Commands",
        "corrections": "Corrections",
        "devices_lost": "Devices that disappeared",
    }
    lines = ["| What | How many |", "|---|---|"]
    lines += [f"| {words} | {found[name]} |" for name, words in names.items()]
    for key, words in (("wer_stored", "as stored"), ("wer_alone", "the recogniser alone")):
        if found[key] is not None:
            lines.append(f"| Word error, {words} | {found[key]:.1%} |")
    lines += [f"| Memory, MB | {found['memory_mb']:.0f} |", ""]
    lines += ["| Seconds, p50 / p95 | after key or phrase | after silence |", "|---|---|---|"]
    known, silent = found["after_key_or_phrase_s"], found["after_silence_s"]
    for name in known or silent:
        cells = [
            f"{times[name]['p50']:.2f} / {times[name]['p95']:.2f}" if times else "-"
            for times in (known, silent)
        ]
        lines.append(f"| {name.replace('_', ' ')} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def main() -> None:
    """Speak the sessions of a file and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a file with a part `sessions`")
    parser.add_argument("--sessions", type=int, default=4, help="how many of them (default: 4)")
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    asked = parser.parse_args()
    missing = missing_for_sound()
    if missing:
        parser.error(f"not installed: {', '.join(missing)}; .ci/run names the packages")
    sessions = json.loads(asked.data.read_text("utf-8"))["sessions"]
    spoken = [one for one in sessions if one.get("style") == "spoken"] or sessions
    found = asyncio.run(play_all(spoken[: asked.sessions]))
    print(json.dumps(found, indent=2) if asked.json else in_words(found))


if __name__ == "__main__":
    main()
