"""Yes or no to a question of the spoken session itself, which is no part of the preparation."""

from __future__ import annotations

import re

from assistant.texts.texts import texts

_WORDS = re.compile(r"[\w']+")
_LOOKED_AT = 4  # words; the first of them that says yes or no counts


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None where it cannot be told."""
    words = _WORDS.findall(text.lower())
    whole = " ".join(words)
    for answer, key in ((True, "yes"), (False, "no")):
        if whole in texts("voice").lines(f"{key}_whole"):
            return answer
    for word in words[:_LOOKED_AT]:
        for answer, key in ((True, "yes"), (False, "no")):
            if word in texts("voice").lines(f"{key}_words"):
                return answer
    return None
