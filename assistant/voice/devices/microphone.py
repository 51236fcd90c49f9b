"""The microphone: windows of samples, one after another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress

import numpy as np

from assistant.voice.devices.problem import LOST, NO_DEVICE, DeviceProblem
from assistant.voice.devices.process import end, start, told
from assistant.voice.sound import Samples
from assistant.voice.windows import WINDOW

_NAME = "microphone"


class Microphone:
    """A microphone that is open from ``open`` to ``close``; what nobody listens to is dropped."""

    def __init__(self, device: str = "") -> None:
        """Use this device, by its name or number; the system's own choice where none is given."""
        self._device = device
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._windows: asyncio.Queue[Samples | None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it hears."""
        return self._reading is not None and not self._reading.done()

    async def open(self) -> None:
        """Open it. Raises DeviceProblem."""
        if self.is_open:
            return
        await self.close()
        self._process = await start("record", self._device)
        if await told(self._process, _NAME) is None:  # PortAudio ends a process without sound
            raise DeviceProblem(_NAME, NO_DEVICE)
        self._reading = asyncio.create_task(self._read(self._process))

    async def windows(self) -> AsyncGenerator[Samples, None]:
        """What it hears from now on, shape (512,) each. Raises DeviceProblem when it goes away."""
        if not self.is_open:
            raise DeviceProblem(_NAME, LOST)
        waiting: asyncio.Queue[Samples | None] = asyncio.Queue()
        self._windows = waiting
        try:
            while (window := await waiting.get()) is not None:
                yield window
        finally:
            if self._windows is waiting:
                self._windows = None
        raise DeviceProblem(_NAME, LOST)

    async def close(self) -> None:
        """Let go of it."""
        if self._process:
            await end(self._process)
        if self._reading:
            self._reading.cancel()
            with suppress(asyncio.CancelledError):
                await self._reading
        self._process = self._reading = None

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout
        with suppress(asyncio.IncompleteReadError):
            while True:
                window = np.frombuffer(await process.stdout.readexactly(2 * WINDOW), np.int16)
                if self._windows:
                    self._windows.put_nowait(window)
        if self._windows:
            self._windows.put_nowait(None)
