"""Where a message can be taken apart: sentences, clauses, and turns of unpunctuated speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.nlu.wording import FILLERS

_MARKS = r"[.!?;:,)\n…]+(?=\s|$)|\.{2,}|\s[-\u2013\u2014]+\s"
_JOINT = r"(?:and|but|so|or|oh|no|now|then|also|anyway|anyhow|actually|well|sorry|right|ok|okay)"
_TURN = (
    r"(?:can|could|would|will|may|shall) (?:you|u|we|i)\b|(?:do|does|did|is|"
    r"are) (?:you|u|anyone|anybody|"
    r"it|this|that|we|i)\b|i'll\b|i'd (?:like|rather) to\b|let (?:me|us)\b|please\b|"
    r"what(?:'s|s| is| was| did| have) (?:my|the|next|that|this|you|i|it)\b|"
    r"how (?:many|much|long|far) (?:more|is|are|to|left|have)\b|"
    r"(?:how|what|why) (?:do|does|did|is|are|will|would|can) (?:you|u|i|"
    r"it|this|the set|a set)\b|(?:just )?(?:tell|show|give|remind) me\b|"
    r"i (?:don't|dont|do not|didn't|didnt) (?:really )?(?:get|understand|follow|know what)\b|"
    r"hang on\b|hold on\b|give me a\b|(?:i(?:'ve| have)? )?(?:need|got|have|want) to "
    r"(?:stop|go|dash|change|pause|leave|skip|finish|break off)\b|"
    r"hold (?:it|that)\b|back (?:one|a question)\b|is (?:that|this) the\b|"
    r"(?:say|read|go|skip|leave|pause|stop|save|repeat|explain|show) (?:that|it|this|"
    r"the question|me|back|here|there|there for)\b|"
    r"next (?:one|question|please)\b|that's (?:it|all|enough) for\b|who (?:sees|"
    r"reads|gets to|can see)\b"
)
_CUT = re.compile(
    rf"(?P<mark>{_MARKS})|(?<=\s)(?={_JOINT} (?:{_JOINT} )*(?:\w+ly )?(?:{_TURN}))|"
    rf"(?<=\s)(?={_TURN})",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"(?<=\s)(?=(?:{_JOINT}|{'|'.join(sorted(FILLERS))})\b)", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:\W*\b(?:{'|'.join(FILLERS)}|and|but|so|or|oh|also)\b)*\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class Span:
    """A stretch of a text, from `start` up to but not including `end`."""

    text: str
    start: int
    end: int


def cuts(text: str) -> list[int]:
    """Return the positions after the beginning at which a new clause may begin."""
    found = {(match.end() if match["mark"] else match.start()) for match in _CUT.finditer(text)}
    found |= {match.start() for match in _JOINED.finditer(text)}
    return sorted(cut for cut in found if text[:cut].strip() and text[cut:].strip())


def clauses(text: str) -> list[Span]:
    """Return the clauses that the marks of the text make, in their order."""
    marks = [match.end() for match in _CUT.finditer(text) if match["mark"]]
    edges = [0, *[mark for mark in marks if text[mark:].strip()], len(text)]
    spans = [span(text, start, end) for start, end in pairwise(edges)]
    return [found for found in spans if re.search(r"\w", found.text)]


def span(text: str, start: int, end: int) -> Span:
    """Return the span between two positions without the white space around it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(piece.strip(), start, start + len(piece.strip()))


def without_lead(text: str) -> str:
    """Return a clause without the fillers and joining words at its beginning."""
    return _LEADING.sub("", text, count=1) or text
