"""References: what a piece names, and the pronouns in it that may stand for such a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.summary.language import SUBJECTS
from assistant.summary.nouns import is_role
from assistant.summary.words import DONE_BY_PEOPLE, GROUPS, PERSONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THEY = listed("they them their theirs")
_HE = listed("he him his she her hers")
_IT = listed("it its")
_ANYBODY = listed("everyone everybody someone somebody")
_TO_PEOPLE = listed("tell ask let help teach thank invite convince persuade warn remind")
_Kinds = frozenset[str]


def references(doc: Doc) -> tuple[tuple[bool, _Kinds], ...]:
    """Return what is named and what pronouns there are, in order: (is a pronoun, what it may be).

    What it may be: "they", "people" (who do what only people do), "he" (or she), "it".
    """
    found = []
    for token in doc:
        if token.lower_ in _ANYBODY or (token.pos_ in {"NOUN", "PROPN"} and _tells(token)):
            found.append((False, pronouns_for(token) | _people(token)))
        elif token.pos_ == "PRON" and (kinds := _acting(token) or stands_for(token.lower_)):
            found.append((True, kinds))
    return tuple(found)


def _acting(pronoun: Token) -> _Kinds:
    """Return that "they" are people where they do what only people do: "get them to talk"."""
    does = pronoun.dep_ in SUBJECTS and pronoun.head.lemma_.lower() in DONE_BY_PEOPLE
    told = pronoun.dep_ in {"dobj", "dative"} and pronoun.head.lemma_.lower() in _TO_PEOPLE
    return frozenset({"people"}) if pronoun.lower_ in _THEY and (does or told) else frozenset()


def _people(noun: Token) -> _Kinds:
    lemma = noun.lemma_.lower()
    several = "they" in pronouns_for(noun)
    person = lemma in PERSONS | GROUPS or is_role(lemma) or noun.lower_ in _ANYBODY
    return frozenset({"people"}) if several and person else frozenset()


def _tells(noun: Token) -> bool:
    """Whether a noun names something to come back to: not "time", "a way", "Monday"."""
    vague = noun.lemma_.lower() in VAGUE - PERSONS
    return not vague and noun.ent_type_ not in {"DATE", "TIME", "CARDINAL", "PERCENT"}


def stands_for(pronoun: str) -> _Kinds:
    """Return what a pronoun may stand for; nothing for what is none."""
    kinds = {"they": _THEY, "he": _HE, "it": _IT}
    return frozenset(kind for kind, words in kinds.items() if pronoun in words)


def pronouns_for(noun: Token) -> _Kinds:
    """Return which pronouns may stand for a noun."""
    lemma = noun.lemma_.lower()
    several = noun.tag_ in {"NNS", "NNPS"} or lemma in GROUPS or noun.lower_ in _ANYBODY
    person = lemma in PERSONS or is_role(lemma)
    thing = noun.tag_ == "NN" and lemma not in PERSONS
    kinds = {"they": several, "he": person, "it": thing}
    return frozenset(kind for kind, fits in kinds.items() if fits)
