"""``assistant talk --check``: which devices there are, and whether they work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import aclosing

import numpy as np

from assistant.settings import Settings
from assistant.terminal.faults import sentence
from assistant.terminal.output import write
from assistant.texts.texts import texts
from assistant.voice.devices.listed import Listed, listed
from assistant.voice.devices.microphone import Microphone
from assistant.voice.devices.speaker import Speaker
from assistant.voice.level import bar
from assistant.voice.problems import VoiceProblem
from assistant.voice.sound import SILENT_DB, Sound, level_db
from assistant.voice.speak.for_the_ear import for_the_ear
from assistant.voice.speak.mouth import Mouth
from assistant.voice.speak.voices import manner, voice
from assistant.voice.windows import HEARING_RATE, WINDOW_S

_RECORDED_S = 2.0
_LOW_DB = -45.0  # the loudest window of somebody who speaks near a microphone is far above it


def check_devices() -> int:
    """List the devices, speak, record two seconds and play them back; 0 when all is well."""
    return asyncio.run(_checked(Settings()))


async def _checked(settings: Settings) -> int:
    mouth = Mouth(voice(settings), Speaker(settings.speaker), manner(settings))
    microphone = Microphone(settings.microphone)
    try:
        if not _list(await listed()):
            _tell("check_until_then")
            return 1
        _tell("check_spoke")
        await mouth.say(for_the_ear(texts("voice")("check_voice_says")))
        heard = await _recorded(microphone)
        _tell("check_playing")
        await mouth.play(heard)
    except VoiceProblem as problem:
        write(f"{sentence(problem)}\n")
        return 1
    finally:
        await microphone.close()
        await mouth.close()
    return _judged(heard)


def _list(found: Mapping[str, Sequence[Listed]]) -> bool:
    """Tell of microphone and speaker each what there is, or what to do; whether both are there."""
    for kind, those in found.items():
        for one in those:
            mark = texts("voice")("check_chosen") if one.is_default else ""
            _tell(f"check_{kind}", name=one.name, mark=mark)
        if not those:
            _tell(f"check_no_{kind}")
    return all(found.values())


async def _recorded(microphone: Microphone) -> Sound:
    """What the microphone hears for two seconds."""
    await microphone.open()
    _tell("check_say_something")
    windows = []
    async with aclosing(microphone.windows()) as heard:
        async for window in heard:
            windows.append(window)
            if len(windows) * WINDOW_S >= _RECORDED_S:
                break
    return Sound(np.concatenate(windows), HEARING_RATE)


def _judged(heard: Sound) -> int:
    """Show the level; answer the exit code."""
    size = int(HEARING_RATE * WINDOW_S)
    parts = np.array_split(heard.samples, max(len(heard.samples) // size, 1))
    loudest = max(level_db(part) for part in parts)
    _tell("check_level", level=bar(loudest), loudest=round(loudest))
    if loudest <= SILENT_DB:
        _tell("check_level_none")
        return 1
    if loudest < _LOW_DB:
        _tell("check_level_low")
        return 1
    _tell("check_level_good")
    _tell("check_all_well")
    return 0


def _tell(key: str, /, **values: object) -> None:
    write(f"{texts('voice')(key, **values)}\n")
