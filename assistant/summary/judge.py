"""Judge: which stretches of an answer are whole and worth saying, learned from marked worksheets.

Linear regressions over the features of a stretch, and of a piece also over the embedding of its
words. `fitting` learns them; the figures are log-odds, so that nought is even.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from assistant.embedding import WeightsDamaged, embedder
from assistant.english import ParserMissing
from assistant.summary.weights import PIECES, held

Role = Literal["aim", "obstacle", "scene", "reason", "purpose", "topic"]
"""What a piece is in the sentence: what is wanted, what stands in the way, what goes on, why it
matters, what it is for, and what it is all about."""
ROLES: tuple[Role, ...] = get_args(Role)[:-1]
"""The roles of statements and wishes; a topic is a noun, and judged by itself."""
SPREAD = 3.0
"""How far the embeddings, of length one, are stretched beside features of nought or one."""
WEIGHTS = PIECES

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Regression:
    """One weight a feature and output, one a number of the embedding and output, and the biases.

    `places` has the row of each feature in `features`, shape (features, outputs); `meaning` is of
    shape (384, outputs) or, where no embedding is looked at, (0, outputs).
    """

    places: dict[str, int]
    features: Vectors
    meaning: Vectors
    biases: Vectors

    def scores(self, seen: Iterable[Iterable[str]], meanings: Vectors | None = None) -> Vectors:
        """Return the log-odds of each output, shape (things, outputs)."""
        rows = []
        for names in seen:
            known = {self.places[name] for name in names if name in self.places}
            rows.append(self.features[sorted(known)].sum(axis=0))
        found = np.array(rows, dtype=np.float32).reshape(-1, len(self.biases)) + self.biases
        return found if meanings is None else found + SPREAD * meanings @ self.meaning


@lru_cache(maxsize=1)
def _learned() -> Mapping[str, Regression]:
    arrays = held(WEIGHTS)
    return {part: _regression(arrays, part) for part in ("spans", "pieces", "words", "topics")}


def _regression(arrays: Mapping[str, Any], part: str) -> Regression:
    names = str(arrays[f"{part}_names"]).split("\n")
    weights = (arrays[f"{part}_{kind}"] for kind in ("features", "meaning", "biases"))
    return Regression(
        {name: row for row, name in enumerate(names)},
        *(array.astype(np.float32) for array in weights),
    )


def of_spans(seen: Iterable[Iterable[str]]) -> Vectors:
    """Return at a glance how well stretches may serve in each of ROLES, shape (spans, 5)."""
    return _learned()["spans"].scores(seen)


def of_pieces(seen: Iterable[Iterable[str]], texts: Sequence[str]) -> tuple[Vectors, Vectors]:
    """Return how well pieces serve in each of ROLES and, last, how clear they are; and embeddings.

    Shapes (pieces, 6) and (pieces, 384).
    """
    meanings = meanings_of(texts)
    return _learned()["pieces"].scores(seen, meanings), meanings


def of_words(seen: Iterable[Iterable[str]]) -> Vectors:
    """Return how likely a sentence has to mention words, shape (words, 1)."""
    return _learned()["words"].scores(seen)


def of_topics(seen: Iterable[Iterable[str]], meanings: Vectors | None = None) -> Vectors:
    """Return how well noun phrases say what it is about, shape (phrases, 1)."""
    return _learned()["topics"].scores(seen, meanings)


def meanings_of(texts: Sequence[str]) -> Vectors:
    """Return the embeddings, shape (texts, 384). Raises ParserMissing where they are damaged."""
    try:
        found: Vectors = embedder()(texts)
    except WeightsDamaged as fault:
        raise ParserMissing(str(fault)) from fault
    return found
