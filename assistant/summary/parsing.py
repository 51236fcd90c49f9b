"""The parse of short texts, mended where the parser takes a statement for a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.summary.language import is_verb, lemmas, load
from assistant.summary.soundness import is_sound

if TYPE_CHECKING:
    from spacy.tokens import Doc


def parse(texts: Iterable[str]) -> list[Doc]:
    """Return the parses of texts of a clause each."""
    return [with_verb(doc) for doc in load().pipe(texts)]


def with_verb(doc: Doc) -> Doc:
    """Read "Line 3 stops." as a statement where the parser saw only nouns."""
    words = [token for token in doc if not token.is_punct]
    if not 2 <= len(words) <= 5 or words[-1].tag_ not in {"NNS", "NN"}:
        return doc
    if any(token.pos_ in {"VERB", "AUX", "ADP", "CCONJ"} for token in words):
        return doc
    if not any(is_verb(lemma) for lemma in lemmas(words[-1].lower_)):
        return doc
    last = words[-1].i
    probe = load()(f"{doc[:last].text} often {doc[last:].text}")
    root = next(token for token in probe if token.dep_ == "ROOT")
    if root.i != last + 1 or root.tag_ not in {"VBZ", "VBP"} or not is_sound(probe):
        return doc
    return _without(probe, last)


def _without(doc: Doc, place: int) -> Doc:
    from spacy.tokens import Doc as NewDoc

    kept = [token for token in doc if token.i != place]
    return NewDoc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=[bool(token.whitespace_) for token in kept],
        tags=[token.tag_ for token in kept],
        pos=[token.pos_ for token in kept],
        lemmas=[token.lemma_ for token in kept],
        deps=[token.dep_ for token in kept],
        heads=[token.head.i - (token.head.i > place) for token in kept],
    )
