"""The names and rare words of a preparation, for the recogniser to expect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.records.steps import How, Step, StepKind

_MOST = 20  # more would bias the recogniser
_NAME = re.compile(r"(?<![.!?…]\s)(?<!^)(?<![\"“'])\b[A-Z][\w'-]{2,}")
_ANSWERS = frozenset({StepKind.ANSWERED, StepKind.REVISED})


def names(steps: Iterable[Step], *known: str) -> tuple[str, ...]:
    """Names in the answers, those used most first, after those ``known`` from elsewhere.

    A word with a capital letter within a sentence is taken for a name. Only typed answers count:
    a name that was misheard once would be misheard for good.
    """
    found: Counter[str] = Counter()
    for step in steps:
        if step.text and step.kind in _ANSWERS and step.how is How.TYPED:
            found.update(_NAME.findall(step.text))
    most = [name for name, _ in found.most_common(_MOST)]
    return tuple(dict.fromkeys([*filter(None, known), *most]))[:_MOST]
