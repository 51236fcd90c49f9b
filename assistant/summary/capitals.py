"""The small first letter of what was the beginning of a sentence, and is none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NO_NAMES = frozenset({"", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY"})


def uncapped(text: str, doc: Doc) -> str:
    """Return a text with a small first letter, unless its first word keeps its capital.

    `doc` is a parse that begins with the same word.
    """
    first = doc[0]
    if first.text == "I" or any(c.isupper() for c in first.text[1:]):
        return text
    named = first.ent_type_ not in _NO_NAMES  # "Polish drivers", "Friday"
    return text if named else text[:1].lower() + text[1:]
