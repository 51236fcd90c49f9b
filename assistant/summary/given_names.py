"""Names of people that the parser does not know: "it's derek and bethan who decide".

A name, in lower case or not, stands in no dictionary, takes no article, and does what people do,
or is given where people are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.summary.language import is_known
from assistant.summary.nouns import is_role
from assistant.summary.words import (
    DONE_BY_PEOPLE,
    FUNCTION,
    GROUPS,
    NAMES_AND_WORDS,
    NO_NAMES,
    PERSONS,
    listed,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASKED = ("who_", "stakeholders")  # the questions that ask for people
_WORD = re.compile(r"(?=[a-z]*[aeiouy])[a-z]{3,}(?<!ing)(?<!ly)(?<!ed)(?<![^sui]s)")
_PLACES = frozenset({"nsubj", "dobj", "pobj", "conj", "dative", "poss", "appos", "attr", "ROOT"})
_DESCRIBING = frozenset({"det", "poss", "amod", "nummod", "compound"})
_NO_PEOPLE = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "LANGUAGE"})
_GETTING = listed("let get have help make want ask tell persuade")  # "get siobhan to load the van"
_TO = listed("to with")


def given_names(docs: Sequence[Doc], worksheet: Mapping[str, str]) -> frozenset[str]:
    """Return the names of people in the parsed answers, in lower case."""
    asked = " ".join(text for key, text in worksheet.items() if key.startswith(_ASKED))
    people = frozenset(re.findall(r"[a-z]+", asked))
    found = {token.lower_ for doc in docs for token in doc if _is_name(token, people)}
    return frozenset(found | {name for doc in docs for name in _beside(doc, found)})


def _is_name(token: Token, people: Collection[str]) -> bool:
    if token.lower_ in NAMES_AND_WORDS:  # "dawn thinks", but not "will think", "grace says it all"
        acts = token.dep_ == "nsubj" and token.tag_ != "MD" and _is_somebody(token)
        return acts and not _is_described(token)
    listed_here = token.lower_ in people and token.ent_type_ not in _NO_PEOPLE
    return _may_be_name(token) and (listed_here or _is_somebody(token))


def _may_be_name(token: Token) -> bool:
    word, small = token.lower_, token.text.islower() or token.text.istitle()
    if not small or not _WORD.fullmatch(word) or token.is_stop or token.dep_ not in _PLACES:
        return False
    if word in FUNCTION | PERSONS | GROUPS | NO_NAMES or is_known(word):
        return False
    return not _is_described(token)


def _is_described(token: Token) -> bool:
    """Say whether a word has an article or the like: "the rollout", but not "manager derek"."""
    return any(c.dep_ in _DESCRIBING and not is_role(c.lower_) for c in token.children)


def _is_somebody(token: Token) -> bool:
    """Say whether a word stands for somebody who thinks, is told, or "who trained me"."""
    head = token.head
    if any(is_role(c.lower_) for c in token.children if c.dep_ == "compound"):
        return True
    if token.dep_ == "nsubj" and head.head.lemma_ in _GETTING:
        return token.ent_type_ != "ORG"
    if token.ent_type_ in _NO_PEOPLE | {"ORG"}:
        return False  # "Oxfam wants us to"
    if token.dep_ == "nsubj":
        return head.lemma_ in DONE_BY_PEOPLE
    if token.dep_ == "attr":
        after = token.doc[token.i + 1 : token.i + 2].text.lower()
        return any(c.dep_ == "expl" for c in head.children) and after in {"he", "she"}
    if token.dep_ == "pobj" and head.lower_ in _TO and head.head.lemma_ in DONE_BY_PEOPLE:
        return True
    if token.dep_ in {"dobj", "dative"} and head.lemma_ in {"ask", "tell"}:
        return True
    return any(t.lower_ == "who" for t in token.doc[token.i + 1 : token.i + 2])


def _beside(doc: Doc, found: Collection[str]) -> Iterator[str]:
    """Yield what is joined to a name by "and" and may be one: "bethan and kay"."""
    for token in doc[1:-1]:
        if token.lower_ in {"and", "or"}:
            pair = (token.nbor(-1), token.nbor(1))
            for one, other in (pair, pair[::-1]):
                if one.lower_ in found and _may_be_name(other):
                    yield other.lower_
