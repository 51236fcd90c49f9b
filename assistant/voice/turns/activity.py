"""How likely it is that a window of sound is speech: the Silero model, streaming."""

from __future__ import annotations

from typing import Any

import numpy as np

from assistant.voice.sound import Samples, as_floats

_CONTEXT = 64  # samples of the window before that the model sees as well
_STATE = (1, 1, 128)


class Activity:
    """Judges one window after another; each is judged in the light of those before it.

    The model comes with faster-whisper: windows of 512 samples at 16,000 a second.
    """

    def __init__(self) -> None:
        """Load the model (2 MB); 0.2 ms a window from then on."""
        from faster_whisper.vad import get_vad_model

        self._run: Any = get_vad_model().session.run
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._h = np.zeros(_STATE, np.float32)
        self._c = np.zeros(_STATE, np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)

    def __call__(self, window: Samples) -> float:
        """How likely it is, from 0 to 1, that this window, shape (512,), is speech."""
        samples = as_floats(window)
        seen = np.concatenate([self._context, samples])[np.newaxis]
        self._context = samples[-_CONTEXT:]
        given = {"input": seen, "h": self._h, "c": self._c}
        probability, self._h, self._c = self._run(None, given)
        return float(probability.reshape(-1)[0])
