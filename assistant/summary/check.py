"""Check: a sentence says nothing that the member did not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from assistant.summary.language import load
from assistant.summary.people import names_in
from assistant.summary.polarity import modality, polarity
from assistant.summary.problem import Check, Problem
from assistant.summary.quantity import quantity
from assistant.summary.reading import sentences
from assistant.summary.said import Said, is_content
from assistant.summary.words import BLAME

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["CEILING", "WANTED", "Check", "Problem", "check", "compared"]

WANTED = (18, 28)
"""Words of a sentence that is said in one breath."""
CEILING = 35
"""Words that it has at most."""


def check(
    sentence: str, worksheet: Mapping[str, str], *, names_kept: Collection[str] = ()
) -> Check:
    """Check any sentence against a worksheet; `names_kept` are names the member wants to keep."""
    return compared(load()(sentence.strip()), Said(worksheet), names_kept)


def compared(doc: Doc, said: Said, names_kept: Collection[str] = ()) -> Check:
    """Compare a parsed sentence with what was said."""
    problems = [
        *_form(doc),
        *_unsaid(said, doc),
        *polarity(said, doc),
        *modality(said, doc),
        *quantity(said, doc),
        *_named(said, doc, {name.lower() for name in names_kept}),
        *_judgement(doc),
    ]
    return Check(tuple(dict.fromkeys(problems)))


def _unsaid(said: Said, doc: Doc) -> Iterator[Problem]:
    words = [token.text for token in doc if is_content(token) and not said.has(_whole(token))]
    if words:
        yield Problem("unsaid", tuple(dict.fromkeys(words)))


def _whole(token: Token) -> str:
    """Return a word as it is written: the parser takes "7am" for two."""
    joined = token.like_num and not token.whitespace_ and token.i + 1 < len(token.doc)
    return token.text + token.nbor(1).text if joined and token.nbor(1).is_alpha else token.text


def _named(said: Said, doc: Doc, kept: Collection[str]) -> Iterator[Problem]:
    text = doc.text.lower()
    known = {name: name for name in said.names if re.search(rf"\b{re.escape(name)}\b", text)}
    names = {**known, **{name.lower(): name for name in names_in(doc)}}
    if shown := tuple(names[name] for name in names if name not in kept):
        yield Problem("name", shown)


def _form(doc: Doc) -> Iterator[Problem]:
    """One sentence, not too long, with "I" in it."""
    text = doc.text.strip()
    parts = sentences(re.sub(r"\n+", ". ", text))
    if len(parts) != 1 or ";" in text:
        yield Problem("sentences", tuple(part for part in parts[1:]))
    if len(text.split()) > CEILING:
        yield Problem("length", ())
    if not re.search(r"\bI\b", text):
        yield Problem("first_person", ())


def _judgement(doc: Doc) -> Iterator[Problem]:
    for token in doc:
        if token.lower_ in BLAME and not _is_own(token):
            yield Problem("judgement", (token.text,))


def _is_own(token: Token) -> bool:
    """Say whether a word is said of the member: "I am a bit rubbish"."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)
    around = [child for t in (token, verb) for child in t.children]
    return any(c.lower_ in {"i", "my", "myself"} and c.dep_ != "dobj" for c in around)
