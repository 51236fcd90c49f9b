"""Everything a member said, made ready to compare sentences with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.summary.clean import clean
from assistant.summary.language import lemmas
from assistant.summary.people import names_said
from assistant.summary.reading import Sentence, read
from assistant.summary.words import (
    ABBREVIATIONS,
    AMBIGUOUS,
    FREE,
    FUNCTION,
    MODALS,
    NEGATIONS,
    NUMBERS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"[A-Za-z0-9£$€][\w£$€%.,]*\w|\w|%|n't|'ll|'d")

_IN_FULL = ABBREVIATIONS | AMBIGUOUS


class Said:
    """Everything a member said, made ready to compare sentences with."""

    def __init__(
        self, worksheet: Mapping[str, str], said: Sequence[Sentence] | None = None
    ) -> None:
        """Take the answers, by question key, and their sentences if they have been read."""
        self._sentences = said
        self._worksheet = worksheet
        self._raw = list(worksheet.values())
        self.clean = [clean(text) for text in self._raw]

    @cached_property
    def docs(self) -> list[Doc]:
        """The parsed sentences of the answers."""
        said = read(self._worksheet) if self._sentences is None else self._sentences
        return [sentence.doc for sentence in said]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every dictionary form of every word that was said; numbers as corrected."""
        said = {form for text in self.clean for form in _forms(text)}
        raw = {form for text in self._raw for form in _forms(text) if not number_of(form)}
        full = {form for short in said | raw for form in _forms(_IN_FULL.get(short, ""))}
        return frozenset(said | raw | full)

    def has(self, word: str) -> bool:
        """Say whether every part of a word was said, in any form."""
        return all(forms_of(part) & self.words for part in _parts(word))

    @cached_property
    def _said_acts(self) -> list[tuple[Token, set[str]]]:
        """Every predicate that was said, with the words that go with it."""
        return [(token, _around(token)) for doc in self.docs for token in doc if _acts(token)]

    @cached_property
    def _acting(self) -> dict[str, list[int]]:
        """Where among the said predicates each dictionary form stands."""
        places: dict[str, list[int]] = {}
        for place, (token, _) in enumerate(self._said_acts):
            for form in forms_of(token.lower_):
                places.setdefault(form, []).append(place)
        return places

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of people in the answers, in lower case."""
        return names_said(self.docs, self._worksheet)

    @cached_property
    def nouns(self) -> dict[str, list[Token]]:
        """The nouns of the answers by lemma."""
        nouns: dict[str, list[Token]] = {}
        for token in (t for doc in self.docs for t in doc if t.pos_ == "NOUN"):
            nouns.setdefault(token.lemma_.lower(), []).append(token)
        return nouns

    @cached_property
    def gaps(self) -> frozenset[tuple[str, ...]]:
        """The words on both sides of every "not" and "never", where they stand so nowhere else."""
        closed: set[tuple[str, ...]] = set()
        plain: set[tuple[str, ...]] = set()
        for words in map(bare_words, self.docs):
            plain.update(runs(words))
            for place in range(1, len(words) - 1):
                if words[place] in NEGATIONS:
                    before, *after = words[place - 1 : place + 4]
                    closed.update(runs([_WHOLE.get(before, before), *after[1:]])[:1])
                    if before in {"do", "does", "did"} and place > 1:
                        closed.update(runs([words[place - 2], *after[1:]])[:1])
        return frozenset(closed - plain)

    @cached_property
    def denied(self) -> frozenset[tuple[str, ...]]:
        """What was only ever said with a "not" or "never" right before it: "been up to"."""
        told = [run for doc in self.docs for run in light_runs(bare_words(doc))]
        return frozenset(run for run, denied in told if denied) - frozenset(
            run for run, denied in told if not denied
        )

    def sources(self, token: Token) -> list[Token]:
        """Return the words of the answers that say what this predicate says, most alike first."""
        found = [self._acting.get(form, ()) for form in sorted(forms_of(token.lower_))]
        same = list(dict.fromkeys(place for places in found for place in places))
        around = _around(token)
        alike = [len(around & words) for _, words in (self._said_acts[n] for n in same)]
        best = max(alike, default=0)
        return [
            self._said_acts[n][0] for n, score in zip(same, alike, strict=True) if score == best
        ]


_WHOLE = {"ca": "can", "wo": "will"}
"""What is left of a word when its "n't" goes, as it is said then."""


def bare_words(doc: Doc) -> list[str]:
    """Return the words of a text without stops and articles."""
    words = (t.lower_ for t in doc if not t.is_punct and t.lower_ not in {"a", "an", "the"})
    return [_IN_FULL_VERBS.get(word, word) for word in words]


_IN_FULL_VERBS = {"'ve": "have", "'re": "are", "'m": "am", "'ll": "will"}


_LIGHT = frozenset({"be", "been", "had", "got"})  # these follow nearly anything


def runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return every word with the next; where that is a free joining word, with three more.

    "I don't want to be told" does not make "I want to be" of any other wish a dropped "not".
    """
    return [
        tuple(words[place : place + (4 if after in FREE else 2)])
        for place, (_, after) in enumerate(pairwise(words))
    ]


def light_runs(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield "been up to" and the like, each with whether it is denied in the words before it."""
    for place, word in enumerate(words):
        if word in _LIGHT and place + 2 < len(words):
            before = words[max(place - 2, 0) : place]
            yield tuple(words[place : place + 3]), any(w in NEGATIONS for w in before)


def is_content(token: Token) -> bool:
    """Say whether a word has to have been said by the member."""
    lower = token.lower_
    if not any(c.isalnum() or c == "%" for c in lower) or lower in FUNCTION | FREE:
        return False
    return lower not in MODALS and lower not in {"n't", "not", "no", "never", "without", "nor"}


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[-/']", text.lower()) if part and part != "s"] or [text]


def _forms(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.lower()):
        for part in _parts(word.strip(".,")):
            yield from forms_of(part)


def forms_of(word: str) -> frozenset[str]:
    """Return the dictionary forms of a word, and of a number in words its figures too."""
    lower = word.lower()
    number = number_of(lower)
    return lemmas(lower) | ({number} if number else frozenset())


def number_of(word: str) -> str:
    """Return the figures of a number, or ""."""
    digits = word.strip("£$€%.,").replace(",", "")
    return NUMBERS.get(word, digits if digits[:1].isdigit() else "")


def predicates(doc: Doc) -> Iterator[Token]:
    """Yield the words of a text that say something of something."""
    for token in doc:
        if _acts(token) and token.lemma_.lower() not in FREE and is_content(token):
            yield token


def _acts(token: Token) -> bool:
    """Say whether a word says something of something: a verb, or what "is" leads to."""
    if token.pos_ == "VERB":
        return True
    return token.pos_ in {"ADJ", "NOUN"} and token.head.lemma_ == "be" and token.dep_ in {
        "acomp", "attr",
    }  # fmt: skip


def verb_of(token: Token) -> Token:
    """Return the verb that a predicate stands with: its own, or the "is" before it."""
    return token.head if token.pos_ in {"ADJ", "NOUN"} and token.head.lemma_ == "be" else token


def _around(token: Token) -> set[str]:
    """Return the forms of the words that go with a predicate."""
    verb = verb_of(token)
    near = [t for t in verb.subtree if abs(t.i - verb.i) <= 12 and t != token]
    return {form for t in near if is_content(t) for form in forms_of(t.lower_)}
