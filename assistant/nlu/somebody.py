"""Whether a few words mean somebody, name somebody, or mean some thing.

A small regression over the sentence embedding, learned from `weights/people.yml`. Made anew by

    python -m assistant.nlu.somebody
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from assistant.embedding import embedder
from assistant.nlu.model import Meaning

FOLDER = Path(__file__).parent / "weights"
WORDS, WEIGHTS = FOLDER / "people.yml", FOLDER / "people.npz"
KINDS = ("name", "somebody", "something")
"""A person's name; a role, kin, a group or an organisation; anything else. In this order."""
_FOLLOW = 0.05
"""How far it follows its examples: nearly all words of the list are read as the list has them."""
_SURE = 0.95
"""How far the list itself is believed of the words that it has."""
_PARTS = ("mean", "spread", "weights", "biases")


class Kinds:
    """What the words and phrases of one answer mean; each is embedded once."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: dict[str, tuple[float, float]] = {}
        self._learn(words)

    def name(self, words: str) -> float:
        """Return how likely some words are a person's name, from 0 to 1."""
        return self._of(words)[0]

    def somebody(self, words: str) -> float:
        """Return how likely some words mean or name somebody, from 0 to 1."""
        return self._of(words)[1]

    def is_listed(self, words: str) -> bool:
        """Tell whether the list itself has some words, as one kind and no other."""
        return words in _listed()

    def _of(self, words: str) -> tuple[float, float]:
        if words not in self._known:
            self._learn([words])
        return self._known[words]

    def _learn(self, words: Iterable[str]) -> None:
        asked = sorted(set(words))
        self._known.update((known, _listed()[known]) for known in asked if known in _listed())
        asked = [unknown for unknown in asked if unknown not in self._known]
        if asked:
            shares = np.exp(_regression().scores(embedder()(asked)))
            for phrase, (name, somebody, _) in zip(asked, shares, strict=True):
                self._known[phrase] = (float(name), float(name + somebody))


def examples() -> tuple[list[str], list[str]]:
    """Return the phrases of the list that the regression learns from, and the kind of each."""
    pairs = [
        (phrase.strip(), kind)
        for kind, groups in yaml.load(WORDS.read_text("utf-8"), Loader=yaml.CSafeLoader).items()
        for phrases in groups.values()
        for phrase in phrases.split(",")
    ]
    return [phrase for phrase, _ in pairs], [kind for _, kind in pairs]


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, tuple[float, float]]:
    """Return the words that the list has, in lower case: how likely a name, and somebody."""
    phrases, kinds = examples()
    known: dict[str, set[str]] = {}
    for phrase, kind in zip(phrases, kinds, strict=True):
        known.setdefault(phrase.lower(), set()).add(kind)
    sure = {
        "name": (_SURE, _SURE),
        "somebody": (1 - _SURE, _SURE),
        "something": (1 - _SURE, 1 - _SURE),
    }
    return {words: sure[min(kind)] for words, kind in known.items() if len(kind) == 1}


def learned() -> Meaning:
    """Return the regression, learned from the list (seconds, and scikit-learn)."""
    from assistant.nlu.training import fit_meaning

    phrases, kinds = examples()
    return fit_meaning(embedder()(phrases), kinds, _FOLLOW)


@lru_cache(maxsize=1)
def _regression() -> Meaning:
    with np.load(WEIGHTS) as parts:
        return Meaning(*(parts[name] for name in _PARTS))


if __name__ == "__main__":
    fresh = learned()
    np.savez(WEIGHTS, **{name: getattr(fresh, name) for name in _PARTS})
