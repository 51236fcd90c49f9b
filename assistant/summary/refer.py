"""What a pronoun stands for, so that the sentence can be understood on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clauses import Clause
from .people import TITLES
from .words import GROUPS, PERSONS, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

THEY = frozenset("they them their themselves".split())
IT = frozenset("it its itself".split())
HE_SHE = frozenset("he him his she her himself herself".split())
POINTING = frozenset("this that these those".split())
_AMOUNTS = frozenset("load lot ton bit number half pair couple rest amount percent".split())
_NEVER_AGAIN = frozenset("every each any no their his her its".split())
_ANY = frozenset("a an any every each no".split())
_THINGS = frozenset(
    """letter paper number order matter centre computer printer server error door floor corner
    answer water power weather winter summer offer cover dinner paper quarter border register
    trouble sensor motor mirror factor sector boiler folder poster rumour colour other never ever
    over under after""".split()
)
_PERSON_ENDINGS = ("eer", "ist", "cian", "holder", "worker", "keeper", "man", "woman", "ant")


@dataclass(frozen=True)
class Noun:
    """A noun phrase that a pronoun can stand for: its words and its head's lemma."""

    text: str
    lemma: str
    short: bool  # fit to stand where the pronoun stood


@dataclass(frozen=True)
class Reference:
    """A pronoun in a text (from character `start` to `end`) and what it stands for, if found."""

    start: int
    end: int
    word: str
    noun: Noun | None
    swappable: bool
    inside: bool = False  # what it stands for comes before it in the same clause


def is_person(token: Token) -> bool:
    """Say whether a noun names a person or a role."""
    lemma = token.lemma_.lower()
    return lemma in PERSONS or lemma.endswith(_PERSON_ENDINGS) or token.ent_type_ == "PERSON"


def is_role(word: str) -> bool:
    """Say whether a lower-case singular noun names a role: "deputy", "engineer"."""
    return word in PERSONS or word.endswith((*_PERSON_ENDINGS, "er", "or")) and word not in _THINGS


def references(doc: Doc, before: Sequence[Doc], first: Doc | None) -> list[Reference]:
    """Return the third-person pronouns of a clause and what they stand for.

    `before` holds the clauses said before it, nearest first; `first` is the problem's opening
    clause, where what the whole worksheet is about is named.
    """
    return [
        _reference(token, before, first)
        for token in doc
        if _kind(token) and not _is_empty_it(token)
    ]


def _kind(token: Token) -> str:
    word = token.lower_
    if word == "ones":
        return "they"
    for kind, words in (("they", THEY), ("it", IT), ("he", HE_SHE)):
        if word in words:
            return kind
    return "this" if word in POINTING and _stands_alone(token) else ""


def _stands_alone(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"} and token.tag_ == "DT"


def _is_empty_it(token: Token) -> bool:
    """Say whether "it" stands for nothing: "it's quicker to ring", "it takes weeks"."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = token.head
    if verb.lemma_ == "be":
        complement = [c for c in verb.children if c.dep_ in {"acomp", "attr", "npadvmod"}]
        opens = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i for c in verb.children)
        return any(c.dep_ == "npadvmod" or c.tag_ == "JJR" or opens for c in complement)
    return verb.lemma_ in {"rain", "seem"}


def _reference(token: Token, before: Sequence[Doc], first: Doc | None) -> Reference:
    start = token.idx
    inside = _in_clause(token)
    noun = inside or _in_clauses(_kind(token), before) or _in_first(_kind(token), first)
    clitic = token.i + 1 < len(token.doc) and token.nbor(1).text.startswith("'")
    swappable = token.tag_ != "PRP$" and not clitic and not token.lower_.endswith(("self", "ves"))
    swappable &= token.lower_ not in HE_SHE | POINTING | {"ones"}
    return Reference(start, start + len(token), token.lower_, noun, swappable, inside is not None)


def _in_clause(token: Token) -> Noun | None:
    """Look to the left of the pronoun, outside any phrase that holds the pronoun."""
    kind = _kind(token)
    for chunk in reversed(list(token.doc.noun_chunks)):
        if chunk.end > token.i or token in chunk.root.subtree:
            continue
        group = token.lower_ == "its" and chunk.root.lemma_.lower() in GROUPS
        if group or _fits(chunk, kind):
            return noun_of(chunk)
    return None


def _in_clauses(kind: str, before: Sequence[Doc]) -> Noun | None:
    for place, doc in enumerate(before):
        chunks = sorted(doc.noun_chunks, key=lambda c: not c.root.dep_.startswith("nsubj"))
        for chunk in chunks:
            if _fits(chunk, kind):
                return noun_of(chunk)
            if _kind(chunk.root) == kind and kind != "this":
                return _in_clause(chunk.root) or _in_clauses(kind, before[place + 1 :])
    return None


def _in_first(kind: str, first: Doc | None) -> Noun | None:
    if first is None or kind in {"he", "this"}:
        return None
    return next((noun_of(chunk) for chunk in first.noun_chunks if _fits(chunk, kind)), None)


def _fits(chunk: Span, kind: str) -> bool:
    head = chunk.root
    if head.pos_ not in {"NOUN", "PROPN"} or head.ent_type_ in {"DATE", "TIME", "CARDINAL"}:
        return False
    if head.lemma_.lower() in _AMOUNTS or head.text == "%":
        return False
    titled = any(token.lower_.rstrip(".") in TITLES.split("|") for token in chunk)
    if kind == "they":
        return _is_plural(chunk) or (is_person(head) and chunk[0].lower_ in _ANY)
    if kind == "it":
        thing = not titled and not is_person(head) and head.lemma_.lower() not in GROUPS
        return thing and not _is_plural(chunk) and _is_topic(head)
    return kind == "he" and is_person(head) and head.tag_ in {"NN", "NNP"}


def _is_plural(chunk: Span, groups: bool = True) -> bool:
    head = chunk.root
    joined = any(c.dep_ == "conj" for c in head.children)
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_.lower() in {"people", "staff", "police"}
    return plural or joined or (groups and head.lemma_.lower() in GROUPS)


def _is_topic(head: Token) -> bool:
    return head.lemma_.lower() not in VAGUE | {"hold", "touch", "sure"}


def noun_of(chunk: Span) -> Noun:
    """Return a noun phrase as it can be said again: "a" and a bare number become "the"."""
    words = [token for token in chunk if token.dep_ != "predet"]
    after = chunk.doc[chunk.end] if chunk.end < len(chunk.doc) else None
    words += [after] if after is not None and after.tag_ == "CD" else []  # "line 3"
    text = chunk.doc[words[0].i : words[-1].i + 1].text
    first = words[0]
    if first.lower_ in {"a", "an", "these", "this", "one"}:
        text = f"the {text.split(' ', 1)[-1]}"
    elif first.tag_ == "CD" and len(words) > 1:
        text = f"the {text}"
    text = text if first.pos_ == "PROPN" or first.text == "I" else text[0].lower() + text[1:]
    short = len(words) <= 4 and first.lower_ not in _NEVER_AGAIN and chunk.root.pos_ != "PRON" and chunk.root.ent_type_ != "PERSON"
    return Noun(text, chunk.root.lemma_.lower(), short)
