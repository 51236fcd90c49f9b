"""Pieces: what the sentence can be made of, each worded as it would be said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, get_args

import numpy as np

from assistant.summary.features import of_piece, of_span, words_of
from assistant.summary.hyphens import hyphenated
from assistant.summary.judge import ROLES, Role, Vectors, of_pieces, of_spans
from assistant.summary.language import content_of, load
from assistant.summary.nouns import is_role
from assistant.summary.people import names, names_said, roles
from assistant.summary.reading import Sentence, read
from assistant.summary.references import references
from assistant.summary.spans import Span, spans
from assistant.summary.stating import purpose, statement
from assistant.summary.topics import Topic, topics
from assistant.summary.wishes import wish
from assistant.summary.words import CLEARED

if TYPE_CHECKING:
    from spacy.tokens import Doc

_IMPORTANCE = ("importance_self", "importance_practice")
_BENEFITS = ("benefits_self", "benefits_others", "benefits_practice")
ASKED: Mapping[Role, frozenset[str]] = {
    "aim": frozenset(("try", "problem", "progress_signs", *_IMPORTANCE, *_BENEFITS)),
    "obstacle": frozenset(
        ("problem", "stopping", "difficulties", *_IMPORTANCE, "try", "can_do", "progress_signs",
         "who_helps", "who_knows", "who_cares")
    ),
    "scene": frozenset(("problem",)),
    "reason": frozenset(("problem", *_IMPORTANCE)),
    "purpose": frozenset(_BENEFITS),
}  # fmt: skip
"""The questions whose answers are searched for each role."""
GLANCED: Mapping[Role, int] = {"aim": 10, "obstacle": 20, "scene": 7, "reason": 5, "purpose": 4}
"""How many stretches of each role are looked at closely."""
_READ = 400  # words of one answer
LONGEST = 20  # words of a piece
TOPICS = 3
"""How many topics a sentence may choose from."""


@dataclass(frozen=True)
class Wording:
    """A stretch as it would be said in a role, and its parse."""

    role: Role
    span: Span
    text: str
    doc: Doc


@dataclass(frozen=True, eq=False)
class Piece:
    """A wording with what the judge says of it, in log-odds, and the embedding of its words."""

    role: Role
    span: Span
    text: str
    doc: Doc
    worth: float
    clear: float
    meaning: Vectors = field(repr=False)

    @cached_property
    def size(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @cached_property
    def content(self) -> frozenset[str]:
        """The dictionary forms of the words that carry content."""
        return content_of(self.doc)

    @cached_property
    def references(self) -> Sequence[tuple[bool, frozenset[str]]]:
        """What it names and what its pronouns may stand for (`references.references`)."""
        return references(self.doc)

    @cached_property
    def pointing(self) -> int:
        """How many nouns are spoken of as known: "the sheet", "that door"."""
        heads = (token.head for token in self.doc if token.lower_ in _KNOWN and token.dep_ == "det")
        return sum(head.pos_ == "NOUN" for head in heads)


_KNOWN = frozenset(("the", "this", "that", "these", "those"))


@dataclass(frozen=True)
class Found:
    """What was said, and the pieces of it, the best of each role first."""

    said: Sequence[Sentence]
    names: frozenset[str]
    pieces: Mapping[Role, Sequence[Piece]]


def find(worksheet: Mapping[str, str]) -> Found:
    """Return the pieces of a worksheet (question key to answer). Raises ParserMissing."""
    said = read({key: _beginning(text) for key, text in worksheet.items()})
    called = names_said([sentence.doc for sentence in said], worksheet)
    seen = {id(sentence.doc): words_of(sentence.doc) for sentence in said}
    every = [span for s in said for span in spans(s.key, s.number, s.doc)]
    every = [span for span in every if span.text.lower().strip(" .") not in CLEARED]
    if not every:
        return Found(said, called, dict.fromkeys(get_args(Role), ()))
    glance = of_spans(of_span(span, seen[id(span.doc)]) for span in every)
    chosen = _best(every, glance)
    worded = _unnamed(worded_as(chosen), said, called)
    scores, meanings = of_pieces(
        (of_piece(w.span, seen[id(w.span.doc)], w.doc) for w in worded), [w.text for w in worded]
    )
    pieces = [
        Piece(w.role, w.span, said_aloud(w.doc), w.doc,
              float(row[ROLES.index(w.role)]), float(row[-1]), np.asarray(meaning))
        for w, row, meaning in zip(worded, scores, meanings, strict=True)
    ]  # fmt: skip
    ranked = {role: _ranked(pieces, role) for role in ROLES}
    named = [as_piece(topic) for topic in topics(said, called)[:TOPICS]]
    return Found(said, called, ranked | {"topic": named})


def as_piece(topic: Topic) -> Piece:
    """Return a topic as a piece of a sentence."""
    span = topic.phrase.span
    doc = span.doc[span.start : span.end].as_doc()
    return Piece("topic", span, topic.text, doc, topic.worth, 0.0, topic.meaning)


def said_aloud(doc: Doc) -> str:
    """Return a parsed wording with its hyphens, without its stop or half of a pair of quotes."""
    text = hyphenated(doc).rstrip(" .")
    opened = len(re.findall(r"(?<!\w)'(?=\w)", text))
    if opened > len(re.findall(r"(?<=[\w,.?!])'(?!\w)", text)):
        text = re.sub(r"(?<!\w)'(?=\w)", "", text)
    return text.replace('"', "") if text.count('"') % 2 else text


def _beginning(text: str) -> str:
    """Return what is looked at of an answer: nobody puts the point behind so many words."""
    return " ".join(re.split(r"[ \t]+", text)[:_READ])


def _best(every: Sequence[Span], glance: Vectors) -> Mapping[Role, Sequence[Span]]:
    chosen = {}
    for column, role in enumerate(ROLES):
        asked = [place for place, span in enumerate(every) if span.key in ASKED[role]]
        asked.sort(key=lambda place, column=column: -glance[place, column])  # type: ignore[misc]
        chosen[role] = [every[place] for place in asked[: GLANCED[role]]]
    return chosen


def _ranked(pieces: Iterable[Piece], role: Role) -> Sequence[Piece]:
    mine = (p for p in pieces if p.role == role and p.size <= LONGEST)
    return sorted(mine, key=lambda piece: (-piece.worth, piece.text))


def worded_as(chosen: Mapping[Role, Sequence[Span]]) -> list[Wording]:
    """Return the stretches of each role as they would be said, where they can be."""
    texts = list(dict.fromkeys(span.text for spans in chosen.values() for span in spans))
    docs = dict(zip(texts, load().pipe(f"{text}." for text in texts), strict=True))
    said = [
        (role, span, text)
        for role, spans in chosen.items()
        for span in spans
        if (text := _as(role, span, docs[span.text]))
    ]
    anew = list(dict.fromkeys(text for _, _, text in said if text not in docs))
    docs |= zip(anew, load().pipe(f"{text}." for text in anew), strict=True)
    return [Wording(role, span, text, docs[text]) for role, span, text in said]


def _as(role: Role, span: Span, doc: Doc) -> str:
    text = span.text.strip()
    if role == "aim":
        return wish(text, span.key, doc, span.is_of_oneself)
    if role == "purpose":
        return purpose(text, doc)
    return _FOLLOWS.sub("", statement(text, span.key, doc, span.is_of_oneself))


_FOLLOWS = re.compile(r"\b(?:therefore|consequently|thus(?! far)),? ", re.IGNORECASE)
"""What tells that it follows from something that is not said with it."""


def _unnamed(
    worded: Iterable[Wording], said: Iterable[Sentence], called: frozenset[str]
) -> list[Wording]:
    """Put roles for people's names; what names somebody of whom no role was said is left out."""
    if not called:
        return list(worded)
    told = " ".join(sentence.doc.text for sentence in said)
    stand_ins = roles(told, called, is_role)
    found: list[tuple[Wording, str]] = []
    changed: list[tuple[Wording, str]] = []
    for wording in worded:
        text = _with_roles(wording.text, stand_ins)
        if not names(text, called):
            (found if text == wording.text else changed).append((wording, text))
    docs = load().pipe(f"{text}." for _, text in changed)
    anew = [
        Wording(wording.role, wording.span, text, doc)
        for (wording, text), doc in zip(changed, docs, strict=True)
    ]
    return [*(wording for wording, _ in found), *anew]


def _with_roles(text: str, stand_ins: Mapping[str, str]) -> str:
    for name, role in sorted(stand_ins.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"\b{re.escape(role)},? {re.escape(name)}\b,?", role, text, flags=re.I)
        which = r"(?:\b(?:my|our|the|his|her|your|their) )?"  # "our Zoltan"
        text = re.sub(rf"{which}\b{re.escape(name)}\b", role, text, flags=re.I)
    return text
