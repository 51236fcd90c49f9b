"""A model whose readings a test lays down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from assistant.nlu.asked import Asked
from assistant.nlu.decision import Choice
from assistant.nlu.reading import ANSWER, Reading


class FakeModel:
    """Reads every text as an answer but those it was told about."""

    def __init__(self, **labels: str) -> None:
        """Take label -> a text that is surely that."""
        self._labels = {text: label for label, text in labels.items()}

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return the readings laid down."""
        return [self._reading(text) for text in texts]

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Return the same probabilities."""
        return [reading.shares for reading in self.read(texts)]

    def answer_score(self, reading: Reading, asked: Asked) -> float:
        """Return the odds of an answer as the readings have them; a number fits a number."""
        share = reading.shares.get(ANSWER, 0.0)
        return 9.0 if asked.kind == "number" else log((share + 1e-4) / (1 - share + 1e-4))

    def goes_back(self, reading: Reading, asked: Asked) -> Choice:
        """Return that nothing goes back to an earlier answer."""
        return Choice()

    def _reading(self, text: str) -> Reading:
        label = self._labels.get(text, "answer")
        return Reading(text, {"answer": 0.001} | {label: 0.998})
