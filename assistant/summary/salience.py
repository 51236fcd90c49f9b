"""Salience: which words of a worksheet its sentence can least do without.

A linear regression over where and how often a word was said, learned by `fitting` from what
readers held that a sentence must mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from assistant.summary.judge import Vectors, of_words
from assistant.summary.language import carries_content
from assistant.summary.nouns import is_role
from assistant.summary.words import GROUPS, PERSONS, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from assistant.summary.reading import Sentence

Occurrences = Sequence[tuple["Sentence", "Token"]]


def salience(said: Iterable[Sentence]) -> Mapping[str, float]:
    """Return of each dictionary form of content how likely the sentence has to mention it."""
    words = occurrences(said)
    if not words:
        return {}
    odds = of_words(of_word(word, where) for word, where in words.items())[:, 0]
    return dict(zip(words, chances(odds), strict=True))


def chances(odds: Vectors) -> list[float]:
    """Return the probabilities of some log-odds."""
    return [float(chance) for chance in 1 / (1 + np.exp(-odds))]


def occurrences(said: Iterable[Sentence]) -> Mapping[str, Occurrences]:
    """Return where each dictionary form of content was said."""
    found: defaultdict[str, list[tuple[Sentence, Token]]] = defaultdict(list)
    for sentence in said:
        for token in sentence.doc:
            if carries_content(token):
                found[token.lemma_.lower()].append((sentence, token))
    return found


def of_word(word: str, where: Occurrences) -> Iterator[str]:
    """Yield what is seen of a word: how often, in which answers, as what part of its sentence."""
    keys = frozenset(sentence.key for sentence, _ in where)
    first, _ = where[0]
    yield f"w:{word}"
    yield f"times:{min(len(where), 6)}"
    yield f"answers:{min(len(keys), 5)}"
    yield f"first:{first.key}:{min(first.number, 3)}"
    yield from (f"in:{key}" for key in keys)
    for sentence, token in where:
        yield f"as:{sentence.key}:{token.pos_}"
        yield f"tag:{token.tag_}"
        yield f"dep:{token.dep_}"
        yield f"ent:{token.ent_type_}"
    yield f"role:{is_role(word)}"
    yield f"person:{word in PERSONS}"
    yield f"group:{word in GROUPS}"
    yield f"vague:{word in VAGUE}"
