"""Choose: how likely a word of the answers belongs in the sentence, and how long it may be."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from assistant.summary.language import content_of
from assistant.summary.words import FREE, VAGUE

if TYPE_CHECKING:
    from assistant.summary.clauses import Clause

WANTED = (18, 28)  # words of a sentence that is said in one breath
CEILING = 35
_FULL = 23  # fewer words leave out what could be said in the same breath

# Log-odds that a word was taken into the sentence that a person wrote by hand, from where it was
# said: a logistic regression on the worksheets of the repo and their sentences, and rounded.
_BASE = -3.3
_SAID_IN = {"try": 2.0, "stopping": 2.2, "problem": 1.1, "difficulties": 0.6}
_SAID_FIRST = {"try": 0.8, "stopping": 1.0, "problem": 0.7}  # in the first clause of the answer
_SAID_TWICE = 0.45  # for each e-fold of the times it was said
_SAYS_LITTLE = -0.6  # "thing", "day"
TYPICAL = 14  # content words of a sentence

# What the whole worksheet turns on: the nouns, weighed by the question.
_KEYS = {"problem": 2.0, "try": 2.0, "stopping": 1.5, "difficulties": 1.0,
         "importance_self": 0.8, "importance_practice": 0.8}  # fmt: skip
_OTHER_KEYS = 0.2
_OPENING = 2.5  # the first clause of the problem names what it is about
_TOPICS = 8
_ENOUGH = 0.65  # nobody can say everything in one sentence


def salience(clauses: Iterable[Clause]) -> dict[str, float]:
    """Return the probability of each lemma of the answers that it belongs in the sentence."""
    said: defaultdict[str, dict[str, int]] = defaultdict(dict)
    times: Counter[str] = Counter()
    for clause in clauses:
        for lemma in content_of(clause.doc):
            said[lemma].setdefault(clause.key, clause.index)
            times[lemma] += 1
    return {lemma: _probability(lemma, where, times[lemma]) for lemma, where in said.items()}


def _probability(lemma: str, where: Mapping[str, int], times: int) -> float:
    odds = _BASE + _SAID_TWICE * math.log(times) + _SAYS_LITTLE * (lemma in VAGUE)
    odds += sum(_SAID_IN.get(key, 0.0) for key in where)
    odds += sum(_SAID_FIRST.get(key, 0.0) for key, index in where.items() if not index)
    return 1 / (1 + math.exp(-odds))


def dwelt_on(clauses: Iterable[Clause], key: str) -> dict[str, float]:
    """Return the lemmas of one answer and their weights: more where other answers say them."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for clause in clauses:
        for lemma in content_of(clause.doc):
            said[lemma].add(clause.key)
    return {lemma: math.sqrt(len(keys)) for lemma, keys in said.items() if key in keys}


def share_said(content: Collection[str], weights: Mapping[str, float], most: int = 0) -> float:
    """Return the share (0 to 1) of some weights, or of the `most` weightiest, that lemmas have."""
    whole = sum(sorted(weights.values(), reverse=True)[: most or None])
    return sum(weights.get(lemma, 0.0) for lemma in content) / whole if whole else 0.0


def topics(clauses: Collection[Clause], names: Collection[str] = ()) -> dict[str, float]:
    """Return the nouns the worksheet turns on, each with its weight, the weightiest first."""
    people = {part for name in names for part in name.split()}
    opening = opening_of(clauses)
    said: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for clause in clauses:
        weight: float = _KEYS.get(clause.key, _OTHER_KEYS)
        for token in clause.doc:
            lemma = token.lemma_.lower()
            if token.pos_ in {"NOUN", "PROPN"} and _is_telling(lemma) and lemma not in people:
                opens = clause.key == "problem" and lemma in opening
                said[lemma][clause.key] += weight + _OPENING * opens
    weights = {
        lemma: sum(math.sqrt(count) for count in keys.values()) for lemma, keys in said.items()
    }
    best = sorted(weights, key=lambda lemma: (-weights[lemma], lemma))[:_TOPICS]
    return {lemma: weights[lemma] for lemma in best}


def opening_of(clauses: Collection[Clause]) -> frozenset[str]:
    """Return the nouns of the first clause of the problem that has any, if they are said again.

    What is never spoken of again is not what the worksheet is about: "the drains are old".
    """
    first: Collection[str] = ()
    said_again = set()
    for clause in clauses:
        nouns = {t.lemma_.lower() for t in clause.doc if t.pos_ in {"NOUN", "PROPN"}}
        told = set(filter(_is_telling, nouns))
        if clause.key == "problem" and told and not first:
            first = told
        else:
            said_again |= told
    return frozenset(first) & said_again


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
    return 0.1 * max(0, words - high) + 0.5 * max(0, words - high - 2)
