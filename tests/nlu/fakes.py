"""A model whose readings a test lays down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.nlu.model import Reading


class FakeModel:
    """Reads every text as an answer but those it was told about."""

    def __init__(self, **labels: str) -> None:
        """Take label -> a text that is surely that."""
        self._labels = {text: label for label, text in labels.items()}

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return the readings laid down; a command lies near commands, an answer near answers."""
        return [self._reading(text) for text in texts]

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Return the same probabilities."""
        return [reading.shares for reading in self.read(texts)]

    def _reading(self, text: str) -> Reading:
        label = self._labels.get(text, "answer")
        near = (0.9, 0.6) if label == "answer" else (0.3, 0.2)
        far = (0.3, 0.2) if label == "answer" else (0.9, 0.6)
        return Reading(text, {label: 0.97, "answer": 0.01} | {label: 0.97}, near, far)
