"""What came of spoken sessions: the figures, and the tables of docs/voice.md."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.voice.listen.whisper import Whisper
from assistant.voice.sound import resampled
from assistant.voice.turns.ending import Ended
from benchmarks._common import percentile
from benchmarks._sound import MemberVoice
from benchmarks._spoken_member import Turn
from benchmarks.speech import word_error

_NAMES: Mapping[str, str] = {
    "sessions": "Sessions",
    "sessions_completed": "that end in the meeting record",
    "answers_spoken": "Answers spoken",
    "answers_stored": "stored",
    "cut_offs": "cut off",
    "false_ends": "ended by a phrase that nobody said",
    "commands": "Commands",
    "corrections": "Corrections",
    "devices_lost": "Times that the devices disappeared in mid-sentence",
    "kept_when_lost": "of which what had been said was kept",
}


@dataclass(frozen=True)
class Played:
    """A session that was spoken.

    Attributes:
        name: its id in the data.
        turns: the answers that were spoken.
        corrections, commands: how many there were.
        kept: for each time that the devices went away, whether what had been said was kept.
        answers: what stands as the answer, by question.
        completed: whether the accepted sentence stands in the meeting record.
    """

    name: str
    turns: Sequence[Turn]
    corrections: int
    commands: int
    kept: Sequence[bool]
    answers: Mapping[str, str]
    completed: bool


def figures(played: Sequence[Played], voice: MemberVoice, memory: float) -> dict[str, Any]:
    """The figures of sessions; benchmarks/README.md says what each is."""
    turns = [turn for each in played for turn in each.turns]
    kept = [kept for each in played for kept in each.kept]
    known = [t for t in turns if t.times and t.ended in {Ended.KEY, Ended.PHRASE}]
    silent = [t for t in turns if t.times and t.ended is Ended.SILENCE]
    return {
        "sessions": len(played),
        "sessions_completed": sum(each.completed for each in played),
        "answers_spoken": len(turns),
        "answers_stored": sum(t.key in each.answers for each in played for t in each.turns),
        **_word_errors(played, voice),
        "cut_offs": sum(turn.cut_off for turn in turns),
        "false_ends": sum(t.ended is Ended.PHRASE and t.way is not Ended.PHRASE for t in turns),
        "corrections": sum(each.corrections for each in played),
        "devices_lost": len(kept),
        "kept_when_lost": sum(kept),
        "commands": sum(each.commands for each in played),
        "after_key_or_phrase_s": times(known),
        "after_silence_s": times(silent),
        "memory_mb": memory,
        "rows": [_row(each, turn) for each in played for turn in each.turns],
    }


def times(turns: Sequence[Turn]) -> dict[str, dict[str, float]]:
    """p50 and p95 of each part of the time from the end of speech to the first sound."""
    return {
        name: {
            "p50": statistics.median(turn.times[name] for turn in turns),
            "p95": percentile([turn.times[name] for turn in turns], 0.95),
        }
        for name in (turns[0].times if turns else ())
    }


def in_words(found: Mapping[str, Any]) -> str:
    """The figures as the tables of docs/voice.md."""
    lines = ["| What | How many |", "|---|---|"]
    lines += [f"| {words} | {found[name]} |" for name, words in _NAMES.items()]
    for key, words in (("wer_stored", "as stored"), ("wer_alone", "the recogniser alone")):
        if found[key] is not None:
            lines.append(f"| Word error, {words} | {found[key]:.1%} |")
    lines += [f"| Memory, MB | {found['memory_mb']:.0f} |", ""]
    lines += ["| Seconds, p50 / p95 | after key or phrase | after silence |", "|---|---|---|"]
    known, silent = found["after_key_or_phrase_s"], found["after_silence_s"]
    for name in known or silent:
        cells = [
            f"{part[name]['p50']:.2f} / {part[name]['p95']:.2f}" if part else "-"
            for part in (known, silent)
        ]
        lines.append(f"| {name.replace('_', ' ')} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def _word_errors(played: Sequence[Played], voice: MemberVoice) -> dict[str, float | None]:
    """Of what stands, and of the recogniser alone, for answers that were spoken to their end."""
    pairs = [
        (turn, each.answers[turn.key])
        for each in played
        for turn in each.turns
        if turn.spoken and turn.key in each.answers
    ]
    if not pairs:
        return {"wer_stored": None, "wer_alone": None}
    said, stored = [turn.said for turn, _ in pairs], [text for _, text in pairs]
    whisper = Whisper()
    alone = [whisper.text(_heard_by_itself(turn, voice)).text for turn, _ in pairs]
    return {"wer_stored": word_error(said, stored), "wer_alone": word_error(said, alone)}


def _heard_by_itself(turn: Turn, voice: MemberVoice) -> Any:
    return resampled(voice(turn.spoken).then(0.5), 16_000).samples


def _row(each: Played, turn: Turn) -> dict[str, Any]:
    return {
        "session": each.name,
        "question": turn.key,
        "way": turn.way.value,
        "ended": turn.ended.value if turn.ended else None,
        "said": turn.said,
        "heard": turn.heard,
        "stored": each.answers.get(turn.key),
        "times": turn.times,
        "cut_off": turn.cut_off,
    }
