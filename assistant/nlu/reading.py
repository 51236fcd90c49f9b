"""What the trained model makes of a text, whatever was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.nlu.embedding import Vectors

ANSWER = "answer"
YES_OR_NO = frozenset({"affirm", "deny"})
SERIOUS = frozenset({"not_coping", "danger", "others_at_risk"})


@dataclass(frozen=True)
class Reading:
    """What the model makes of a text, whatever was asked.

    Attributes:
        text: what was read.
        shares: label -> probability; they add up to 1.
        near_answer: likeness (-1 to 1) of the nearest answer of the training data, and of the
            nearest five on average.
        near_command: the same for commands.
        meaning: its embedding, where there is one, shape (384,).
    """

    text: str
    shares: Mapping[str, float]
    near_answer: tuple[float, float] = (0.0, 0.0)
    near_command: tuple[float, float] = (0.0, 0.0)
    meaning: Vectors | None = field(default=None, repr=False, compare=False)
