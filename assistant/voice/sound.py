"""Sound in memory: samples and their rate."""

from __future__ import annotations

import math
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
"""One channel of 16-bit samples, shape (n,)."""

SILENT_DB = -96.0
"""The level of nothing at all, in decibels below full scale."""

_FULL_SCALE = 32768.0


@dataclass(frozen=True)
class Sound:
    """Samples, and how many of them make a second."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate

    def then(self, pause_s: float) -> Sound:
        """The same with silence after it."""
        pause = np.zeros(int(pause_s * self.rate), np.int16)
        return Sound(np.concatenate([self.samples, pause]), self.rate)

    def at_volume(self, volume: float) -> Sound:
        """The same, softer: ``volume`` from 0 to 1."""
        return Sound((self.samples * min(max(volume, 0.0), 1.0)).astype(np.int16), self.rate)


def read_wav(file: Path) -> Sound:
    """Read a WAV file of one channel and 16 bits. Raises OSError, EOFError, wave.Error."""
    with wave.open(str(file), "rb") as opened:
        frames = opened.readframes(opened.getnframes())
        return Sound(np.frombuffer(frames, np.int16), opened.getframerate())


def as_floats(samples: Samples) -> NDArray[np.float32]:
    """The samples between -1 and 1."""
    return samples.astype(np.float32) / np.float32(_FULL_SCALE)


def level_db(samples: Samples) -> float:
    """How loud it is: root mean square in decibels below full scale, SILENT_DB at least."""
    if not len(samples):
        return SILENT_DB
    loudness = math.sqrt(float(np.mean(as_floats(samples) ** 2)))
    return max(20 * math.log10(loudness), SILENT_DB) if loudness else SILENT_DB


class Resampler:
    """Turns a stream of samples of one rate into a stream of another."""

    def __init__(self, from_rate: int, to_rate: int) -> None:
        """Between these rates, in samples a second."""
        self._same = from_rate == to_rate
        self._from_rate = from_rate
        if not self._same:
            from av.audio.resampler import AudioResampler  # comes with the recogniser

            self._resampler: Any = AudioResampler(format="s16", layout="mono", rate=to_rate)

    def __call__(self, samples: Samples) -> Samples:
        """What of the new stream these samples complete."""
        if self._same or not len(samples):
            return samples
        from av import AudioFrame

        frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = self._from_rate
        parts = [made.to_ndarray().reshape(-1) for made in self._resampler.resample(frame)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int16)


def resampled(sound: Sound, rate: int) -> Sound:
    """The whole sound at another rate; its last few milliseconds may be missing."""
    return Sound(Resampler(sound.rate, rate)(sound.samples), rate)
