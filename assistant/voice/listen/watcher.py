"""Who is told while an answer is listened to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.voice.turns.ending import Ended


def _nothing(*_: object) -> None:
    """Told, and nobody listens."""


@dataclass
class Watcher:
    """Who is told while an answer is listened to.

    Attributes:
        level: of each window, the level in decibels below full scale.
        text: what has been understood so far.
        began: speech began.
        waited: nothing has been said for ``Patience.gentle_s``.
        long: the answer has lasted for ``Patience.long_s``.
        muted: the microphone gives not even the sound of the room.
        known: the answer has ended: how, and after how many seconds of silence.
        unfinished: what was said when the microphone went away.
    """

    level: Callable[[float], None] = _nothing
    text: Callable[[str], None] = _nothing
    began: Callable[[], None] = _nothing
    waited: Callable[[], None] = _nothing
    long: Callable[[], None] = _nothing
    muted: Callable[[], None] = _nothing
    known: Callable[[Ended, float], None] = _nothing
    unfinished: Callable[[str], None] = _nothing
