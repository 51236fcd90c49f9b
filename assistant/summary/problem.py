"""What a check found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that a check found: its kind, and the words of the sentence it is about.

    Kinds: sentences, length, first_person, unsaid, negation, modality, quantity, name, judgement.
    """

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """What a check found; a hint for a sentence that the member wrote, a veto for ours."""

    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
