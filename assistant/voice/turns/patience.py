"""How long to wait for a member."""

from __future__ import annotations

from dataclasses import dataclass, replace

SHORT_S = 1.5
"""Silence after a yes, a no, a number or a bare command."""

_SHORT_KINDS = frozenset({"yes_no", "number"})
_LONGER = 2.0  # what "give me longer" multiplies the silence by


@dataclass(frozen=True)
class Patience:
    """How long to wait.

    Attributes:
        brief: a few words may be all of the answer: a yes, a no, a number.
        silence_s: silence that ends an answer, in seconds.
        gentle_s: seconds without a word after which something gentle is said, once.
        long_s: seconds of speech after which the screen says how to finish.
    """

    silence_s: float = 5.0
    gentle_s: float = 30.0
    long_s: float = 90.0
    brief: bool = False

    def longer(self) -> Patience:
        """What "give me longer" asks for."""
        silence_s, gentle_s = self.silence_s * _LONGER, self.gentle_s * _LONGER
        return replace(self, silence_s=silence_s, gentle_s=gentle_s)

    def for_kind(self, kind: str) -> Patience:
        """The patience for a question of this kind: short for a bare yes, no or number."""
        return replace(self, brief=kind in _SHORT_KINDS)
