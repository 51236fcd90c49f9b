"""The trained sentence model: what a text is, by its meaning and by its wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.embedding import Vectors, meaning
from assistant.nlu.asked import Asked
from assistant.nlu.changing import change_evidence
from assistant.nlu.decision import Choice, Decision, choose
from assistant.nlu.evidence import evidence
from assistant.nlu.form import form
from assistant.nlu.grams import GRAMS, Vocabulary
from assistant.nlu.reading import Reading
from assistant.nlu.wording import gist

MEANING_SHARE = 0.5
"""How much the meaning counts in the logarithm of a probability; the wording has the rest."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Meaning:
    """Logistic regression over standardised embeddings; `weights` has shape (384, labels)."""

    mean: Vectors
    spread: Vectors
    weights: Vectors
    biases: Vectors

    def scores(self, vectors: Vectors) -> Scores:
        """Return the logarithm of each label's probability, shape (texts, labels)."""
        return logarithms((vectors - self.mean) / self.spread @ self.weights + self.biases)


@dataclass(frozen=True)
class Wording:
    """Logistic regression over grams and form; `weights` has a row for each, in this order."""

    vocabularies: tuple[Vocabulary, ...]
    weights: Vectors
    biases: Vectors

    def scores(self, gists: Sequence[str]) -> Scores:
        """Return the logarithm of each label's probability, shape (texts, labels)."""
        return logarithms(np.stack([self._score(text) for text in gists]))

    def _score(self, text: str) -> Scores:
        measures = form(text)
        offset = len(self.weights) - len(measures)
        score = measures @ self.weights[offset:] + self.biases
        start = 0
        for vocabulary in self.vocabularies:
            weights = vocabulary.weigh(text)
            rows = [start + column for column in weights]
            score = score + np.fromiter(weights.values(), float, len(rows)) @ self.weights[rows]
            start += len(vocabulary.columns)
        return np.asarray(score, dtype=np.float64)


@dataclass(frozen=True)
class SentenceModel:
    """Meaning and wording together, and what is decided by them.

    Attributes:
        labels: the intents, in the order of the weights of `meaning` and `wording`.
        decision: whether a message is an answer.
        change: whether it goes back to an earlier one, and to which.
        places: the questions, in the order of the weights of `placing`.
        placing: which of these questions an answer is one to, by its embedding.
        meaning_share: how much the meaning counts.
    """

    labels: tuple[str, ...]
    meaning: Meaning
    wording: Wording
    decision: Decision
    change: Decision
    places: tuple[str, ...] = ()
    placing: Meaning | None = None
    meaning_share: float = MEANING_SHARE

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read some texts at once."""
        if not texts:
            return []
        gists = [gist(text) for text in texts]
        return self.read_embedded(texts, gists, np.stack([meaning(text) for text in gists]))

    def read_embedded(
        self, texts: Sequence[str], gists: Sequence[str], vectors: Vectors
    ) -> list[Reading]:
        """Read some texts of which gist and embedding are known."""
        shares = np.exp(self._joined(vectors, gists))
        rows = zip(texts, shares, vectors, self._placed(vectors), strict=True)
        return [Reading(t, self._by_label(row), vector, at) for t, row, vector, at in rows]

    def _placed(self, vectors: Vectors) -> list[dict[str, float]]:
        """Return for each text question -> logarithm of the probability that it is asked there."""
        if self.placing is None:
            return [{} for _ in vectors]
        scores = self.placing.scores(vectors)
        return [dict(zip(self.places, map(float, row), strict=True)) for row in scores]

    def _by_label(self, shares: Scores) -> dict[str, float]:
        return dict(zip(self.labels, map(float, shares), strict=True))

    def answer_score(self, reading: Reading, asked: Asked) -> float:
        """Return the logarithm of the odds that a text is an answer to what was asked."""
        return self.decision.score(evidence(reading, asked))

    def goes_back(self, reading: Reading, asked: Asked) -> Choice:
        """Return which of the answers so far a text goes back to, and whether to any."""
        return choose(self.change, change_evidence(reading, asked)) if asked.answers else Choice()

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Return label -> probability by the wording alone: rough, and free of cost."""
        rows = np.exp(self.wording.scores([gist(text) for text in texts])) if texts else ()
        return [self._by_label(row) for row in rows]

    def _joined(self, vectors: Vectors, gists: Sequence[str]) -> Scores:
        meaning, wording = self.meaning.scores(vectors), self.wording.scores(gists)
        return logarithms(self.meaning_share * meaning + (1 - self.meaning_share) * wording)

    def save(self, path: Path) -> None:
        """Write the model to one .npz file."""
        parts = {
            "labels": np.array(self.labels),
            "wording": self.wording.weights,
            "wording_biases": self.wording.biases,
            **_kept("decision", self.decision),
            **_kept("change", self.change),
            **_parts("", self.meaning),
        }
        if self.placing is not None:
            parts |= {"places": np.array(self.places), **_parts("placing_", self.placing)}
        for vocabulary in self.wording.vocabularies:
            parts[f"{vocabulary.kind}_grams"] = np.array(list(vocabulary.columns))
            parts[f"{vocabulary.kind}_idf"] = np.array(vocabulary.idf, dtype=np.float32)
        np.savez_compressed(path, **parts)

    @classmethod
    def load(cls, path: Path) -> SentenceModel:
        """Read a model that `save` wrote."""
        with np.load(path) as parts:
            vocabularies = tuple(_vocabulary(kind, parts) for kind in GRAMS)
            return cls(
                tuple(str(label) for label in parts["labels"]),
                _meaning("", parts),
                Wording(vocabularies, parts["wording"], parts["wording_biases"]),
                _decision("decision", parts),
                _decision("change", parts),
                *_known_places(parts),
            )


_MEANING = ("mean", "spread", "weights", "biases")


def _parts(prefix: str, meaning: Meaning) -> dict[str, npt.NDArray[Any]]:
    return {prefix + name: getattr(meaning, name) for name in _MEANING}


def _meaning(prefix: str, parts: Mapping[str, npt.NDArray[Any]]) -> Meaning:
    return Meaning(*(parts[prefix + name] for name in _MEANING))


def _known_places(parts: Mapping[str, npt.NDArray[Any]]) -> tuple[tuple[str, ...], Meaning | None]:
    if "places" not in parts:
        return (), None
    return tuple(str(place) for place in parts["places"]), _meaning("placing_", parts)


def logarithms(scores: npt.NDArray[np.floating[Any]]) -> Scores:
    """Return the logarithms of the probabilities that scores stand for, row by row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float64)


def _kept(name: str, decision: Decision) -> dict[str, npt.NDArray[Any]]:
    numbers = [*decision.weights.values(), decision.bias]
    return {name: np.array(numbers), f"{name}_measures": np.array(list(decision.weights))}


def _decision(name: str, parts: Mapping[str, npt.NDArray[Any]]) -> Decision:
    *weights, bias = parts[name].tolist()
    return Decision(dict(zip(parts[f"{name}_measures"].tolist(), weights, strict=True)), bias)


def _vocabulary(kind: str, parts: Mapping[str, npt.NDArray[np.generic]]) -> Vocabulary:
    grams = parts[f"{kind}_grams"].tolist()
    columns = {str(gram): column for column, gram in enumerate(grams)}
    return Vocabulary(kind, columns, parts[f"{kind}_idf"].tolist())
