"""What the trained model makes of a text, whatever was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.embedding import Vectors

ANSWER = "answer"
YES_OR_NO = frozenset({"affirm", "deny"})
SERIOUS = frozenset({"not_coping", "danger", "others_at_risk"})


@dataclass(frozen=True)
class Reading:
    """What the model makes of a text, whatever was asked.

    Attributes:
        text: what was read.
        shares: label -> probability; they add up to 1.
        meaning: its embedding, where there is one, shape (384,).
        places: question -> logarithm of the probability that an answer like this is one to it.
    """

    text: str
    shares: Mapping[str, float]
    meaning: Vectors | None = field(default=None, repr=False, compare=False)
    places: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)
