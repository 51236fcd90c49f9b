"""Statements: what goes on or stands in the way, made whole where it was only noted down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.summary.capitals import uncapped
from assistant.summary.language import HELPERS, SUBJECTS, TENSED, third_person
from assistant.summary.nouns import is_person, takes_article
from assistant.summary.words import GROUPS, RESOURCES, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IN_THE_WAY = frozenset({"stopping", "difficulties"})


def statement(text: str, key: str, doc: Doc, of_oneself: bool = True) -> str:
    """Return the words as a statement that can follow "but", or "" where they are none.

    `doc` is the parse of the text with a stop; `key` the question. What has no subject is said of
    "I" only where it is `of_oneself`: nobody else acts before it in its sentence.
    """
    root = next(token for token in doc if token.dep_ == "ROOT")
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.lower_ in {"me", "him", "us", "them"}:
        return ""  # "me, sat there at eight"
    if _SUPPOSED.match(text):
        return ""
    if subject is not None:
        return _with_article(uncapped(text, doc), doc, root)
    if key == "try" or not of_oneself or any(t.lower_ in {"me", "us"} for t in doc[1:]):
        return ""  # "keep them" is a wish; "told me to wait": who did?
    first = doc[0].lower_
    if first == "to" or root.lower_ in {"are", "were", "is", "was"}:
        return ""  # "to see every child", "are keen": of whom?
    if first == "never" and root.tag_ in {"VBN", "VBD"}:
        return f"I've {uncapped(text, doc)}"
    if first == "not" and root.tag_ == "VBN":
        return f"I've {uncapped(text, doc)}"
    named = root == doc[0] and doc[1:2].text == ","  # "fear, and I put it there"
    if named and key == "stopping" and text.lower() not in RESOURCES:
        return f"what stops me is {uncapped(text, doc)}"
    if any(c.dep_ == "auxpass" or c.lower_ in {"should", "must"} for c in root.children):
        return ""  # "should be done the evening before": by whom?
    if _is_tensed(root) and root.tag_ != "VBZ" and doc[0].pos_ in {"VERB", "AUX", "ADV", "PART"}:
        return f"I {uncapped(text, doc)}"
    if key in _IN_THE_WAY and root.pos_ in {"NOUN", "PROPN"}:
        return _there_is(uncapped(text, doc), doc, root, key)
    if key in _IN_THE_WAY and root.tag_ in {"JJ", "VBN"} and doc[0].pos_ in {"ADJ", "ADV", "VERB"}:
        return f"I'm {uncapped(text, doc)}"
    return ""


# "if I were them I'd send it too": what is only supposed stands in nobody's way.
_SUPPOSED = re.compile(r"if (?:I|we|they|he|she|it) (?:were|had)\b", re.IGNORECASE)


def _is_tensed(verb: Token) -> bool:
    helped = any(c.tag_ in TENSED for c in verb.children if c.dep_ in HELPERS)
    return verb.pos_ in {"VERB", "AUX"} and (helped or verb.tag_ in TENSED | {"VB"})


def _with_article(text: str, doc: Doc, root: Token) -> str:
    """Give a note-taker's "form is 4 pages" the article that it would have aloud."""
    first = doc[0]
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    bare = subject.left_edge == first and first.pos_ in {"NOUN", "ADJ"} and takes_article(subject)
    which = first.lower_ in _WHICH and subject.left_edge == first
    return f"the {text}" if which or bare else text


_WHICH = listed("last next only same")


def _there_is(text: str, doc: Doc, root: Token, key: str) -> str:
    """Make a statement of what is only named: "the clock", "no money", "a long agenda"."""
    first = doc[0]
    if any(
        c.dep_ == "relcl" and any(g.dep_ in SUBJECTS for g in c.children) for c in root.children
    ):
        return ""  # "the others I answer at night": a statement turned round
    if text.lower() in RESOURCES:
        return f"I need {text}"
    definite = first.tag_ == "PRP$" or first.lower_ in {"the", "me"} or is_person(root)
    if not definite and (first.lower_ in _SOME or (first.pos_ == "NUM" and key != "stopping")):
        return f"there {'are' if root.tag_ == 'NNS' else 'is'} {text}"
    return f"what stops me is {text}" if key == "stopping" else ""


_SOME = listed("no a an")


def purpose(text: str, doc: Doc) -> str:
    """Turn "reception could breathe" into "reception can breathe", to follow "so"; "" for none."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    subject = next((c for c in root.children if c.dep_ in SUBJECTS and c.i < root.i), None)
    helpers = [c for c in root.children if c.dep_ in HELPERS | {"neg"} and c.i < root.i]
    if subject is None or subject.left_edge.i > 0 or not helpers:
        return ""
    first = helpers[0]
    if root.i - first.i > len(helpers):
        return ""  # "would hardly hurt": it must not be lost
    if first.lower_ in {"could", "can"}:
        return uncapped(re.sub(r"\bcould\b", "can", text, count=1), doc)
    if first.lower_ not in {"would", "'d"} or len(helpers) > 1 or root.tag_ != "VB":
        return ""
    told = f"{doc[: first.i].text} {_present(root, subject)} {doc[root.i + 1 :].text}"
    return uncapped(told, doc).rstrip(" .")


def _present(verb: Token, subject: Token) -> str:
    if subject.lower_ == "i":
        return {"be": "am"}.get(verb.lemma_, verb.lemma_)
    several = any(c.dep_ == "conj" for c in subject.children)
    group = subject.lemma_.lower() in GROUPS | {"people", "lot"}
    single = subject.tag_ in {"NN", "NNP"} or subject.lower_ in _ONE
    one = single and not several and not group
    if verb.lemma_ == "be":
        return "is" if one else "are"
    return third_person(verb.lemma_) if one else str(verb.lemma_)


_ONE = listed("he she it this that each everyone everybody someone somebody nobody everything")
