"""Topics: what a worksheet is about, said before the sentence: "With the two neighbours, I want".

A stranger who hears it first knows what "it" and "they" are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from assistant.summary.features import around, words_of
from assistant.summary.judge import Vectors, meanings_of, of_topics
from assistant.summary.language import is_known
from assistant.summary.noun_phrases import Phrase, phrases
from assistant.summary.nouns import is_role
from assistant.summary.people import TITLES, names, names_in
from assistant.summary.references import pronouns_for, stands_for
from assistant.summary.words import GROUPS, VAGUE, listed

if TYPE_CHECKING:
    from assistant.summary.features import Word
    from assistant.summary.reading import Sentence

_CLOSE = 12  # phrases that are looked at closely
_ASKED = ("problem", "try", "stopping")
"""The answers to which a topic has to be near, and whose pronouns it may stand for."""
_PLACED = frozenset(("on", "in", "at"))
_ASKS_FOR = listed(
    """
    look work believe rely depend agree focus insist concentrate rest sign hold pick start shout
    count spend go get put write come point laugh stare interest involve keep carry call
    """
)
"""Verbs whose "on", "in" and "at" say nothing of where it is: "look at the sheet"."""
_TIMES = (2, 3, 4, 6, 8)


@dataclass(frozen=True)
class Topic:
    """A phrase with the word that leads it, how well it serves in log-odds, and its embedding."""

    phrase: Phrase
    text: str
    worth: float
    meaning: Vectors


@dataclass(frozen=True)
class Told:
    """What is counted once in a worksheet, for all phrases."""

    words: Mapping[int, Sequence[Word]]
    times: Mapping[str, Collection[tuple[str, int]]]  # in which sentences a word was said
    pronouns: Counter[tuple[str, str]]  # what pronouns may stand for, and the question


def topics(said: Sequence[Sentence], called: Collection[str]) -> Sequence[Topic]:
    """Return what the sentence can open with, the best first; it names none who is `called` so.

    Raises ParserMissing.
    """
    told = counted(said)
    somebody = _names(said) | set(called)
    every = [p for p in phrases(said) if not (_is_a_name(p) or names(p.text, somebody))]
    if not every:
        return ()
    seen = [list(of_phrase(phrase, told)) for phrase in every]
    glance = of_topics(seen)[:, 0]
    close = np.argsort(-glance, kind="stable")[:_CLOSE]
    meanings = meanings_of([every[row].text for row in close])
    near = nearness(said, meanings)
    odds = of_topics([[*seen[row], *near[place]] for place, row in enumerate(close)], meanings)
    found = [
        Topic(every[row], led(every[row]), float(worth), meaning)
        for row, worth, meaning in zip(close, odds[:, 0], meanings, strict=True)
    ]
    return sorted(found, key=lambda topic: (-topic.worth, topic.text))


def _names(said: Iterable[Sentence]) -> set[str]:
    """Return the names of people as each sentence shows them, and their words: "mr doyle"."""
    found = {name.lower() for sentence in said for name in names_in(sentence.doc)}
    words = (word for name in found for word in name.split())
    return found | {word for word in words if not re.fullmatch(TITLES, word.rstrip("."))}


def _is_a_name(phrase: Phrase) -> bool:
    """Whether a word of it may name somebody: one of no dictionary, and without an article."""
    span = phrase.span
    if span.doc[span.start].tag_ in {"DT", "PRP$"}:
        return False
    words = span.doc[span.start : span.end]
    return any(word.pos_ == "PROPN" and not is_known(word.lower_) for word in words)


def led(phrase: Phrase) -> str:
    """Return a phrase with the word the member has for where it is ("on line 3"), else "with"."""
    span = phrase.span
    before = span.doc[span.start - 1] if span.start else None
    placed = before is not None and before.lower_ in _PLACED and before.dep_ == "prep"
    if before is None or not placed or before.head.lemma_.lower() in _ASKS_FOR:
        return f"with {phrase.text}"
    return f"{before.lower_} {phrase.text}"


def counted(said: Iterable[Sentence]) -> Told:
    """Count the words and pronouns of a worksheet."""
    words: dict[int, Sequence[Word]] = {}
    times: dict[str, set[tuple[str, int]]] = {}
    pronouns: Counter[tuple[str, str]] = Counter()
    for sentence in said:
        words[id(sentence.doc)] = words_of(sentence.doc)
        for token in sentence.doc:
            where = (sentence.key, sentence.number)
            times.setdefault(token.lemma_.lower(), set()).add(where)
            if sentence.key in _ASKED:
                pronouns.update((each, sentence.key) for each in stands_for(token.lower_))
    return Told(words, times, pronouns)


def of_phrase(phrase: Phrase, told: Told) -> Iterator[str]:
    """Yield what is seen of a phrase: where and how often, what it is made of, what is around."""
    span, head = phrase.span, phrase.head
    lemma = head.lemma_.lower()
    where = told.times[lemma]
    keys = frozenset(key for key, _ in where)
    yield f"times:{_step(len(where), _TIMES)}"
    yield f"answers:{min(len(keys), 5)}"
    yield f"same:{min(phrase.times, 3)}"
    yield from (f"in:{key}" for key in keys)
    yield f"k:{span.key}"
    yield f"k:{span.key}:{min(span.sentence, 3)}"
    if span.key == "problem":
        yield f"at:{_step(span.start, (3, 8, 15, 25))}"
    yield from around(told.words[id(span.doc)], span.start, span.end)
    inside = told.words[id(span.doc)][span.start : span.end]
    yield f"first:{inside[0].seen}"
    yield f"tags:{'_'.join(word.tag for word in inside)}"
    yield from (f"t2:{a.tag}_{b.tag}" for a, b in pairwise(inside))
    yield f"size:{len(inside)}"
    yield f"on:{next((word.lower for word in inside if word.pos == 'ADP'), '')}"
    yield f"head:{head.tag_}:{head.pos_}"
    yield f"dep:{head.dep_}:{head.head.pos_}"
    yield f"ent:{head.ent_type_}"
    yield f"role:{is_role(lemma)}"
    yield f"group:{lemma in GROUPS}"
    yield f"vague:{lemma in VAGUE}"
    for each in pronouns_for(head):
        yield f"may be:{each}"
        yield from (f"for {each}:{key}" for key in _ASKED if told.pronouns[each, key])


def nearness(said: Iterable[Sentence], meanings: Vectors) -> list[list[str]]:
    """Return of each phrase how near its meaning is to each of the answers."""
    answers = dict.fromkeys(_ASKED, "")
    for sentence in said:
        if sentence.key in answers:
            answers[sentence.key] += f" {sentence.doc.text}"
    alike = meanings @ meanings_of([answers[key].strip() or "." for key in _ASKED]).T
    return [
        [
            f"near {key}:{max(0, min(12, int(likeness * 20)))}"
            for key, likeness in zip(_ASKED, row, strict=True)
        ]
        for row in alike
    ]


def _step(figure: int, steps: Sequence[int]) -> int:
    return sum(figure >= step for step in steps)
