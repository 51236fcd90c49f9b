"""A decision between two readings of a message, as one number.

The number is a logarithm of odds: 0 is even, 2 is seven to one. Its weights are learned from the
training data, with the questions that were open and the answers that had been given (training.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

SURE_ANSWER = -1.3
"""From here on a message is an answer: a lost answer costs more than a command asked again."""
SURE_COMMAND = -2.0
"""Below this it is a command; between the two it is held, and the member is asked."""
LONG = 20
"""Words from which a message is likelier to be one long answer that comes by many things."""
LONGER = 0.05
"""What each word beyond that asks more of the score of a command, in the whole or in a part."""
SURE_CHANGE = 1.4
"""From here on a message goes back to an earlier answer."""
MAYBE_CHANGE = 1.2
"""From here on it is held, and the member is asked."""
FEW_ANSWERS = 2
"""Answers up to which the next one is likely to say some of the same words again."""
EARLY = 0.5
"""How much more is asked of both then."""
SURE_WHICH = 0.4
"""Probability from which that answer is the one that is meant; below it what is named decides."""
NOTHING_OPEN = 1.0
"""How much lower both are where no question is open, and so no answer can be lost."""


@dataclass(frozen=True)
class Decision:
    """Logistic regression over evidence: name of a measure -> weight."""

    weights: Mapping[str, float]
    bias: float

    def score(self, evidence: Mapping[str, float]) -> float:
        """Return the logarithm of the odds."""
        return self.bias + sum(self.weights.get(name, 0.0) * v for name, v in evidence.items())


def at_length(bar: float, said: int) -> float:
    """Return a bar for the score of a command as it is for a message of so many words."""
    return bar - LONGER * max(said - LONG, 0)


def among(bar: float, answers: int) -> float:
    """Return a bar for going back to an answer as it is where so many have been given."""
    return bar + EARLY * (answers <= FEW_ANSWERS)


@dataclass(frozen=True)
class Choice:
    """One of several possibilities, or none of them.

    Attributes:
        option: the likeliest; None where there is none.
        score: the logarithm of the odds that it is any of them.
        share: the probability that it is this one, if it is any.
    """

    option: str | None = None
    score: float = float("-inf")
    share: float = 0.0


def choose(decision: Decision, options: Mapping[str, Mapping[str, float]]) -> Choice:
    """Choose among options by their evidence; each has its odds against there being none."""
    scores = {name: decision.score(evidence) for name, evidence in options.items()}
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None:
        return Choice()
    beside = log(sum(exp(score - scores[best]) for score in scores.values()))
    return Choice(best, scores[best] + beside, exp(-beside))
