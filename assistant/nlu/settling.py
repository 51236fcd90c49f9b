"""A message that sounds like a command at first and turns into an answer after all."""

from __future__ import annotations

import re

from assistant.nlu.clauses import clauses
from assistant.nlu.wording import cut, plain, words

THINKING = frozenset({"thinking", "louder_slower"})
"""What people say while they make up their mind, and then answer."""
SURE_END = -0.5
"""Score (see decision.py) from which what is said last is an answer."""
SURE_BEGINNING = 1.0
"""Score from which what is said first is an answer, though the whole sounds off the topic."""

_TURNS_ROUND = re.compile(
    r"(?:^|[\s,.;-])(?:no|nope|actually|oh|ah|wait|hang on|never ?mind|it's fine|"
    r"it's ok|forget (?:that|it)|scrap that|as you were|"
    r"i(?:'ve)? (?:got|have|know|do have)|there is one|i heard|got (?:it|one)|right|"
    r"ok(?:ay)?|but|so|well|i suppose|i guess|yes|yeah|cos|because|since)\b"
)


def turns_round(text: str) -> bool:
    """Tell whether a message takes back its beginning ("next... no, I've got one")."""
    low = plain(text)
    return bool(_TURNS_ROUND.search(low, pos=min(len(low), 4)))


def first_part(text: str) -> str | None:
    """Return what is said first, if it is more than two words and not the whole message."""
    parts = clauses(cut(text))
    if len(parts) < 2 or len(words(parts[0].text)) < 3:
        return None
    return parts[0].text


def last_part(text: str) -> str | None:
    """Return what is said last, if it is more than a word and not the whole message."""
    parts = clauses(cut(text))
    if len(parts) < 2 or len(words(parts[-1].text)) < 2:
        return None
    return parts[-1].text
