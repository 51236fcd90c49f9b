"""How far the training is, in words that move while one part of it lasts."""

from __future__ import annotations

import sys
import time

from assistant.texts.texts import texts

_LONGEST = "training"
_TOLD_EVERY = 0.1  # of the training
_TOLD_EVERY_S = 15.0


class TrainingTold:
    """Tells each stage by how much is done, and the longest one by how long it has lasted too."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self._stage, self._since = "", 0.0

    def __call__(self, stage: str, done: float) -> str:
        """Words for this stage, with ``done`` from 0 to 1."""
        if stage != self._stage:
            self._stage, self._since = stage, time.monotonic()
        lasted = int(time.monotonic() - self._since)
        key = "training_longest" if stage == _LONGEST and lasted else "training_done"
        return texts()(key, percent=round(done * 100), seconds=lasted)


class TrainingLines:
    """Tells it in lines on standard error, now and then."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self._told, self._at, self._words = -1.0, 0.0, TrainingTold()

    def __call__(self, stage: str, done: float) -> None:
        """Write a line where there is something new, or nothing was written for a while."""
        words, now = self._words(stage, done), time.monotonic()
        if done - self._told >= _TOLD_EVERY or now - self._at >= _TOLD_EVERY_S:
            self._told, self._at = done, now
            print(texts()("training_line", done=words), file=sys.stderr, flush=True)
