"""Which microphones and speakers there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.voice.devices.problem import NO_DEVICE, DeviceProblem
from assistant.voice.devices.process import end, start, told

MICROPHONE, SPEAKER = "microphone", "speaker"
_KEYS = {MICROPHONE: "input", SPEAKER: "output"}


@dataclass(frozen=True)
class Listed:
    """A device; ``is_default``: the system uses it where no other is named."""

    name: str
    is_default: bool


async def listed() -> Mapping[str, Sequence[Listed]]:
    """The microphones and the speakers that there are now; either may be none.

    Raises DeviceProblem where they cannot be asked for at all.
    """
    found = await _found()
    return {
        kind: tuple(
            Listed(one["name"], one[f"is_default_{key}"]) for one in found if one[f"{key}s"]
        )
        for kind, key in _KEYS.items()
    }


async def need_devices() -> None:
    """Raises DeviceProblem where there is no microphone, or no speaker."""
    for kind, those in (await listed()).items():
        if not those:
            raise DeviceProblem(kind, NO_DEVICE)


async def _found() -> Sequence[Mapping[str, Any]]:
    process = await start("list")
    found = []
    try:
        while device := await told(process, MICROPHONE):
            found.append(device)
    finally:
        await end(process)
    return found
