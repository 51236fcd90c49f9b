"""What a set may agree: read from what a person wrote, or refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.records.errors import UnusableMonths, UnusableName, UnusableWord

LONGEST_WORD = 40
"""Characters of the word for the place."""

MOST_MONTHS = 1200
"""A hundred years: more is meant as "for ever"."""

_BEFORE = re.compile(r"^(?:the|a|an|our|my|your|their)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[ '\u2019&./-]+[^\W_]+)*")


def word(written: str) -> str | None:
    """The word for the place as it stands after "your"; None for nothing written.

    "Our School" is "school": what stands before it goes, and so does the capital of a single
    word; "NHS trust" keeps its own.

    Raises:
        UnusableWord: it is no word, or too long.
    """
    bare = _BEFORE.sub("", " ".join(written.split()))
    if not bare:
        return None
    if len(bare) > LONGEST_WORD or not _WORD.fullmatch(bare):
        raise UnusableWord()
    return bare.lower() if bare.isalpha() and bare == bare.capitalize() else bare


def rules(written: Iterable[str]) -> tuple[str, ...]:
    """The ground rules, each on one line, none empty and none twice."""
    return tuple(dict.fromkeys(rule for each in written if (rule := " ".join(each.split()))))


def months(written: int | None) -> int | None:
    """How many months things are kept.

    Raises:
        UnusableMonths: it is less than one, or more than anybody can mean.
    """
    if written is not None and not 1 <= written <= MOST_MONTHS:
        raise UnusableMonths()
    return written


def contacts(written: Mapping[str, str]) -> dict[str, str]:
    """Whom the set turns to, without those left empty."""
    kept = {name: " ".join(text.split()) for name, text in written.items()}
    return {name: text for name, text in kept.items() if text}


def name(written: str) -> str:
    """A name on one line.

    Raises:
        UnusableName: there is none.
    """
    bare = " ".join(written.split())
    if not bare:
        raise UnusableName()
    return bare
