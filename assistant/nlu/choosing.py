"""Picking from a list that is shown, and keeping an answer that is shown."""

from __future__ import annotations

import re

from assistant.nlu.wording import listed, plain, words

LISTS = frozenset({"release", "review", "which_answer"})
"""Questions that show a numbered list."""

_PICKS = frozenset(
    listed(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "first second third fourth fifth sixth last "
        "all everything both lot nothing none neither private more others sentence "
        "bid step steps likelihood happened except"
    )
)
_BESIDE = frozenset(
    listed(
        "the a my and or just only number no please thanks ta of them it then yes ok okay keep "
        "share show pass on release them these those i'd like want would to other answers answer "
        "as well too one's for now i'll have give whole thing ones what next time out this session "
        "but else that's number numbers me i see let can"
    )
)


def picks(text: str) -> bool:
    """Tell whether a short message picks from a numbered list, and says nothing else."""
    said = words(plain(text))
    named = [word for word in said if word in _PICKS or word.isdigit()]
    return bool(named) and all(word in _BESIDE for word in said if word not in named)


_OTHER_THAN_CHOOSING = re.compile(
    r"\?|\b(?:withdraw|take (?:it |that |this )?back|change|alter|reword|skip|repeat|delete|remove|"
    r"i said|have i said|help)\b"
)
_MOST_OF_A_CHOICE = 12  # words


def chooses_by_name(text: str) -> bool:
    """Tell whether a short message can choose from what is offered by naming it."""
    return len(words(text)) <= _MOST_OF_A_CHOICE and not _OTHER_THAN_CHOOSING.search(plain(text))


_SAYS_WHO = re.compile(
    r"\b(?:roles?|keep|call (?:him|her|them)|names?)\b|"
    r"^(?:(?:no|yes|ok|okay|please|just|use|say|put|um|er|it's|that's|she's|he's|they're)[,. ]+)*"
    r"(?:my|our|the|an?|his|her|their|one of|some|somebody|someone)\b"
)
_MOST_OF_A_ROLE = 14  # words


def says_who(text: str) -> bool:
    """Tell whether a short message says who somebody is by a role, or to keep their name."""
    said = plain(text)
    return 0 < len(words(said)) <= _MOST_OF_A_ROLE and bool(_SAYS_WHO.search(said))


_KEEPS = re.compile(
    r"^(?:(?:no|nope|yes|yeah|ok|okay|oh|actually|just|please|i'd|i'll)[, ]+)*"
    r"(?:(?:keep|leave|let) (?:it|that|this)"
    r"(?: (?:as it (?:is|was|stands)|like that|alone|be|there|the same|how it is))?|"
    r"(?:it's|that's|it is|that is) (?:fine|good|right|ok|okay|all right)"
    r"(?: as it (?:is|was|stands)| like that)?|as it (?:is|was|stands)|fine(?: as it is)?|"
    r"no change|don't change (?:it|that)|never ?mind|the same)"
    r"(?:[, ]+(?:please|thanks|ta|then|i think))*[.!]*$"
)


def keeps(text: str) -> bool:
    """Tell whether a short message leaves an answer that is shown as it is."""
    return bool(_KEEPS.match(plain(text)))
