"""Whether a message does one thing and nothing else: one mechanism, and a table of what is said.

The phrases stand in ``assistant/texts/en/heard.yml``. A message that says more than they do is
never taken for them: it is left to the judgement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial

from assistant.texts.texts import texts

_MOST_WORDS = 14  # of a message that does nothing else
_GAP = r"[\s,.;:!\u2013\u2014-]*"
_NAMED = re.compile(r"<([a-z_]+)>")
_WORD = re.compile(r"[\w']+")


def plain(text: str) -> str:
    """A message in small letters, with plain apostrophes and single spaces."""
    return " ".join(text.lower().replace("\u2019", "'").split())


def nothing_but(what: str, text: str) -> bool:
    """Whether a message is made of what the table has for this, and of small words beside it."""
    said = plain(text)
    found = _pattern(what).fullmatch(said) if len(said.split()) <= _MOST_WORDS else None
    return found is not None and found["said"] is not None


def hears(what: str) -> Callable[[str], bool]:
    """The test whether a message does this and nothing else."""
    return partial(nothing_but, what)


def only_small(what: str, words: Iterable[str]) -> bool:
    """Whether all of these may stand beside this where no more is meant."""
    return _small(what).issuperset(words)


def words_in(text: str) -> list[str]:
    """The words of a plain text."""
    return _WORD.findall(text)


@cache
def _pattern(what: str) -> re.Pattern[str]:
    beside = f"beside_{what}"
    also = f"|{_phrases(beside)}" if texts("heard").has(beside) else ""
    return re.compile(rf"(?:(?:(?P<said>{_phrases(what)}){also})(?!\w){_GAP})+")


def _phrases(what: str) -> str:
    joined = "|".join(texts("heard").lines(what))
    return _NAMED.sub(lambda found: f"(?:{_phrases(found[1])})", joined)


@cache
def _small(what: str) -> frozenset[str]:
    return frozenset(words_in(" ".join(texts("heard").lines(f"small_{what}"))))
