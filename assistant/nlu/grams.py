"""Words and pieces of words, weighed by how much they tell (TF-IDF): what was said exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, sqrt

from assistant.nlu.wording import plain, words

IN_AT_LEAST = 2
"""Training texts that a gram must stand in to be kept."""

Weights = Mapping[int, float]
"""Column -> weight: one text as a sparse vector of length 1."""


def word_grams(text: str) -> list[str]:
    """Return single words and pairs of words; `^` and `$` stand for beginning and end."""
    found = ["^", *words(text), "$"]
    question = ["?"] if plain(text).endswith("?") else []
    return found[1:-1] + [f"{a} {b}" for a, b in pairwise(found)] + question


def letter_grams(text: str) -> list[str]:
    """Return pieces of three and four letters within words, which forgive misspelling."""
    padded = [f"<{word}>" for word in words(text)]
    return [word[i : i + n] for word in padded for n in (3, 4) for i in range(len(word) - n + 1)]


GRAMS = {"words": word_grams, "letters": letter_grams}


@dataclass(frozen=True)
class Vocabulary:
    """The grams of one kind that training kept, with a column and a weight for each."""

    kind: str
    columns: Mapping[str, int]
    idf: Sequence[float]

    @classmethod
    def learned(cls, kind: str, texts: Sequence[str]) -> Vocabulary:
        """Return the vocabulary of these texts."""
        counts = Counter(chain.from_iterable(set(GRAMS[kind](text)) for text in texts))
        kept = sorted(gram for gram, count in counts.items() if count >= IN_AT_LEAST)
        idf = [log((1 + len(texts)) / (1 + counts[gram])) + 1 for gram in kept]
        return cls(kind, {gram: column for column, gram in enumerate(kept)}, idf)

    def weigh(self, text: str) -> Weights:
        """Return the weights of the grams of this text that are known."""
        found = self._known(GRAMS[self.kind](text))
        counts = Counter(found)
        weights = {column: (1 + log(n)) * self.idf[column] for column, n in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {column: weight / length for column, weight in weights.items()}

    def _known(self, grams: Iterable[str]) -> list[int]:
        return [self.columns[gram] for gram in grams if gram in self.columns]
