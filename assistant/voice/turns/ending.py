"""When an answer has ended: never in mid-speech, and never hurried."""

from __future__ import annotations

from enum import Enum

from assistant.voice.turns.patience import SHORT_S, Patience
from assistant.voice.turns.phrases import closing, is_brief, is_brisk
from assistant.voice.turns.speech import Speech

CLEAR_PAUSE_S, ALONE_PAUSE_S = 0.8, 1.5
"""Silence after a closing phrase: one that can mean nothing else, and one that might."""


class Ended(str, Enum):
    """What ended an answer."""

    SILENCE = "silence"
    PHRASE = "phrase"
    KEY = "key"


def ending(speech: Speech, text: str, settled: bool, patience: Patience) -> Ended | None:
    """What has ended the answer by now, if anything has.

    ``text`` is what has been understood; ``settled`` whether that is all that was said.
    """
    if not speech.began or speech.speaking:
        return None
    if settled and _is_closed(text, speech.silence_s):
        return Ended.PHRASE
    is_all = settled and (is_brisk(text) or (patience.brief and is_brief(text)))
    enough = SHORT_S if is_all else patience.silence_s
    return Ended.SILENCE if speech.silence_s >= min(enough, patience.silence_s) else None


def _is_closed(text: str, silence_s: float) -> bool:
    found = closing(text)
    if found is None:
        return False
    return silence_s >= (CLEAR_PAUSE_S if found.clear else ALONE_PAUSE_S) and (
        found.clear or found.alone
    )
