"""Spans: the stretches of an answer from which a sentence can be made, word for word.

A stretch runs from where a statement may begin to where one may end. There are many, and most are
halves: which are whole, and worth saying, is for `judge` to tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.summary.language import SUBJECTS
from assistant.summary.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORTEST, LONGEST = 2, 24  # words and stops inside
# What joins a statement to the one before, and does not belong to it.
_JOINS = listed(
    "and but or so because cos cause plus yes no yeah well oh okay aye right however meanwhile"
)
# What a statement may follow without a stop: these may themselves begin one.
_LEADS = _JOINS | listed(
    "then now also since although though maybe basically honestly that when if which while where "
    "after before until how what who like except only just"
)
_ANYBODY = listed(
    "nobody everybody everyone somebody someone nothing everything half most some none anyone "
    "people"
)
_OBJECTS = listed("me him them us myself himself herself themselves ourselves itself")
_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nummod", "predet"})


@dataclass(frozen=True)
class Span:
    """A stretch of a sentence: the question's key, which sentence of the answer, and its tokens."""

    key: str
    sentence: int
    doc: Doc
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as they were said, without a stop."""
        return self.doc[self.start : self.end].text

    @property
    def lead(self) -> str:
        """The word before it, in lower case: "so", "because", "but"; "" at the beginning."""
        return str(self.doc[self.start - 1].lower_) if self.start else ""

    @property
    def is_of_oneself(self) -> bool:
        """Whether nobody but the member acts before it in its sentence: "he came and took it"."""
        before = (token for token in self.doc[: self.start] if token.dep_ in SUBJECTS)
        return all(token.lower_ in {"i", "we"} for token in before)

    def overlaps(self, other: Span) -> bool:
        """Whether two stretches have a word in common."""
        same = (self.key, self.sentence) == (other.key, other.sentence)
        return same and self.start < other.end and other.start < self.end


def spans(key: str, sentence: int, doc: Doc) -> Iterator[Span]:
    """Yield every stretch of a parsed sentence that may be a statement or a wish."""
    words = [token for token in doc if not token.is_punct]
    if len(words) == 1:  # "keys": all that was said
        yield Span(key, sentence, doc, words[0].i, words[0].i + 1)
    begins = [token.i for token in doc if _may_begin(token)]
    fresh = frozenset(begins)
    finishes = [token.i + 1 for token in doc if _may_end(token, fresh)]
    for start in begins:
        if doc[start].lower_ in _JOINS - {"no", "right"}:
            continue
        near = bisect_left(finishes, start + SHORTEST), bisect_right(finishes, start + LONGEST)
        for end in finishes[slice(*near)]:
            if not _BROKEN & _stops(doc, start, end):
                yield Span(key, sentence, doc, start, end)


_BROKEN = frozenset(":?!=;+[](){}<>")
"""What parts two statements, or is none: no piece goes across one of these."""


def _stops(doc: Doc, start: int, end: int) -> frozenset[str]:
    return frozenset(token.text for token in doc[start:end] if not token.is_alpha)


def _may_begin(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return False
    before = token.nbor(-1) if token.i else None
    if before is None or before.is_punct or before.lower_ in _LEADS or before.pos_ == "INTJ":
        return True
    if token.tag_ in {"PRP", "EX"}:
        return token.lower_ not in _OBJECTS and before.pos_ != "ADP"
    if token.dep_ in SUBJECTS:
        return token.lower_ in _ANYBODY or token.left_edge.i == token.i
    head = token.head
    opens = token.dep_ in _BEFORE_NOUN and head.dep_ in SUBJECTS
    return opens and head.left_edge.i == token.i


def _may_end(token: Token, begins: frozenset[int]) -> bool:
    if token.is_punct or token.is_space:
        return False
    if token.i + 1 == len(token.doc):
        return True
    after = token.nbor(1)
    if after.is_punct or after.lower_ in _LEADS or after.i in begins:
        return True
    if after.dep_ in {"mark", "advmod"}:
        return after.head.dep_ in {"advcl", "relcl"}
    if after.dep_ == "prep":
        return after.head.pos_ in {"VERB", "AUX"}
    return after.dep_ == "npadvmod" or after.lower_ == "to"
