"""Speech to text: ``python benchmarks/speech.py --data DIR [--json] [--noise] [--model NAME]``.

``DIR`` holds recordings (.wav) and what is said in each (.txt of the same name). Numbers and
spellings are made alike by whisper-normalizer before words are compared by jiwer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import time
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
from whisper_normalizer.english import EnglishTextNormalizer

from assistant.voice.devices.microphone import Microphone
from assistant.voice.devices.problem import LOST, DeviceProblem
from assistant.voice.listen.ears import Ears
from assistant.voice.listen.watcher import Watcher
from assistant.voice.listen.whisper import TINY, Whisper
from assistant.voice.sound import Samples, Sound
from assistant.voice.turns.patience import Patience
from assistant.voice.windows import WINDOW
from benchmarks._common import memory_mb
from benchmarks._noise import NOISES, noise, with_noise
from benchmarks._sound import read_for_hearing

_DB = (20, 10, 5)
_NOISE_S = 120  # of each of five noises: ten minutes

alike = EnglishTextNormalizer()


def word_error(said: Sequence[str], heard: Sequence[str]) -> float:
    """Wrong words by words said, numbers and spellings made alike."""
    return float(jiwer.wer([alike(one) or "-" for one in said], [alike(one) for one in heard]))


def clips(folder: Path) -> list[tuple[str, Sound, str]]:
    """Name, sound and words of each recording of a folder that has a text beside it."""
    return [
        (file.stem, read_for_hearing(file), file.with_suffix(".txt").read_text("utf-8").strip())
        for file in sorted(folder.glob("*.wav"))
        if file.with_suffix(".txt").exists()
    ]


def measure(folder: Path, model: str) -> dict[str, Any]:
    """Recognise every recording; benchmarks/README.md says what each figure is."""
    whisper = Whisper(model)
    started = time.perf_counter()
    whisper.load()
    load_s = time.perf_counter() - started
    rows = [_row(whisper, *clip) for clip in clips(folder)]
    seconds = sum(row["seconds"] for row in rows)
    return {
        "wer": word_error([row["said"] for row in rows], [row["heard"] for row in rows]),
        "rtf": sum(row["taken_s"] for row in rows) / seconds,
        "load_s": load_s,
        "rss_mb": memory_mb(os.getpid()),
        "clips": rows,
    }


def _row(whisper: Whisper, name: str, sound: Sound, said: str) -> dict[str, Any]:
    started = time.perf_counter()
    heard = whisper.text(sound.samples).text
    taken = time.perf_counter() - started
    return {
        "clip": name,
        "seconds": sound.seconds,
        "taken_s": taken,
        "wer": word_error([said], [heard]),
        "said": said,
        "heard": heard,
    }


def measure_noise(folder: Path, model: str) -> dict[str, Any]:
    """Word error with the noise of a room, and what is made of noise alone."""
    whisper = Whisper(model)
    made = clips(folder)
    said = [words for _, _, words in made]
    return {
        "wer_at_db": {
            str(db): word_error(
                said, [whisper.text(with_noise(sound.samples, db)).text for _, sound, _ in made]
            )
            for db in _DB
        },
        "heard_in_noise": {
            name: asyncio.run(_heard(whisper, noise(name, _NOISE_S))) for name in NOISES
        },
        "noise_s": _NOISE_S * len(NOISES),
    }


class _Recorded(Microphone):
    """A microphone that hears a recording, as fast as it is listened to."""

    def __init__(self, samples: Samples) -> None:
        super().__init__()
        self._samples = samples

    async def open(self) -> None:
        """Nothing to open."""

    async def windows(self) -> AsyncGenerator[Samples, None]:
        """The recording, then the end of it."""
        for window in self._samples[: len(self._samples) // WINDOW * WINDOW].reshape(-1, WINDOW):
            yield window
            await asyncio.sleep(0)
        raise DeviceProblem("microphone", LOST)


async def _heard(whisper: Whisper, samples: Samples) -> list[str]:
    """What a spoken session would take for answers."""
    found: list[str] = []
    microphone = _Recorded(np.asarray(samples))
    ears = Ears(microphone, whisper)
    try:
        while True:
            found.append((await ears.answer(Patience(), Watcher())).text)
    except DeviceProblem:
        return found
    finally:
        ears.close()


def in_words(found: dict[str, Any]) -> str:
    """The figures as the tables of docs/voice.md."""
    lines = [
        "| Word error | Seconds of work a second of speech | Load, s | Memory, MB |",
        "|---|---|---|---|",
        f"| {found['wer']:.1%} | {found['rtf']:.2f} | {found['load_s']:.1f} "
        f"| {found['rss_mb']:.0f} |",
        "",
        "| Clip | Seconds | Taken, s | Word error |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {row['clip']} | {row['seconds']:.1f} | {row['taken_s']:.2f} | {row['wer']:.1%} |"
        for row in found["clips"]
    ]
    if "wer_at_db" in found:
        at_db = found["wer_at_db"]
        lines += ["", "| " + " | ".join(f"Noise at {db} dB" for db in at_db) + " |"]
        lines += ["|---" * len(at_db) + "|"]
        lines += ["| " + " | ".join(f"{wer:.1%}" for wer in at_db.values()) + " |", ""]
        heard = {name: texts for name, texts in found["heard_in_noise"].items() if texts}
        lines.append(f"Heard in {found['noise_s'] / 60:.0f} minutes of noise: {heard or 'nothing'}")
    return "\n".join(lines)


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a folder of .wav with .txt")
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    parser.add_argument("--noise", action="store_true", help="with noise, and noise alone, too")
    parser.add_argument("--model", default=TINY, help="another model, as ASSISTANT_RECOGNISER")
    asked = parser.parse_args()
    if not clips(asked.data):
        parser.error(f"{asked.data} holds no .wav with a .txt of the same name")
    found = measure(asked.data, asked.model)
    if asked.noise:
        found.update(measure_noise(asked.data, asked.model))
    print(json.dumps(found, indent=2) if asked.json else in_words(found))


if __name__ == "__main__":
    main()
