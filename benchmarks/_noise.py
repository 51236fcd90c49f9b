"""Noise of an office, made here: to be added to speech, or to be heard by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

RATE = 16_000


def _silence(count: int, random: np.random.Generator) -> NDArray[np.float64]:
    return np.zeros(count)


def _room(count: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Ventilation: noise that falls off towards the high tones."""
    spectrum = np.fft.rfft(random.normal(size=count))
    spectrum /= np.maximum(np.arange(len(spectrum)), 1) ** 0.5
    made = np.fft.irfft(spectrum, count)
    return made / np.abs(made).max() * 0.05


def _hum(count: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Mains hum with its harmonics."""
    at = np.arange(count) / RATE
    return sum(0.05 / n * np.sin(2 * np.pi * 50 * n * at) for n in (1, 2, 3, 4))  # type: ignore[return-value]


def _clicks(count: int, random: np.random.Generator) -> NDArray[np.float64]:
    """A mouse: a few clicks a second."""
    return _knocks(count, random, every_s=0.4, length=80)


def _keyboard(count: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Somebody types: seven strokes a second, each with a thud after it."""
    return _knocks(count, random, every_s=0.14, length=900)


def _knocks(
    count: int, random: np.random.Generator, every_s: float, length: int
) -> NDArray[np.float64]:
    made = np.zeros(count + length)
    at = 0
    while at < count:
        fading = np.exp(-np.arange(length) / (length / 5))
        made[at : at + length] += 0.3 * random.normal(size=length) * fading
        at += int(random.exponential(every_s * RATE)) + length
    return made[:count].clip(-1, 1)


NOISES: Mapping[str, Callable[[int, np.random.Generator], NDArray[np.float64]]] = {
    "silence": _silence,
    "room": _room,
    "hum": _hum,
    "clicks": _clicks,
    "keyboard": _keyboard,
}
"""Name -> makes so many samples between -1 and 1."""


def noise(name: str, seconds: float, seed: int = 6) -> NDArray[np.int16]:
    """So many seconds of a noise."""
    made = NOISES[name](int(seconds * RATE), np.random.default_rng(seed))
    return (made * 32_767).astype(np.int16)


def with_noise(samples: NDArray[np.int16], db: float, seed: int = 6) -> NDArray[np.int16]:
    """Speech with the noise of a room, ``db`` decibels below it."""
    under = noise("room", len(samples) / RATE + 1, seed)[: len(samples)].astype(np.float64)
    speech = samples.astype(np.float64)
    loudness = np.sqrt(np.mean(speech**2)) / np.sqrt(np.mean(under**2))
    mixed = speech + under * loudness * 10 ** (-db / 20)
    return mixed.clip(-32_768, 32_767).astype(np.int16)
