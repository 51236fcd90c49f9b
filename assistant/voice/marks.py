"""What a measurement is told while a session is spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.voice.turns.ending import Ended


@dataclass
class Marks:
    """Told what happens when; for measuring.

    Attributes:
        known: an answer has ended, after so many seconds of silence.
        heard: what it was.
        sound: the first sound of the assistant is handed to the speaker.
    """

    known: Callable[[Ended, float], None] = lambda ended, silence_s: None
    heard: Callable[[str], None] = lambda text: None
    sound: Callable[[], None] = lambda: None
