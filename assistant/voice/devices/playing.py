"""Plays, in the worker's process."""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.voice.devices.problem import kind_of
from assistant.voice.sound import Sound, resampled

if TYPE_CHECKING:
    from assistant.voice.devices.worker import Answers

_LATENCY_S = 0.1


def play(answers: Answers, device: int | str | None) -> None:
    """Play what standard input brings, in order, until it ends.

    For each sound it tells ``began`` and ``ended``; for ``{"stop": true}``, ``stopped``, and
    what was waiting is not played.
    """
    player = _Player(answers, device)
    threading.Thread(target=player.run, daemon=True).start()
    for line in iter(sys.stdin.buffer.readline, b""):
        asked = json.loads(line)
        if asked.get("stop"):
            player.stop()
        else:
            samples = np.frombuffer(sys.stdin.buffer.read(asked["bytes"]), np.int16)
            player.add(Sound(samples, asked["rate"]))


class _Player:
    """One stream, open from the first sound on; silent while there is nothing to play."""

    def __init__(self, answers: Answers, device: int | str | None) -> None:
        self._sounds: queue.SimpleQueue[tuple[Sound | None, int]] = queue.SimpleQueue()
        self._stops = 0
        self._answers, self._device = answers, device
        self._stream: Any = None
        self._rest = b""  # of the sound that is being played; taken up by the stream's own thread
        self._taken_up = threading.Event()
        self._filling = threading.Lock()

    def add(self, sound: Sound) -> None:
        """Play this once what was added before has been played."""
        self._sounds.put((sound, self._stops))

    def stop(self) -> None:
        """Be silent at once; what the device has taken already lasts a tenth of a second."""
        with self._filling:
            self._stops += 1
            self._rest = b""
        self._taken_up.set()
        self._sounds.put((None, self._stops))

    def run(self) -> None:
        try:
            while True:
                sound, stops = self._sounds.get()
                if sound is None:
                    self._answers.tell(stopped=True)
                else:
                    self._play(sound, stops)
        except Exception as error:  # whatever PortAudio raises; the parent begins a new worker
            self._answers.tell(failed=kind_of(error), detail=str(error))

    def _play(self, sound: Sound, stops: int) -> None:
        """Play it, unless it was stopped while it waited or while the device was being opened."""
        rate = self._open(sound.rate)
        samples = resampled(sound, rate).samples.tobytes()
        with self._filling:
            if stops == self._stops:
                self._taken_up.clear()
                self._rest = samples
        self._answers.tell(began=True)
        self._taken_up.wait()
        time.sleep(self._stream.latency)  # until it is heard
        self._answers.tell(ended=True)

    def _open(self, rate: int) -> int:
        import sounddevice

        if self._stream is None:
            rate = self._possible(sounddevice, rate)
            self._stream = sounddevice.RawOutputStream(
                samplerate=rate,
                device=self._device,
                channels=1,
                dtype="int16",
                latency=_LATENCY_S,
                callback=self._fill,
            )
            self._stream.start()
        return int(self._stream.samplerate)

    def _possible(self, sounddevice: Any, rate: int) -> int:
        """The rate, or the device's own where it does not take that."""
        try:
            sounddevice.check_output_settings(self._device, 1, "int16", samplerate=rate)
        except sounddevice.PortAudioError:
            return int(sounddevice.query_devices(self._device, "output")["default_samplerate"])
        return rate

    def _fill(self, out: Any, frames: int, at: Any, status: Any) -> None:
        with self._filling:
            part, self._rest = self._rest[: len(out)], self._rest[len(out) :]
        out[:] = part.ljust(len(out), b"\0")
        if not self._rest:
            self._taken_up.set()
