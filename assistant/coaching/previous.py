"""What a member comes back with: a pure function of the logs of their earlier preparations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True)
class Previous:
    """What stood at the end of the preparations before this one.

    Attributes:
        answers: the answers, the newest where there are several, without what is grave.
        sentence: the last sentence; None where there was none.
        step: the first step of the last preparation; None where there was none.
        step_was_weighed: whether it was said then how likely that step is.
        sentences: for how many meetings a sentence was accepted.
    """

    answers: Mapping[str, str] = MappingProxyType({})
    sentence: str | None = None
    step: str | None = None
    step_was_weighed: bool = False
    sentences: int = 0


def joined(earlier: Iterable[Previous]) -> Previous | None:
    """One value of several, oldest first; None of none. The step is the last one's alone."""
    whole: Previous | None = None
    for each in earlier:
        answers = {**whole.answers, **each.answers} if whole else dict(each.answers)
        sentence = each.sentence or (whole.sentence if whole else None)
        sentences = each.sentences + (whole.sentences if whole else 0)
        whole = replace(
            each, answers=MappingProxyType(answers), sentence=sentence, sentences=sentences
        )
    return whole
