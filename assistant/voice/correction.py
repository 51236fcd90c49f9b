"""A correction by voice: "no, I said ...", of what was understood last."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.texts.texts import texts

_LIKE = 55.0  # per cent; what is said again sounds like what it corrects
_WHOLE = 0.6  # a correction of this share of the words stands for all of them


def corrected(said: str, last: str) -> str | None:
    """What was said last, put right by this message; None where it is no correction.

    A few words replace those of the last message that they are most like; where the correction is
    about as long as the message, it replaces the whole. It has to be like what it corrects: "No,
    I said to my boss that ..." may be an answer.
    """
    found = _beginning().match(said)
    right = said[found.end() :].strip() if found else ""
    if not right or not last:
        return None
    words, instead = last.split(), right.split()
    if len(instead) >= _WHOLE * len(words):
        return right if _likeness(right, last) >= _LIKE else None
    likeness, start, end = _most_like(right, words, len(instead))
    if likeness < _LIKE:
        return None
    return " ".join([*words[:start], _fitted(right, words[end - 1]), *words[end:]])


def _most_like(right: str, words: list[str], length: int) -> tuple[float, int, int]:
    """How like the most similar run of words is, and where it begins and ends."""
    runs = (
        (_likeness(right, " ".join(words[start:end])), start, end)
        for size in {max(length - 1, 1), length, length + 1}
        for start in range(len(words) - size + 1)
        for end in [start + size]
    )
    return max(runs, key=lambda run: (run[0], run[1] - run[2]))


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(_bare(one), _bare(other))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower()))


def _fitted(right: str, replaced: str) -> str:
    """With the punctuation that stood after what it replaces."""
    mark = re.search(r"[.,;:!?]*$", replaced)
    return right.rstrip(" .,;:!?") + (mark[0] if mark else "")


@lru_cache(maxsize=1)
def _beginning() -> re.Pattern[str]:
    phrases = "|".join(
        r"[\s,.!]+".join(map(re.escape, phrase.split()))
        for phrase in texts("voice").lines("correction")
    )
    return re.compile(rf"(?:{phrases})\b[\s,.:]*", re.I)
