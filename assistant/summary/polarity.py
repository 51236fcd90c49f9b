"""Negation and modality: what was denied stays denied, what might be stays what might be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.summary.language import SUBJECTS
from assistant.summary.problem import Problem
from assistant.summary.said import Said, bare_words, light_runs, predicates, runs, verb_of
from assistant.summary.words import FREE, MODALS, NEGATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def polarity(said: Said, doc: Doc) -> Iterator[Problem]:
    """Compare each statement's negation with the nearest thing that was said."""
    for token in predicates(doc):
        sources = said.sources(token)
        if not sources or any(is_negated(s) == is_negated(token) for s in sources):
            continue
        if is_negated(token) and any(_denies(source) for source in sources):
            continue
        if not is_negated(token) and any(is_negated(above) for above in token.ancestors):
            continue
        stated = not any(_is_wished(s) and is_negated(s) for s in sources)
        if _is_wished(token) and not is_negated(token) and stated:
            continue  # "we don't decide", "I can't get them to": I want to
        yield Problem("negation", (token.text,))
    for noun in doc:
        held = noun.pos_ == "NOUN" and not _is_denied(noun) and not _is_wished(noun)
        if held and _only_denied(said, noun):
            yield Problem("negation", (noun.text,))
    for gap in sorted(said.gaps & set(runs(bare_words(doc)))):
        yield Problem("negation", gap)
    for run, denied in light_runs(bare_words(doc)):
        if not denied and run in said.denied:
            yield Problem("negation", run)
    for token in doc:
        if (
            token.lower_ in _ONLY_DENIED
            and not _is_under_denial(token)
            and _was_denied(said, token)
        ):
            yield Problem("negation", (token.text,))
    negative = {word for text in said.clean for word in _negative_words(text)}
    if not negative and (added := [t.text for t in doc if t.lower_ in NEGATIONS]):
        yield Problem("negation", tuple(added))


_ONLY_DENIED = frozenset({"anything", "anybody", "anyone", "owt"})  # "I've done anything"


def _is_under_denial(token: Token) -> bool:
    denied = any(is_negated(above) for above in token.ancestors)
    before = token.doc[max(token.i - _NEAR, 0) : token.i]
    return denied or any(t.lower_ in NEGATIONS for t in before)  # "without shaming anybody"


_NEAR = 4  # words


def _was_denied(said: Said, token: Token) -> bool:
    """Say whether a word was only ever said where something is denied."""
    found = [t for doc in said.docs for t in doc if t.lower_ == token.lower_]
    return bool(found) and all(any(u.lower_ in NEGATIONS for u in t.sent) for t in found)


def _only_denied(said: Said, noun: Token) -> bool:
    """Say whether a thing was only ever said not to be there: "there is no rule"."""
    found = said.nouns.get(noun.lemma_.lower(), [])
    return bool(found) and all(_is_denied(source) for source in found)


def modality(said: Said, doc: Doc) -> Iterator[Problem]:
    """Compare each statement's "can", "might", "should" with the nearest thing that was said."""
    for token in predicates(doc):
        wanted = _modals(token)
        sources = said.sources(token)
        if not sources:
            continue
        had = [_modals(source) for source in sources]
        lost = all(m - {"will"} for m in had) and not any(m & wanted for m in had)
        added = wanted and not any(wanted <= m for m in had) and not _near(said, token, wanted)
        if added or (lost and not _is_wished(token)):
            yield Problem("modality", (token.text,))
    yield from _should(doc)


def _near(said: Said, token: Token, wanted: set[str]) -> bool:
    return any(
        wanted <= {MODALS[t.lower_] for t in source.sent if t.lower_ in MODALS}
        for source in said.sources(token)
    )


def _should(doc: Doc) -> Iterator[Problem]:
    for token in doc:
        if token.lower_ in {"should", "must", "ought"} and token.dep_ == "aux":
            subjects = [c for c in token.head.children if c.dep_ in SUBJECTS]
            if subjects and subjects[0].lower_ not in {"i", "we"}:
                yield Problem("modality", (token.text,))


def _negative_words(text: str) -> list[str]:
    return [w for w in re.findall(r"n't|\w+?(?=n't)|\w+", text.lower()) if w in NEGATIONS]


def is_negated(token: Token) -> bool:
    """Say whether what a predicate says is denied, by "not" or by "nobody", "no facts"."""
    verb = verb_of(token)
    return any(_denies_verb(child, verb) for child in verb.children)


def _denies_verb(child: Token, verb: Token) -> bool:
    if child.dep_ == "neg":
        return child.i < verb.i or verb.pos_ == "AUX"  # "taught, not minded" is taught
    if child.lower_ == "longer":  # "they no longer shout"
        return child.i > 0 and child.nbor(-1).lower_ == "no"
    if child.lower_ in NEGATIONS:
        return child.lower_ != "without"  # that denies its own noun
    arguments = child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep"}
    return arguments and any(c.lower_ in NEGATIONS and c.i < child.i for c in child.children)


def _is_denied(noun: Token) -> bool:
    """Say whether a thing is said not to be there."""
    if any(child.lower_ in NEGATIONS and child.i < noun.i for child in noun.children):
        return True
    verb = noun.head
    held = noun.dep_ in {"dobj", "attr"} and verb.lemma_ in {"have", "get", "be", "do", "'ve"}
    return verb.lower_ == "without" or (held and is_negated(verb))


def _denies(token: Token) -> bool:
    """Say whether a denial stands above a predicate: "I don't think it works"."""
    return any(is_negated(above) for above in token.ancestors) or any(
        t.lower_ in NEGATIONS for t in token.sent
    )


def _modals(token: Token) -> set[str]:
    verb = verb_of(token)
    return {MODALS[c.lower_] for c in verb.children if c.dep_ == "aux" and c.lower_ in MODALS}


def _is_wished(token: Token) -> bool:
    """Say whether a predicate stands under "want to", "so that": not claimed to be so."""
    while True:
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            return True
        if token.dep_ == "ROOT" or token.head == token:
            return False
        beside, token = token.dep_ == "conj", token.head
        if not beside and token.lemma_ in FREE:
            return True
