"""Choose: what the whole worksheet is about, and how well a sentence says it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from assistant.summary.language import content_of
from assistant.summary.words import FREE, VAGUE

if TYPE_CHECKING:
    from assistant.summary.clauses import Clause

WANTED = (18, 28)  # words of a sentence that is said in one breath
CEILING = 35
_FULL = 23  # fewer words leave out what could be said in the same breath
_KEYS = {"problem": 2.0, "try": 2.0, "stopping": 1.5, "difficulties": 1.0,
         "importance_self": 0.8, "importance_practice": 0.8}  # fmt: skip
_OTHER_KEYS = 0.2
_OPENING = 2.5  # the first clause of the problem names what it is about
_TOPICS = 8
_ENOUGH = 0.65  # nobody can say everything in one sentence


def topics(clauses: Collection[Clause], names: Collection[str] = ()) -> dict[str, float]:
    """Return the nouns the worksheet turns on, each with its weight, the weightiest first.

    Salience: how many answers say the word, weighed by question, more for the opening clause.
    """
    people = {part for name in names for part in name.split()}
    said: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for clause in clauses:
        weight: float = _KEYS.get(clause.key, _OTHER_KEYS)
        if clause.key == "problem" and clause.index == 0:
            weight += _OPENING
        for token in clause.doc:
            lemma = token.lemma_.lower()
            if token.pos_ in {"NOUN", "PROPN"} and _is_telling(lemma) and lemma not in people:
                said[lemma][clause.key] += weight
    weights = {
        lemma: sum(math.sqrt(count) for count in keys.values()) for lemma, keys in said.items()
    }
    best = sorted(weights, key=lambda lemma: (-weights[lemma], lemma))[:_TOPICS]
    return {lemma: weights[lemma] for lemma in best}


def opening_of(clauses: Iterable[Clause]) -> frozenset[str]:
    """Return the nouns of the first clause of the problem that has any: what it is about."""
    for clause in clauses:
        nouns = {t.lemma_.lower() for t in clause.doc if t.pos_ in {"NOUN", "PROPN"}}
        if clause.key == "problem" and (told := frozenset(filter(_is_telling, nouns))):
            return told
    return frozenset()


def dwelt_on(clauses: Iterable[Clause], key: str) -> dict[str, float]:
    """Return the lemmas of one answer and their weights: more where other answers say them."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for clause in clauses:
        for lemma in content_of(clause.doc):
            said[lemma].add(clause.key)
    return {lemma: math.sqrt(len(keys)) for lemma, keys in said.items() if key in keys}


def share_said(content: Collection[str], weights: Mapping[str, float]) -> float:
    """Return the share (0 to 1) of some weights that these lemmas have."""
    whole = sum(weights.values())
    return sum(weights[lemma] for lemma in weights if lemma in content) / whole if whole else 0.0


def _is_telling(lemma: str) -> bool:
    return lemma not in VAGUE | FREE and len(lemma) > 1 and any(c.isalpha() for c in lemma)


def coverage(content: Collection[str], weights: Mapping[str, float]) -> float:
    """Return the share (0 to 1) of what the worksheet is about that these lemmas mention."""
    whole = sum(sorted(weights.values(), reverse=True)[:4])
    share = sum(weights[w] for w in weights if w in content) / whole if whole else 1.0
    return min(_ENOUGH, share) / _ENOUGH


def length_cost(words: int) -> float:
    """Return what a length in words costs: nothing from 23 to 28, and more the farther off."""
    low, high = WANTED
    if words < _FULL:
        return 0.03 * (_FULL - words) + 0.03 * max(0, low - words)
    return (0.25 * (words - high) + 0.25) * (words > high) + 0.3 * (words > high + 2)
