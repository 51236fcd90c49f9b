"""Records, in the worker's process."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.voice.sound import Resampler
from assistant.voice.windows import HEARING_RATE

if TYPE_CHECKING:
    from assistant.voice.devices.worker import Answers

_BLOCK_S = 0.032
_PATIENCE_S = 2.0  # a microphone that gives nothing for so long, not even silence, is gone
_WAKING_S = 6.0  # some take their time before the first sample


def record(answers: Answers, device: int | str | None) -> None:
    """Write what the microphone hears until standard input ends or the device is gone."""
    heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_end_with_input, daemon=True).start()
    stream, rate = _opened(device, heard)
    resampler = Resampler(rate, HEARING_RATE)
    stream.start()
    answers.tell(rate=rate)
    patience = _WAKING_S
    while True:
        try:
            block = heard.get(timeout=patience)
        except queue.Empty:
            os._exit(1)  # the end of the samples says it
        answers.write(resampler(np.frombuffer(block, np.int16)).tobytes())


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def _opened(device: int | str | None, heard: queue.SimpleQueue[bytes]) -> tuple[Any, int]:
    """A stream from the device, at its own rate where it does not take ours."""
    import sounddevice

    def hear(data: Any, frames: int, time: Any, status: Any) -> None:
        heard.put(bytes(data))

    def open_at(rate: int) -> Any:
        return sounddevice.RawInputStream(
            samplerate=rate,
            blocksize=int(rate * _BLOCK_S),
            latency="high",
            device=device,
            channels=1,
            dtype="int16",
            callback=hear,
        )

    own = int(sounddevice.query_devices(device, "input")["default_samplerate"])
    try:
        sounddevice.check_input_settings(device, 1, "int16", samplerate=HEARING_RATE)
    except sounddevice.PortAudioError:
        return open_at(own), own
    return open_at(HEARING_RATE), HEARING_RATE
