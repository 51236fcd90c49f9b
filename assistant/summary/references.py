"""References: what a piece names, and the pronouns in it that may stand for such a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.summary.nouns import is_role
from assistant.summary.words import GROUPS, PERSONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THEY = listed("they them their theirs")
_HE = listed("he him his she her hers")
_IT = listed("it its")
_ANYBODY = listed("everyone everybody someone somebody")
_Kinds = frozenset[str]


def references(doc: Doc) -> tuple[tuple[bool, _Kinds], ...]:
    """Return what is named and what pronouns there are, in order: (is a pronoun, what it may be).

    What it may be: "they", "he" (or she), "it".
    """
    found = []
    for token in doc:
        if token.lower_ in _ANYBODY or (token.pos_ in {"NOUN", "PROPN"} and _tells(token)):
            found.append((False, _may_be(token)))
        elif token.pos_ == "PRON" and (kinds := _kind(token.lower_)):
            found.append((True, kinds))
    return tuple(found)


def _tells(noun: Token) -> bool:
    """Whether a noun names something to come back to: not "time", "a way", "Monday"."""
    vague = noun.lemma_.lower() in VAGUE - PERSONS
    return not vague and noun.ent_type_ not in {"DATE", "TIME", "CARDINAL", "PERCENT"}


def _kind(pronoun: str) -> _Kinds:
    kinds = {"they": _THEY, "he": _HE, "it": _IT}
    return frozenset(kind for kind, words in kinds.items() if pronoun in words)


def _may_be(noun: Token) -> _Kinds:
    lemma = noun.lemma_.lower()
    several = noun.tag_ in {"NNS", "NNPS"} or lemma in GROUPS or noun.lower_ in _ANYBODY
    person = lemma in PERSONS or is_role(lemma)
    thing = noun.tag_ == "NN" and lemma not in PERSONS
    kinds = {"they": several, "he": person, "it": thing}
    return frozenset(kind for kind, fits in kinds.items() if fits)
