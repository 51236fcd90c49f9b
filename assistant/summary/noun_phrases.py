"""Noun phrases: what was named, as it is said where nothing was said before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.summary.capitals import uncapped
from assistant.summary.language import is_noun, lemmas
from assistant.summary.nouns import takes_article
from assistant.summary.spans import Span
from assistant.summary.words import NEGATIONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from assistant.summary.reading import Sentence

_LONGEST = 6  # words
_REACHES = 4  # words behind "of" or "in" within which its noun has to come
_GOES_ON = listed("of for in on from to at between with about by")
_POINTING = listed("this that these those their his her its your them")
_UNTOLD = listed("what which whatever no any each another such whose more less enough much all")
_DENIES = NEGATIONS | listed("without lack lacks lacking half most neither nor short")
_INSIDE = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PART", "SYM"})
_TAGS = frozenset({"DT", "PRP$", "CD", "PDT", "VBN", "VBG", "JJ", "POS", "HYPH"})
_OPENS = frozenset({"DT", "PRP$"})


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: where it stands, its noun, as it is said, and how often it was said so."""

    span: Span
    head: Token
    text: str
    times: int = 1


def phrases(said: Iterable[Sentence]) -> Sequence[Phrase]:
    """Return the noun phrases of a worksheet, each wording once."""
    found: dict[str, Phrase] = {}
    places: defaultdict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for sentence in said:
        for head, start, end in _found(sentence.doc):
            span = Span(sentence.key, sentence.number, sentence.doc, start, end)
            phrase = Phrase(span, head, told_first(span, head))
            found.setdefault(phrase.text.lower(), phrase)
            places[phrase.text.lower()].add((sentence.key, sentence.number, head.i))
    return [replace(phrase, times=len(places[text])) for text, phrase in found.items()]


def _found(doc: Doc) -> Iterator[tuple[Token, int, int]]:
    for token in doc:
        if not _may_be_noun(token):
            continue
        starts = list(_starts(token))
        if _is_denied(token, starts[-1]):
            continue
        for end in (token.i + 1, *_ends(token)):
            for start in starts:
                if end - start <= _LONGEST and _names(token, start) and _is_whole(doc, end):
                    yield token, start, end


def _is_denied(noun: Token, start: int) -> bool:
    """Whether it is said that there is none, or of a part of it: "no rota", "half the staff"."""
    doc = noun.doc
    if start and doc[start - 1].lower_ in _UNTOLD | _DENIES:
        return True
    verb, definite = noun.head, doc[start].lower_ == "the" or doc[start].tag_ == "PRP$"
    denied = any(child.dep_ == "neg" for child in verb.children)
    return denied and not definite and noun.dep_ in {"dobj", "attr"}


def _names(noun: Token, start: int) -> bool:
    """Whether it says more than "people", or than "loads" of something."""
    return start < noun.i or not {noun.lemma_.lower(), noun.lower_} & VAGUE


def _is_whole(doc: Doc, end: int) -> bool:
    """Whether no more of a compound word follows: "the co" of "the co-op"."""
    return end == len(doc) or (doc[end].text not in {"-", "'s", "'"} and doc[end - 1].text != "-")


def _may_be_noun(token: Token) -> bool:
    if not any(letter.isalnum() for letter in token.text):
        return False
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"NN", "NNS", "CD"}:
        return True
    if token.is_stop or not token.is_alpha or token.pos_ not in {"VERB", "ADJ", "X", "ADV"}:
        return False
    return token.tag_ in {"VBZ", "VBG"} or any(is_noun(base) for base in lemmas(token.lower_))


def _starts(noun: Token) -> Iterator[int]:
    """Yield where the phrase may begin, from the noun back to an article: "doubters", "three"."""
    doc, place = noun.doc, noun.i
    yield place
    while place and noun.i + 1 - place < _LONGEST:
        before = doc[place - 1]
        told = before.lower_ not in _UNTOLD and (not before.is_punct or before.text in "'-")
        fits = before.pos_ in _INSIDE or before.tag_ in _TAGS or _may_be_noun(before)
        if not (told and fits):
            return
        place -= 1
        if (before.is_alpha or before.like_num) and (not place or doc[place - 1].text != "-"):
            yield place
        if before.tag_ in _OPENS:
            return


def _ends(noun: Token) -> Iterator[int]:
    """Yield where a phrase ends that goes on behind its noun: "calls", "calls to my desk"."""
    doc, behind = noun.doc, noun.i + 2
    if behind < len(doc) and doc[behind - 1].lower_ in _GOES_ON:
        for token in doc[behind : behind + _REACHES]:
            if token.pos_ in {"NOUN", "PROPN"}:
                yield token.i + 1
            if token.pos_ not in _INSIDE and token.tag_ not in _TAGS:
                return


def told_first(span: Span, head: Token) -> str:
    """Return a noun phrase as it is said first: "the form" of "this form", and of a bare "form"."""
    doc, start, end = span.doc, span.start, span.end
    if doc[start].lower_ in _POINTING and end > start + 1:
        return f"the {doc[start + 1 : end].text}"
    text = span.text if start else uncapped(span.text, doc)
    told = {token.tag_ for token in doc[start : head.i]}
    bare = doc[start].tag_ not in {"DT", "PRP$", "CD", "PDT"} and "POS" not in told
    return f"the {text}" if bare and takes_article(head) else text
