"""Quantity: numbers stand where they stood, a half is not the whole, nobody is not everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from assistant.summary.language import SUBJECTS
from assistant.summary.nouns import is_person, is_role
from assistant.summary.problem import Problem
from assistant.summary.said import Said, forms_of, is_content, number_of
from assistant.summary.words import INDEFINITES, PROPORTIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def quantity(said: Said, doc: Doc) -> Iterator[Problem]:
    """Every number must stand where it stood, no "half" be dropped, no "all" be added."""
    for token in doc:
        number = number_of(token.lower_)
        near = [
            token.head,
            *doc[max(token.i - 1, 0) : token.i],
            *doc[token.i + 1 : token.i + 2],
        ]
        if number and token.dep_ == "nummod" and not _counted(said, number, near):
            yield Problem("quantity", (token.text, token.head.text))
    for token in doc:
        if token.lower_ in INDEFINITES and not _as_many(said, token):
            yield Problem("quantity", (token.text,))
        whole = token.pos_ == "NOUN" and token.dep_ in SUBJECTS and not _shared(token)
        if whole and _same_statement(said, token):
            yield Problem("quantity", (token.text,))


def _as_many(said: Said, token: Token) -> bool:
    """Say whether what is said of everybody, something or nothing was said of as many."""
    if any(c.lower_ == "about" for c in token.children):
        return True  # "I want to do something about it" is a joining phrase
    thing = token.lower_ == "everything"  # "all 23 letters" are not everything
    people = token.lower_ in {"everyone", "everybody"}
    named = said.names if token.lower_ in {"someone", "somebody"} else frozenset()
    others = [
        t
        for doc in said.docs
        for t in doc
        if t.lower_ in INDEFINITES[token.lower_] | named and not (thing and t.dep_ in _COUNTS)
        if not (people and _counts_things(t))
    ]
    after, before = _beside(token)
    act = [token.head] if is_content(token.head) else (after[:1] or before[:1])
    wanted = {form for t in act for form in forms_of(t.lower_)}
    return any(
        not wanted or wanted & _company(other) or _stands_as(token, other) for other in others
    )


_COUNTS = {"det", "predet", "advmod", "quantmod"}


def _counts_things(token: Token) -> bool:
    """Say whether "every" or "all" is said of things, not of people: "every release"."""
    noun = token.head
    counts = token.dep_ in {"det", "predet"} and noun.pos_ == "NOUN"
    return counts and not (is_person(noun) or is_role(noun.lemma_.lower()))


def _stands_as(token: Token, other: Token) -> bool:
    """Say whether the same two words come before or after: "I do it all"."""
    (doc, i), (said, j) = (token.doc, token.i), (other.doc, other.i)
    before, after = doc[max(i - 2, 0) : i], doc[i + 1 : i + 3]
    told, next_told = said[max(j - 2, 0) : j], said[j + 1 : j + 3]
    same_before = len(before) == 2 and before.text.lower() == told.text.lower()
    return same_before or (len(after) == 2 and after.text.lower() == next_told.text.lower())


def _company(token: Token) -> set[str]:
    near = [token.head, *chain(*_beside(token))]
    return {form for t in near if is_content(t) for form in forms_of(t.lower_)}


def _beside(token: Token) -> tuple[list[Token], list[Token]]:
    """Return the content words a few words after and before a word, the nearest first."""
    place, doc = token.i, token.doc
    after, before = doc[place + 1 : place + 1 + _NEAR], doc[max(place - _NEAR, 0) : place]
    return list(filter(is_content, after)), list(filter(is_content, before))[::-1]


_NEAR = 6  # words


def _counted(said: Said, number: str, near: Collection[Token]) -> bool:
    forms = {form for token in near if is_content(token) for form in forms_of(token.lower_)}
    return any(
        number in {number_of(t.lower_) for t in doc}
        and any(forms & forms_of(t.lower_) for t in doc)
        for doc in said.docs
    )


def _same_statement(said: Said, noun: Token) -> list[Token]:
    forms, verb = forms_of(noun.lower_), forms_of(noun.head.lower_)
    found = [
        t
        for doc in said.docs
        for t in doc
        if t.dep_ in SUBJECTS | {"pobj"} and forms & forms_of(t.lower_)
    ]
    same = [t for t in found if any(verb & forms_of(a.lower_) for a in t.ancestors)]
    return same if all(_shared(t) for t in same) else []


def _shared(noun: Token) -> bool:
    """Say whether only a part of something is meant: "half of my staff", "most parents"."""
    near = [*noun.children, *([noun.head, noun.head.head] if noun.dep_ == "pobj" else [])]
    return any(t.lower_ in PROPORTIONS for t in near)
