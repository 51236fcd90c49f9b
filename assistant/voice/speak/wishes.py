"""What a member may wish of the voice: slower, faster, louder, softer, another voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.texts.texts import texts
from assistant.voice.speak.manner import Manner

_RATE, _VOLUME = 0.15, 0.25  # a step: a share of the rate, a part of the full volume

_CHANGES: Mapping[str, Callable[[Manner], Manner]] = {
    "slower": lambda manner: replace(manner, rate=round(manner.rate * (1 - _RATE))),
    "faster": lambda manner: replace(manner, rate=round(manner.rate * (1 + _RATE))),
    "softer": lambda manner: replace(manner, volume=manner.volume - _VOLUME),
    "louder": lambda manner: replace(manner, volume=manner.volume + _VOLUME),
}


def is_for_longer(wish: str) -> bool:
    """Whether a wish for time is one for more of it from now on."""
    return _names("longer", wish)


def is_for_another_voice(wish: str) -> bool:
    """Whether a wish about the manner is one for another voice."""
    return _names("voice", wish)


def granted(wish: str, manner: Manner) -> tuple[Manner, str]:
    """The manner wished for, and what to say to it; the message is known to be such a wish."""
    for name, change in _CHANGES.items():
        if _names(name, wish):
            if name == "louder" and manner.volume >= 1.0:
                return manner, texts("voice")("loudest")
            return change(manner), texts("voice")(f"now_{name}")
    return manner, texts("voice")("which_manner")


def _names(change: str, wish: str) -> bool:
    words = "|".join(texts("voice").lines(f"wish_{change}"))
    return re.search(rf"\b(?:{words})\b", wish, re.I) is not None
