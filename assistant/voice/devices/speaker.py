"""The speaker: plays sounds in order, and stops at once."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from assistant.voice.devices.problem import LOST, NO_DEVICE, DeviceProblem
from assistant.voice.devices.process import end, start, told
from assistant.voice.sound import Sound

_NAME = "speaker"
_BEGINNING_S = 20.0  # until it begins to play: a busy computer starts its process slowly
_SLACK_S = 5.0  # a speaker that takes so much longer than the sound is gone


class Speaker:
    """A speaker, opened when it is first used."""

    def __init__(self, device: str = "") -> None:
        """Use this device, by its name or number; the system's own choice where none is given."""
        self._device = device
        self._process: asyncio.subprocess.Process | None = None
        self._playing = self._stopped = self._has_played = False

    async def ready(self) -> None:
        """Have its process running, so that the first sound need not wait for that."""
        if self._process is None or self._process.returncode is not None:
            self._process = await start("play", self._device)

    async def play(self, sound: Sound) -> bool:
        """Play a sound to its end; False when it was stopped. Raises DeviceProblem."""
        self._playing, self._stopped = True, False
        try:
            await self.ready()
            await self._send({"bytes": sound.samples.nbytes, "rate": sound.rate}, sound)
            await asyncio.wait_for(self._until("began"), _BEGINNING_S)
            await asyncio.wait_for(self._until("ended"), sound.seconds + _SLACK_S)
        except (asyncio.TimeoutError, ConnectionError):
            await self.close()
            kind = LOST if self._has_played else NO_DEVICE
            raise DeviceProblem(_NAME, kind) from None
        except BaseException:  # cancelled too: what was begun is not to be heard any longer
            await self.close()
            raise
        finally:
            self._playing = False
        return not self._stopped

    async def stop(self) -> None:
        """Stop what is being played."""
        if self._playing and not self._stopped and self._process:
            self._stopped = True
            with suppress(ConnectionError):
                await self._send({"stop": True})

    async def close(self) -> None:
        """Let go of it."""
        if self._process:
            await end(self._process)
        self._process = None

    async def _send(self, header: dict[str, object], sound: Sound | None = None) -> None:
        assert self._process
        assert self._process.stdin
        payload = sound.samples.tobytes() if sound else b""
        self._process.stdin.write(json.dumps(header).encode() + b"\n" + payload)
        await self._process.stdin.drain()

    async def _until(self, what: str) -> None:
        """Wait until the worker has told this; where it was stopped, until it is silent."""
        assert self._process
        while True:
            said = await told(self._process, _NAME)
            if said is None:  # PortAudio ends a process without sound
                raise DeviceProblem(_NAME, LOST if self._has_played else NO_DEVICE)
            self._has_played = True
            if "stopped" in said or (what in said and not (what == "ended" and self._stopped)):
                return
