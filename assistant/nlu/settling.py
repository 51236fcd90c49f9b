"""A message that sounds like a command at first and turns into an answer after all."""

from __future__ import annotations

import re

from assistant.nlu.clauses import clauses, cuts
from assistant.nlu.wording import cut, plain, words

THINKING = frozenset({"thinking", "louder_slower"})
"""What people say while they make up their mind, and then answer."""
SURE_END = -0.5
"""Score (see decision.py) from which what is said last is an answer."""
MOST_ENDS = 3
"""Places behind which something is taken back, that are looked at."""
SURE_BEGINNING = 1.0
"""Score from which what is said first is an answer, though the whole sounds off the topic."""

_TURNS_ROUND = re.compile(
    r"(?:^|[\s,.;-])(?:no|nope|actually|oh|ah|wait|hang on|never ?mind|it's fine|"
    r"it's ok|forget (?:that|it)|scrap that|as you were|"
    r"i(?:'ve)? (?:got|have|know|do have)|there is one|i heard|got (?:it|one)|right|"
    r"ok(?:ay)?|but|so|well|i suppose|i guess|yes|yeah|cos|because|since)\b"
)


_TAKES_BACK = re.compile(
    r"\W*(?:no|nope|actually|never ?mind|forget|scrap|don't|dont|as you were|wait)\b"
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


def last_parts(text: str) -> list[str]:
    """Return what may be said last: the last clause, and what follows words that take back."""
    whole = cut(text)
    parts = [part.text for part in clauses(whole)]
    ends = [whole[place:].strip() for place in cuts(whole)]
    taken_back = [end for end in ends if _TAKES_BACK.match(plain(end))]
    found = [*parts[1:][-1:], *taken_back[-MOST_ENDS:]]
    return [end for end in found if len(words(end)) >= 2]
