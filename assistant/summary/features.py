"""Features: what can be seen of a stretch of words, for the regressions of `judge`.

Each feature is a short name that is there or not: which words and parts of speech follow each
other, how the parse ties them, what stands before and behind, which question was answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from assistant.summary.language import SUBJECTS, TENSED

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assistant.summary.spans import Span

_FAR = 60  # words beyond an edge at which ties are still looked for
_OUTSIDE = 99  # where a head stands that is not in the stretch


class Word(NamedTuple):
    """A token as the features see it; `head` is the place of its head."""

    lower: str
    tag: str
    pos: str
    dep: str
    head: int
    common: bool  # a word like "the", "would", "because"

    @property
    def seen(self) -> str:
        """The word itself where it is a common one, else its part of speech."""
        return self.lower if self.common or self.pos == "PUNCT" else self.tag


def words_of(doc: Doc) -> list[Word]:
    """Return the tokens of a parsed text."""
    return [Word(t.lower_, t.tag_, t.pos_, t.dep_, t.head.i, t.is_stop) for t in doc]


def of_span(span: Span, sentence: Sequence[Word]) -> Iterator[str]:
    """Yield what is seen of a stretch in its sentence, as that was parsed."""
    yield from around(sentence, span.start, span.end)
    yield from _asked(span)
    inside = (
        word._replace(
            head=word.head - span.start if span.start <= word.head < span.end else _OUTSIDE
        )
        for word in sentence[span.start : span.end]
    )
    yield from _inside(list(inside))


def of_piece(span: Span, sentence: Sequence[Word], doc: Doc) -> Iterator[str]:
    """Yield what is seen of a piece that has been parsed by itself, as it would be said."""
    yield from around(sentence, span.start, span.end)
    yield from _asked(span)
    yield from _inside(words_of(doc))


def _asked(span: Span) -> Iterator[str]:
    number = min(span.sentence, 4)
    yield f"k:{span.key}"
    yield f"k:{span.key}:{number}"
    yield f"k:{span.key}:{'m' if span.start else 's'}"
    yield f"sn:{number}"


def around(words: Sequence[Word], start: int, end: int) -> Iterator[str]:
    """Yield what stands at both edges, and what the parse ties across them."""
    before = words[start - 1].seen if start else "<"
    last = end >= len(words) or (end == len(words) - 1 and words[end].lower in ".?!")
    after = ">" if last else words[end].seen
    yield f"p:{before}"
    yield f"n:{after}"
    yield f"pn:{before}|{after}"
    yield f"f0:{words[start].seen}|{before}"
    yield f"l0:{words[end - 1].seen}|{after}"
    if not last:
        yield f"n2:{after}|{words[end + 1].seen if end + 1 < len(words) else '>'}"
    tied_out = 0
    for word in words[start:end]:
        if word.dep == "ROOT":
            yield "hasroot"
            tied_out += 1
        elif not start <= word.head < end:
            tied_out += 1
            yield f"io:{word.dep}:{'L' if word.head < start else 'R'}"
    yield f"ioN:{min(tied_out, 4)}"
    first = max(start - _FAR, 0)
    tied_in = [
        f"oi:{word.dep}:{'L' if place < start else 'R'}"
        for place, word in enumerate(words[first : end + _FAR], first)
        if not start <= place < end and start <= word.head < end and word.pos != "PUNCT"
    ]
    yield from tied_in
    yield f"oiN:{min(len(tied_in), 4)}"


def _inside(words: list[Word]) -> Iterator[str]:
    """Yield how the words follow each other and how they are tied."""
    while words and words[-1].lower in ".?!":
        words.pop()
    tags = ["<", *(word.tag for word in words), ">"]
    yield from (f"t2:{one}_{two}" for one, two in pairwise(tags))
    yield from (f"t3:{'_'.join(tags[i : i + 3])}" for i in range(len(tags) - 2))
    deps = ["<", *(word.dep for word in words), ">"]
    yield from (f"d2:{one}_{two}" for one, two in pairwise(deps))
    for place, word in enumerate(words):
        of = words[word.head].pos if word.head < len(words) else "."
        yield f"h:{word.dep}:{of}:{word.pos}:{'R' if place > word.head else 'L'}"
        if word.common:
            yield f"w:{word.lower}:{word.dep}"
    seen = ["<", *(word.seen for word in words), ">"]
    yield from (f"x2:{one}_{two}" for one, two in pairwise(seen))
    yield f"x3:{'_'.join(seen[:3])}"
    yield f"x3:{'_'.join(seen[-3:])}"
    yield from _told(words)


def _told(words: Sequence[Word]) -> Iterator[str]:
    """Yield what is told of what: the root, its subject, its tense, how long it is."""
    roots = [place for place, word in enumerate(words) if word.dep == "ROOT"]
    for root in roots[:1]:
        verb = words[root]
        children = [w for i, w in enumerate(words) if w.head == root != i and w.pos != "PUNCT"]
        subjects = [child for child in children if child.dep in SUBJECTS]
        helped = any(c.tag in TENSED for c in children if c.dep in {"aux", "auxpass"})
        yield f"r:{verb.tag}"
        yield f"rc:{verb.tag}:{'_'.join(child.dep for child in children)}"
        yield f"subj:{len(subjects)}"
        yield from (f"s:{w.lower if w.common else w.tag}" for w in subjects[:1])
        yield f"fin:{verb.tag in TENSED or helped}"
        yield f"neg:{any(child.dep == 'neg' for child in children)}"
    yield f"roots:{len(roots)}"
    yield from (f"anew:{word.pos}" for word, after in pairwise(words) if _begins_anew(word, after))
    yield f"len:{min(len(words), 24) // 2}"
    told = sum(word.tag in TENSED for word in words)
    yield f"fins:{told}"
    yield from (f"o:{word.seen}:{min(told, 3)}" for word in words[:1])  # "when they ring"


def _begins_anew(word: Word, after: Word) -> bool:
    """Whether a subject follows what cannot lead to one: "ask I", "mouth my mother never had"."""
    subject = after.dep in SUBJECTS and after.tag in {"PRP", "EX"}
    return subject and word.pos in {"VERB", "PRON", "ADV", "ADP", "PART", "ADJ", "PROPN", "NUM"}
