"""Nouns: which of them name a person or a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.summary.words import COUNTED, GROUPS, PERSONS, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_ENDINGS = ("eer", "ist", "cian", "holder", "worker", "keeper", "man", "woman", "ant")
_THINGS = listed(
    """
    letter paper number order matter centre computer printer server error door floor corner
    answer water power weather winter summer offer cover dinner paper quarter border register
    trouble sensor motor mirror factor sector boiler folder poster rumour colour other never
    ever over under after list waitlist checklist shortlist grant plant restaurant warrant beer
    career constant instant
    """
)


def is_person(token: Token) -> bool:
    """Say whether a noun names a person or a role."""
    lemma = token.lemma_.lower()
    ends = lemma.endswith(_PERSON_ENDINGS) and lemma not in _THINGS
    return lemma in PERSONS or ends or token.ent_type_ == "PERSON"


def is_role(word: str) -> bool:
    """Say whether a lower-case singular noun names a role: "deputy", "engineer"."""
    return word in PERSONS or (
        word.endswith((*_PERSON_ENDINGS, "er", "or")) and word not in _THINGS
    )


def takes_article(noun: Token) -> bool:
    """Say whether a note-taker's bare noun has an article aloud: "form", "rota", "manager"."""
    lemma = noun.lemma_.lower()
    return noun.tag_ == "NN" and (lemma in COUNTED | GROUPS or is_role(lemma))
