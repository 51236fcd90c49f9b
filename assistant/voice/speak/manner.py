"""How to speak."""

from __future__ import annotations

from dataclasses import dataclass

SLOWEST, FASTEST = 80, 320
"""Words a minute between which every voice can be understood."""


@dataclass(frozen=True)
class Manner:
    """How to speak.

    Attributes:
        name: which of the voices, as its maker calls it; the voice's own choice where empty.
        rate: words a minute.
        volume: from 0 to 1.
    """

    name: str = ""
    rate: int = 160
    volume: float = 1.0
