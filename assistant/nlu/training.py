"""Trains the sentence model; the only place that uses scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.nlu.embedding import Vectors, embedder
from assistant.nlu.form import form
from assistant.nlu.grams import GRAMS, Vocabulary
from assistant.nlu.model import ANSWER, Examples, Meaning, SentenceModel, Wording
from assistant.nlu.wording import gist

MEANING_C = 0.02
WORDING_C = 5.0
"""How far each regression may follow its examples (scikit-learn's C), by cross-validation."""
STILL = 1e-6
"""Keeps an embedding's column that never changes from dividing by zero."""


def train(texts: Sequence[str], labels: Sequence[str]) -> SentenceModel:
    """Return the model trained on these texts and their labels."""
    gists = [gist(text) for text in texts]
    return fit(gists, embedder()(gists), labels)


def fit(gists: Sequence[str], vectors: Vectors, labels: Sequence[str]) -> SentenceModel:
    """Return the model trained on texts that are embedded already."""
    meaning = fit_meaning(vectors, labels)
    wording = fit_wording(gists, labels)
    answers = np.array([label == ANSWER for label in labels])
    return SentenceModel(tuple(sorted(set(labels))), meaning, wording, Examples(vectors, answers))


def fit_meaning(vectors: Vectors, labels: Sequence[str], follow: float = MEANING_C) -> Meaning:
    """Return the regression over the embeddings; it follows its examples as far as `follow`."""
    from sklearn.linear_model import LogisticRegression  # 2 s and 100 MB: only to train

    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + STILL
    regression = LogisticRegression(C=follow, max_iter=100)
    regression.fit((vectors - mean) / spread, labels)
    return Meaning(mean, spread, *_weights(regression))


def fit_wording(gists: Sequence[str], labels: Sequence[str]) -> Wording:
    """Return the regression over grams and form."""
    from sklearn.linear_model import LogisticRegression

    vocabularies = tuple(Vocabulary.learned(kind, gists) for kind in GRAMS)
    regression = LogisticRegression(C=WORDING_C, solver="liblinear", multi_class="ovr")
    regression.fit(matrix(gists, vocabularies), labels)
    return Wording(vocabularies, *_weights(regression))


def matrix(gists: Sequence[str], vocabularies: Sequence[Vocabulary]) -> Any:
    """Return grams and form of the texts as one sparse matrix, a row a text."""
    from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]

    blocks = []
    for vocabulary in vocabularies:
        weighed = [vocabulary.weigh(text) for text in gists]
        rows = [row for row, weights in enumerate(weighed) for _ in weights]
        columns = [column for weights in weighed for column in weights]
        values = [value for weights in weighed for value in weights.values()]
        shape = (len(gists), len(vocabulary.columns))
        blocks.append(csr_matrix((values, (rows, columns)), shape=shape))
    return hstack([*blocks, csr_matrix(np.stack([form(text) for text in gists]))], format="csr")


def _weights(regression: Any) -> tuple[Vectors, Vectors]:
    return regression.coef_.T.astype(np.float32), regression.intercept_.astype(np.float32)
