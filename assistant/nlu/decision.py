"""A decision between two readings of a message, as one number.

The number is a logarithm of odds: 0 is even, 2 is seven to one. Its weights are learned from the
training data, with the questions that were open and the answers that had been given (training.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SURE_ANSWER = -1.3
"""From here on a message is an answer: a lost answer costs more than a command asked again."""
SURE_COMMAND = -2.2
"""Below this it is a command; between the two it is held, and the member is asked."""
LONG = 20
"""Words from which a message is likelier to be one long answer that comes by many things."""
LONGER = 0.05
"""What each word beyond that asks more of the score of a command, in the whole or in a part."""
SURE_CHANGE = 1.8
"""From here on a message goes back to an earlier answer."""
MAYBE_CHANGE = 1.5
"""From here on it is held, and the member is asked."""
FEW_ANSWERS = 6
"""Answers up to which it is telling that a message is like one of them; with more it is chance."""
CROWDED = 0.1
"""What each answer beyond that asks more of both."""
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
    return bar + CROWDED * max(answers - FEW_ANSWERS, 0)
