"""The regressions of `judge`, learned from the marked wordings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.embedding import embedder
from assistant.summary.fitting.marked import Marked
from assistant.summary.judge import ROLES, SPREAD, Vectors
from assistant.summary.pieces import GLANCED

SEEN = 4  # a feature that fewer stretches have is not looked at
FOLDS = 5
NOBODY, CLEAREST = -1, 2  # nobody marked how clear it is; the mark of what a stranger understands
_FOLLOW = 0.05  # how far a regression follows its examples
_SMALL = 0.004  # weights that make no difference are left out
Rows = npt.NDArray[Any]


class Learner:
    """The regressions over one kind of features, and over embeddings where there are any."""

    def __init__(self, seen: Sequence[Iterable[str]], meanings: Vectors | None) -> None:
        """Count which features there are; `meanings` has the shape (things, 384)."""
        names = DictVectorizer(dtype=np.float32)
        table = names.fit_transform([dict.fromkeys(each, 1) for each in seen])
        kept = np.flatnonzero(np.asarray((table > 0).sum(axis=0)).ravel() >= SEEN)
        self.names = names.get_feature_names_out()[kept]
        parts = [table[:, kept]]
        if meanings is not None:
            parts.append(sparse.csr_matrix(SPREAD * meanings))
        self.table = sparse.hstack(parts).tocsr()
        self.outputs: list[LogisticRegression] = []

    def learn(self, rows: Rows, wanted: Rows, weights: Rows | None = None) -> LogisticRegression:
        """Return the regression that tells the wanted rows from the others."""
        learned = LogisticRegression(C=_FOLLOW, max_iter=300)
        return learned.fit(self.table[rows], wanted, sample_weight=weights)

    def learn_apart(self, groups: Rows, wanted: Rows, weights: Rows | None = None) -> Rows:
        """Learn one output of all; return what others, learned without a group, say of it."""
        weights = np.ones(len(wanted)) if weights is None else weights
        every = np.arange(len(wanted))
        self.outputs.append(self.learn(every, wanted, weights))
        odds = np.zeros(len(wanted))
        for some, others in GroupKFold(FOLDS).split(every, wanted, groups):
            told = self.learn(some, wanted[some], weights[some])
            odds[others] = told.decision_function(self.table[others])
        return odds

    def held(self, part: str) -> dict[str, Any]:
        """Return what `judge` needs of the outputs, without what makes no difference."""
        weights = np.concatenate([output.coef_ for output in self.outputs]).T
        features, meaning = weights[: len(self.names)], weights[len(self.names) :]
        told = np.abs(features).max(axis=1) > _SMALL
        return {
            f"{part}_names": np.array("\n".join(self.names[told])),
            f"{part}_features": features[told].astype(np.float16),
            f"{part}_meaning": meaning.astype(np.float16),
            f"{part}_biases": np.array([o.intercept_[0] for o in self.outputs], dtype=np.float32),
        }


def learn_pieces(examples: Sequence[Marked]) -> tuple[dict[str, Any], Vectors]:
    """Return the regressions of `judge`, and what others, learned without a session, say of it.

    Shape (examples, 2): the worth in the role of the wording, and how clear it is; what would not
    be looked at closely is worth `_NEVER`.
    """
    spans = Learner([example.glance for example in examples], None)
    values = np.array([example.value for example in examples])
    groups = np.array([example.session for example in examples])
    roles = [np.flatnonzero([e.wording.role == role for e in examples]) for role in ROLES]
    for rows in roles:
        spans.outputs.append(spans.learn(rows, values[rows] > 0, _weights(values[rows])))
    close = [_looked_at(spans, place, rows, groups, values) for place, rows in enumerate(roles)]
    pieces, apart = _judged(examples, close, values, groups)
    return spans.held("spans") | pieces.held("pieces"), apart


_NEVER = -20.0
_WIDER = 2  # so many times as many stretches are learned from as are looked at closely later


def _weights(values: Rows) -> Rows:
    """Return how much each example counts: what is worth most counts most."""
    return np.where(values > 0, values / 2, 1.0)


def _looked_at(learner: Learner, place: int, rows: Rows, groups: Rows, values: Rows) -> Rows:
    """Return the rows of one role that are the best of their session at a glance, or are marked."""
    odds = learner.outputs[place].decision_function(learner.table[rows])
    most = _WIDER * GLANCED[ROLES[place]]
    kept = []
    for session in np.unique(groups[rows]):
        mine = np.flatnonzero(groups[rows] == session)
        best = mine[np.argsort(-odds[mine])]
        kept += [*best[:most], *(row for row in best[most:] if values[rows[row]])]
    return rows[sorted(kept)]


def _judged(
    examples: Sequence[Marked], close: Sequence[Rows], values: Rows, groups: Rows
) -> tuple[Learner, Vectors]:
    used = np.unique(np.concatenate(close))
    meanings = embedder()([examples[row].wording.text for row in used])
    pieces = Learner([examples[row].seen for row in used], meanings)
    apart = np.full((len(examples), 2), _NEVER, dtype=np.float32)
    for rows in close:
        own = np.searchsorted(used, rows)
        wanted, weights = values[rows] > 0, _weights(values[rows])
        pieces.outputs.append(pieces.learn(own, wanted, weights))
        for some, others in GroupKFold(FOLDS).split(rows, wanted, groups[rows]):
            told = pieces.learn(own[some], wanted[some], weights[some])
            apart[rows[others], 0] = told.decision_function(pieces.table[own[others]])
    clear = np.array([NOBODY if (c := examples[row].clear) is None else c for row in used])
    rows = np.flatnonzero(clear > NOBODY)
    pieces.outputs.append(pieces.learn(rows, clear[rows] == CLEAREST))
    for some, others in GroupKFold(FOLDS).split(used, clear, groups[used]):
        rows = some[clear[some] > NOBODY]
        told = pieces.learn(rows, clear[rows] == CLEAREST)
        apart[used[others], 1] = told.decision_function(pieces.table[others])
    return pieces, apart
