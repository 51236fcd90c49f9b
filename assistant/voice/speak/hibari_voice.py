"""A nicer voice: hibari-tts, in this process, offline (the extra ``voice-nice``)."""

from __future__ import annotations

from typing import Any

import numpy as np

from assistant.texts.texts import texts
from assistant.voice.sound import Sound
from assistant.voice.speak.manner import Manner
from assistant.voice.speak.voice import Voice, VoiceFailed

_OWN_RATE = 165  # words a minute at its own speed
_SLOWEST, _FASTEST = 0.5, 2.0


class HibariVoice(Voice):
    """Speaks with the one voice that is in the package; the others would be fetched."""

    def __init__(self) -> None:
        """Nothing is loaded before the first text."""
        self._speaks: Any = None

    def make(self, text: str, manner: Manner) -> Sound:
        """The text as sound. Raises VoiceFailed."""
        try:
            if self._speaks is None:
                from hibari import Hibari

                self._speaks = Hibari()
            speed = min(max(manner.rate / _OWN_RATE, _SLOWEST), _FASTEST)
            return _sound(self._speaks(text, speed=speed))
        except ImportError as error:
            raise VoiceFailed(texts("voice")("voice_nice_missing")) from error
        except (ValueError, RuntimeError) as error:
            raise VoiceFailed(texts("voice")("voice_failed", detail=error)) from error


def _sound(floats: Any) -> Sound:
    from hibari import SAMPLE_RATE

    return Sound((np.clip(floats, -1, 1) * 32767).astype(np.int16), SAMPLE_RATE)
