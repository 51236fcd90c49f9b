"""The text as it is read: cut to what decides, in lower case, without fillers."""

from __future__ import annotations

import re
from functools import lru_cache

MOST_CHARACTERS = 4_000
"""Characters of a text that are looked at, half from its head and half from its tail."""
MOST_WORDS = 40
"""Words that the classifier reads, half from the head and half from the tail."""


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text as a tuple: a list that stays readable in the source."""
    return tuple(words.split())


FILLERS = frozenset(listed("um umm uh uhh er err erm hm ah"))
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*", re.UNICODE)
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans("\u2019\u2018`\u201c\u201d\u2026\u2013", "'''\"\" -")


def cut(text: str) -> str:
    """Return the text, or the head and the tail of a very long one."""
    if len(text) <= MOST_CHARACTERS:
        return text
    half = MOST_CHARACTERS // 2
    return f"{text[:half]} {text[-half:]}"


_ASKED_AGAIN = 16
"""Texts of which `plain` and `words` are kept: each measure of a text asks for them again."""


@lru_cache(maxsize=_ASKED_AGAIN)
def plain(text: str) -> str:
    """Return the text in lower case, with simple quotes and single spaces."""
    return _SPACE.sub(" ", cut(text).translate(_QUOTES).lower()).strip()


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, fillers left out unless there is nothing else."""
    return list(_words(text))


@lru_cache(maxsize=_ASKED_AGAIN)
def _words(text: str) -> tuple[str, ...]:
    found = _WORD.findall(plain(text))
    return tuple(word for word in found if word not in FILLERS) or tuple(found)


def gist(text: str) -> str:
    """Return what the classifier reads: no fillers, and of a long text its head and tail."""
    pieces = plain(text).split(" ")
    kept = [piece for piece in pieces if piece.strip(".,!?-;: ") not in FILLERS] or pieces
    if len(kept) > MOST_WORDS:
        half = MOST_WORDS // 2
        kept = [*kept[:half], *kept[-half:]]
    return " ".join(kept).lstrip(",;.- ")
