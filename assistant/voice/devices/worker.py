"""The process that holds a device: ``python -m assistant.voice.devices.worker TASK [DEVICE]``.

``list`` prints the devices in JSON, a line each. ``record`` prints one line of JSON, then samples
(16 bits, one channel, 16,000 a second). ``play`` reads, again and again, one line of JSON and as
many bytes of samples as it says, and prints a line of JSON for what became of them. Each ends when
its standard input ends, or with a line that says ``failed`` when the device fails.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from assistant.voice.devices.playing import play
from assistant.voice.devices.problem import kind_of
from assistant.voice.devices.recording import record


class Answers:
    """Where a worker writes what it has to say; safe to use from several threads."""

    def __init__(self, stream: BinaryIO) -> None:
        """Write to this stream, unbuffered."""
        self._stream = stream
        self._lock = threading.Lock()

    def tell(self, **what: Any) -> None:
        """Write a line of JSON."""
        self.write(f"{json.dumps(what)}\n".encode())

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        with self._lock:
            self._stream.write(data)


def main(arguments: list[str]) -> None:
    """Do what the arguments say; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the assistant, which ends this
    answers = Answers(os.fdopen(os.dup(1), "wb", buffering=0))
    os.dup2(2, 1)  # what a library prints is no answer
    task, device = (*arguments, "")[:2]
    with suppress(BrokenPipeError):
        try:
            _TASKS[task](answers, int(device) if device.isdigit() else device or None)
        except BrokenPipeError:
            raise
        except Exception as error:  # whatever PortAudio or the system raises
            answers.tell(failed=kind_of(error), detail=str(error))
    os._exit(0)  # PortAudio may wait for ever for a device that is gone


def _list(answers: Answers, device: int | str | None) -> None:
    import sounddevice

    default = sounddevice.default.device
    for number, found in enumerate(sounddevice.query_devices()):
        answers.tell(
            name=found["name"],
            inputs=found["max_input_channels"],
            outputs=found["max_output_channels"],
            is_default_input=number == default[0],
            is_default_output=number == default[1],
        )


_TASKS: Mapping[str, Callable[[Any, int | str | None], None]] = {
    "list": _list,
    "record": record,
    "play": play,
}

if __name__ == "__main__":
    main(sys.argv[1:])
