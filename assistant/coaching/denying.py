"""What a message denies: it is asked for by its name, and yet not wished."""

from __future__ import annotations

import re

_DENIES = re.compile(
    r"\b(?:not(?! (?:before|until|till|later|after)\b)|never|without|cannot|"
    r"no(?! (?:more|less|later|earlier) than))\b|n't\b"
)
_NO_AT_FIRST = re.compile(r"\s*(?:no|nope|nah)\b\s*[,.;:!]\s*")


def denies(text: str) -> bool:
    """Whether a message denies something, beyond a "no" that it opens with."""
    said = text.lower().replace("\u2019", "'")
    return bool(_DENIES.search(_NO_AT_FIRST.sub("", said, count=1)))
