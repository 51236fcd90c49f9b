"""Whether a message does one thing and nothing else: one mechanism, and a table of what is said.

The phrases stand in ``assistant/texts/en/heard.yml``. A message that says more than they do is
never taken for them: it is left to the judgement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from assistant.texts.texts import texts

_MOST_WORDS = 14  # of a message that does nothing else
_GAP = re.compile(r"[\s,.;:!?\u2026\u2013\u2014-]*")
_NAMED = re.compile(r"<([a-z_]+)>")
_WORD = re.compile(r"[\w']+")


def plain(text: str) -> str:
    """A message in small letters, with plain apostrophes and single spaces."""
    return " ".join(text.lower().replace("\u2019", "'").split())


def nothing_but(what: str, text: str) -> bool:
    """Whether a message is made of what the table has for this, and of small words beside it.

    Each stretch of words is looked at once, however many ways there are to put them together.
    """
    said = plain(text)
    spans = [found.span() for found in _WORD.finditer(said)]
    if not spans or spans[0][0] or len(spans) > _MOST_WORDS:
        return False
    pieces, reached = _pieces(what, said, spans), {(0, False)}
    for first in range(len(spans)):
        for last, is_own in pieces(first) if reached & {(first, False), (first, True)} else ():
            reached |= {(last, is_own or held) for at, held in reached if at == first}
    return (len(spans), True) in reached


def hears(what: str) -> Callable[[str], bool]:
    """The test whether a message does this and nothing else."""
    return partial(nothing_but, what)


def only_small(what: str, words: Iterable[str]) -> bool:
    """Whether all of these may stand beside this where no more is meant."""
    return _small(what).issuperset(words)


def holds_small(what: str, words: Iterable[str]) -> bool:
    """Whether one of these is a small word of this."""
    return not _small(what).isdisjoint(words)


def words_in(text: str) -> list[str]:
    """The words of a plain text."""
    return _WORD.findall(text)


def _pieces(
    what: str, said: str, spans: list[tuple[int, int]]
) -> Callable[[int], Iterator[tuple[int, bool]]]:
    """The phrases that begin at a word: the word after each, and whether it is one of its own."""
    own, beside = _pattern(what), _pattern(f"beside_{what}")
    until = [*(start for start, _ in spans[1:]), len(said)]

    def at(first: int) -> Iterator[tuple[int, bool]]:
        for last in range(first, len(spans)):
            stretch = spans[first][0], spans[last][1]
            if not _GAP.fullmatch(said, stretch[1], until[last]):
                continue
            if own.fullmatch(said, *stretch):
                yield last + 1, True
            elif beside.fullmatch(said, *stretch):
                yield last + 1, False

    return at


@cache
def _pattern(what: str) -> re.Pattern[str]:
    """The phrases of a list; where there is no such list, what nothing is."""
    return re.compile(_phrases(what) if texts("heard").has(what) else r"(?!)")


def _phrases(what: str) -> str:
    joined = "|".join(texts("heard").lines(what))
    return _NAMED.sub(lambda found: f"(?:{_phrases(found[1])})", joined)


@cache
def _small(what: str) -> frozenset[str]:
    return frozenset(words_in(" ".join(texts("heard").lines(f"small_{what}"))))
