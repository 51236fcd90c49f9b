"""What a member says to close an answer, and what is short by nature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.texts.texts import texts

_WORDS = re.compile(r"[\w']+")
_BRIEF = 4  # words: "I'd say a seven"


@dataclass(frozen=True)
class Closing:
    """A closing phrase at the end of what was said.

    Attributes:
        before: what was said before it.
        alone: whether it was said by itself: after a pause, or after the end of a sentence.
        clear: whether it can mean nothing else.
    """

    before: str
    alone: bool
    clear: bool


def closing(text: str) -> Closing | None:
    """The closing phrase at the end of a text, if there is one."""
    for key in ("closing_clear", "closing_alone"):
        found = _ending(key).search(text)
        if found:
            before = text[: found.start()].rstrip()
            alone = not before or before[-1] in ".!?"
            return Closing(before.rstrip(" ,;-"), alone, key == "closing_clear")
    return None


def without_closing(text: str) -> str:
    """The text without its closing phrase; the whole where there is nothing else in it."""
    found = closing(text)
    ends = found is not None and (found.clear or found.alone) and found.before
    return found.before if found and ends else text


def is_brief(text: str) -> bool:
    """Whether this is so short that it may be all that a yes, a no or a number is given with."""
    return 0 < len(_WORDS.findall(text)) <= _BRIEF


def is_brisk(text: str) -> bool:
    """Whether this is one of the bare words that nobody goes on after."""
    return " ".join(_WORDS.findall(text.lower())) in texts("voice").lines("brisk")


@lru_cache(maxsize=4)
def _ending(key: str) -> re.Pattern[str]:
    phrases = "|".join(
        r"[\s,]+".join(map(re.escape, phrase.split())) for phrase in texts("voice").lines(key)
    )
    return re.compile(
        rf"(?<![\w'])(?:(?:and|so|okay|right|well)[\s,]+)?(?:{phrases})[\s.,!?]*$", re.I
    )
