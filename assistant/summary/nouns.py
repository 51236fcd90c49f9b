"""Refer: what a noun phrase is (a person, a role, several) and how it is said again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.summary.words import GROUPS, PERSONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FOLK = listed("family team crew")
PEOPLE = listed("people staff police folk men women children kids everyone everybody")
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
_NEVER_IT = listed("hold touch sure go mouth head face hand hair eye ear voice heart tongue")
_NEVER_AGAIN = listed("every each any no their his her its")


@dataclass(frozen=True)
class Noun:
    """A noun phrase that a pronoun can stand for: its words and its head's lemma."""

    text: str
    lemma: str
    short: bool  # fit to stand where the pronoun stood
    person: bool = False


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


def is_somebody(head: Token) -> bool:
    """Say whether a noun names a person, a role, or people together."""
    return is_person(head) or is_role(head.lemma_.lower()) or head.lemma_.lower() in PEOPLE | _FOLK


def is_one_of(chunk: Span) -> bool:
    """Say whether "one of" stands before a noun phrase."""
    return chunk.doc[max(chunk.start - 2, 0) : chunk.start].text.lower() == "one of"


def is_plural(chunk: Span, groups: bool = True) -> bool:
    """Say whether "they" can stand for a noun phrase; for a team as well where `groups`."""
    head = chunk.root
    joined = any(c.dep_ == "conj" for c in head.children)
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_.lower() in PEOPLE
    return plural or joined or (groups and head.lemma_.lower() in GROUPS)


def is_topic(head: Token) -> bool:
    """Say whether a noun names a thing, and no measure of anything."""
    return head.lemma_.lower() not in VAGUE | _NEVER_IT


def is_in_passing(chunk: Span) -> bool:
    """Say whether a noun is no thing to come back to: "out of respect", "without a fight"."""
    bare = len(chunk) == 1 and chunk.root.tag_ == "NN" and chunk.root.dep_ in {"pobj", "dobj"}
    return bare or any(t.lower_ in {"without", "instead"} for t in chunk.root.ancestors)


def noun_of(chunk: Span) -> Noun:
    """Return a noun phrase as it can be said again: "a" and a bare number become "the"."""
    words = [token for token in chunk if token.dep_ != "predet"]
    after = chunk.doc[chunk.end] if chunk.end < len(chunk.doc) else None
    numbered = after is not None and after.tag_ == "CD" and chunk.root.tag_ in {"NN", "NNP"}
    words += [after] if after is not None and numbered else []  # "line 3"
    if is_one_of(chunk):
        words = [*chunk.doc[chunk.start - 2 : chunk.start], *words]
    if others := [c for c in chunk.root.children if c.dep_ == "conj" and c.pos_ == "NOUN"]:
        words += list(chunk.doc[words[-1].i + 1 : others[-1].i + 1])  # "the brewer and the seller"
    text = chunk.doc[words[0].i : words[-1].i + 1].text
    first = words[0]
    if first.lower_ in {"a", "an", "these", "this", "one"} and not is_one_of(chunk):
        text = f"the {text.split(' ', 1)[-1]}"
    elif first.tag_ == "CD" and len(words) > 1 and not is_one_of(chunk):
        text = f"the {text}"
    elif first.dep_ == "compound" and chunk.root.tag_ == "NN" and chunk.root.lemma_ not in GROUPS:
        text = f"the {text}"  # "job sheet system exists"
    elif len(words) == 1 and is_role(first.lower_):
        text = f"the {text.lower()}"  # "Owner wants it so"
    text = text if first.pos_ == "PROPN" or first.text == "I" else text[0].lower() + text[1:]
    short = (
        len(words) <= (7 if others else 4)
        and not any(token.is_punct for token in words)
        and first.lower_ not in _NEVER_AGAIN
        and chunk.root.pos_ != "PRON"
        and chunk.root.ent_type_ != "PERSON"
    )
    return Noun(text, chunk.root.lemma_.lower(), short, is_person(chunk.root))
