"""Hyphens that people leave out: "my all day list", "the go between", "a 9 page letter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.summary.language import is_adjective, is_noun, is_verb
from assistant.summary.nouns import is_person
from assistant.summary.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNITS = listed(
    """
    second minute min hour day night week wk month term season year yr decade mile metre foot page
    man person bed storey pound acre
    """
)
_SHIFTS = listed("day night")  # "two day nurses" work by day
_COUNTS = listed("all half")
_PARTICLES = listed("between up in on out off over by down back together through away")


def hyphenated(doc: Doc) -> str:
    """Return a clause's text with the hyphens that its compounds want; no letter is changed.

    A count and a unit before a noun ("two week wait"), a verb and a particle that are a noun of
    the dictionary ("the go between"), and an adjective of the dictionary before a noun ("a part
    time post"). Words with a capital are a name and stay as they are.
    """
    text = list(doc.text)
    joined = -1
    for token in reversed(doc[:-1]):
        after = token.nbor(1)
        small = token.text.islower() or token.text.isdigit()
        apart = small and after.text.islower() and token.whitespace_ and after.i != joined
        if apart and (_is_noun(token, after) or _is_before_noun(token, after)):
            text[token.idx + len(token)] = "-"
            joined = token.i
    return "".join(text)


def _is_noun(verb: Token, particle: Token) -> bool:
    """Say whether "go between" is "the go-between": not so in "I take the lead in meetings"."""
    named = verb.i > 0 and verb.nbor(-1).tag_ in {"DT", "PRP$"} and is_verb(verb.lower_)
    alone = particle.head == verb and all(c.dep_ != "pobj" for c in particle.children)
    return named and alone and particle.lower_ in _PARTICLES and is_noun(_pair(verb, particle))


def _is_before_noun(token: Token, after: Token) -> bool:
    if not _goes_with_noun(after):
        return False
    if token.lower_ == "self" and is_noun(_pair(token, after)):
        return True
    counted = token.tag_ == "CD" and (token.i == 0 or token.nbor(-1).tag_ != "CD")
    if (counted or token.lower_ in _COUNTS) and after.tag_ == "NN" and after.lower_ in _UNITS:
        return not (after.lower_ in _SHIFTS and is_person(after.head))
    return is_adjective(_pair(token, after))


def _pair(token: Token, after: Token) -> str:
    return f"{token.lower_}-{after.lower_}"


def _goes_with_noun(token: Token) -> bool:
    """Say whether a word stands before a noun that it describes."""
    head = token.head
    described = token.dep_ in {"compound", "amod", "nmod", "nummod"} and head.i > token.i
    return (
        described
        and head.pos_ == "NOUN"
        and all(t.dep_ in {"compound", "amod", "nmod"} for t in token.doc[token.i : head.i])
    )
