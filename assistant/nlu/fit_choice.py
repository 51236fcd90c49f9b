"""Learns to choose among options or none (a conditional logit; D. McFadden, 1974)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.nlu.decision import Decision

Case = tuple[Mapping[str, Mapping[str, float]], Collection[str]]
"""Option -> its evidence, and the options that may be the right one; none where none is."""
MOST_STEPS = 500
_NOWHERE = -1e9

Numbers = npt.NDArray[np.float64]


def fit_choice(cases: Sequence[Case], held_back: float) -> Decision:
    """Return the weights of the evidence under which the right options are likeliest.

    Where several may be right it is enough that one of them is likely. `held_back` is the weight
    of the squares of the weights (L2).
    """
    from scipy.optimize import minimize
    from sklearn.feature_extraction import DictVectorizer

    rows = [evidence for options, _ in cases for evidence in options.values()]
    if not any(right for _, right in cases) or all(right for _, right in cases):
        return Decision({}, 0.0)
    vectorizer = DictVectorizer(sparse=False)
    columns = np.hstack([vectorizer.fit_transform(rows), np.ones((len(rows), 1))])
    loss = _Loss(columns, cases, held_back)
    start = np.zeros(columns.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS})
    *weights, bias = found.x.tolist()
    named = zip(vectorizer.get_feature_names_out(), weights, strict=True)
    return Decision(dict(named), bias)


class _Loss:
    """The logarithm of the likelihood, turned round, and its slope."""

    def __init__(self, columns: Numbers, cases: Sequence[Case], held_back: float) -> None:
        sizes = [len(options) for options, _ in cases]
        self._columns, self._held_back = columns, held_back
        self._starts = np.cumsum([0, *sizes])[:-1]
        self._case = np.repeat(np.arange(len(cases)), sizes)
        self._right = np.array([name in right for options, right in cases for name in options])
        self._any = np.array([bool(right) for _, right in cases])

    def __call__(self, weights: Numbers) -> tuple[float, Numbers]:
        scores = self._columns @ weights
        total, chosen = self._shares(scores, none=True)
        of_right, among = self._shares(np.where(self._right, scores, _NOWHERE), none=False)
        gained = np.where(self._any, of_right, 0.0) - total
        slope = np.where(self._any[self._case], among, 0.0) - chosen
        held = self._held_back / 2 * float(weights @ weights)
        return held - float(gained.sum()), self._held_back * weights - self._columns.T @ slope

    def _shares(self, scores: Numbers, *, none: bool) -> tuple[Numbers, Numbers]:
        """Return the logarithm of each case's sum, and the share of each option in it."""
        most: Any = np.maximum.reduceat(scores, self._starts)
        most = np.maximum(most, 0.0) if none else most
        powers = np.exp(scores - most[self._case])
        sums = np.add.reduceat(powers, self._starts) + (np.exp(-most) if none else 0.0)
        return most + np.log(sums), powers / sums[self._case]
