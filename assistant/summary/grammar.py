"""What a careful reader would mark in a sentence, as far as the parse shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.summary.language import SUBJECTS
from assistant.summary.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TWICE = re.compile(r"\b(\w+),? \1\b", re.IGNORECASE)
_ALLOWED_TWICE = listed("had that very again really up down")
# "in doing so", "I've never said so", "when they want to"
_MAY_HANG = listed(
    "say think know feel tell mean believe guess suppose reckon hope see do want need have like "
    "try use ask"
)
_HANGING = listed("the a an my our and but or because so to of very")


def problems(doc: Doc) -> tuple[str, ...]:
    """Return a short note for each fault of grammar that the parse of a sentence shows."""
    words = [token for token in doc if not token.is_punct and not token.is_space]
    found = [
        *(f"said twice: {m[1]}" for m in _TWICE.finditer(doc.text) if _is_slip(m[1])),
        *(f"agreement: {t.text}" for t in words if _disagrees(t)),
        *(f"number: {t.text} {t.head.text}" for t in words if _miscounts(t)),
    ]
    if words and words[-1].lower_ in _HANGING and words[-2].lemma_ not in _MAY_HANG:
        found.append(f"hangs: {words[-1].text}")
    if re.search(r"\s[,.]|,,|\.\.|[,;:]\.$", doc.text) or not doc.text.strip().endswith("."):
        found.append("punctuation")
    return tuple(found)


def _is_slip(word: str) -> bool:
    return word.lower() not in _ALLOWED_TWICE


def _disagrees(verb: Token) -> bool:
    """Say whether a verb's form does not go with its subject: "they goes", "I has"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.tag_ == "MD" for c in verb.children):
        return False
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    word = subject.lower_
    if word in {"i", "we", "they", "you"}:
        return finite.tag_ == "VBZ" and finite.text != "'s"
    if word in {"he", "she", "it"}:
        return finite.tag_ == "VBP" and finite.lower_ in {"am", "are", "have", "do"}
    return word in {"everyone", "everybody", "nobody", "everything"} and finite.tag_ == "VBP"


def _miscounts(token: Token) -> bool:
    """Say whether a determiner does not go with its noun: "a teachers", "these rule"."""
    if token.dep_ != "det" or token.head.pos_ != "NOUN" or token.head.i != token.i + 1:
        return False
    plural = token.head.tag_ == "NNS"
    if token.lower_ in {"a", "an", "every", "each"}:
        return plural
    return token.lower_ in {"these", "those"} and not plural
