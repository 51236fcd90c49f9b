"""What a member can release to the set, and which of it a message chooses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from assistant.catalogue import Catalogue
from assistant.coaching.state import State

ALL, MORE, NOTHING = "all", "more", "nothing"

_WORDS = re.compile(r"[a-z']+|\d+")
_ORDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ALL = {"all", "everything", "both", "lot"}
_NOTHING = {"nothing", "none", "no", "private", "neither"}
_SMALL = {"the", "a", "your", "you", "my", "me", "i", "is", "are", "it", "to", "about", "just"}
_LIKE_ENOUGH = 82  # per cent; below it, two names share little but small words


def releasable(state: State) -> Mapping[str, str]:
    """The items offered for release, in their order: key -> the exact wording to be seen.

    The sentence first; the answers only when the member asks for more.
    """
    sentence = {"summary": state.accepted} if state.accepted else {}
    if sentence and not state.more:
        return sentence
    return {**sentence, **shareable(state)}


def shareable(state: State) -> Mapping[str, str]:
    """The answers without those that hold a serious sign: these stay private for good."""
    return {key: text for key, text in state.answers.items() if key not in state.grave}


def numbered(keys: Sequence[str], texts: Mapping[str, str], catalogue: Catalogue) -> str:
    """A list for the screen: number, name of the question, the words in full."""
    return "\n".join(
        f'{number}. {catalogue.question(key).short}: "{texts[key]}"'
        for number, key in enumerate(keys, 1)
    )


def chosen(text: str, keys: Sequence[str], catalogue: Catalogue) -> tuple[str, ...] | str | None:
    """What a message chooses of these items.

    Returns the chosen keys in their order, ``all`` being every key; or ``more`` or ``nothing``;
    or None when it cannot be told.
    """
    words = _WORDS.findall(text.lower())
    if text.strip() in keys:
        return (text.strip(),)
    if "more" in words:
        return MORE
    if _ALL & set(words):
        return tuple(keys)
    picked = _by_number(words, keys) or _by_name(text, keys, catalogue)
    if picked:
        return picked
    return NOTHING if _NOTHING & set(words) else None


def _by_number(words: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    numbers = {int(word) for word in words if word.isdigit() and len(word) < 4}
    if all(word in _ORDINALS or word == "and" or word.isdigit() for word in words):
        numbers |= {_ORDINALS.index(word) + 1 for word in words if word in _ORDINALS}
    return tuple(key for number, key in enumerate(keys, 1) if number in numbers)


def _by_name(text: str, keys: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    names = {key: _bare(catalogue.question(key).short) for key in keys}
    parts = re.split(r",|\band\b|;|\n", text.lower())
    found = {
        match[2]
        for part in map(_bare, parts)
        if len(part) > 3
        and (match := process.extractOne(part, names, scorer=fuzz.token_set_ratio))
        and match[1] >= _LIKE_ENOUGH
    }
    return tuple(key for key in keys if key in found)


def _bare(name: str) -> str:
    """A name without the small words that all names share."""
    return " ".join(word for word in _WORDS.findall(name.lower()) if word not in _SMALL)
