"""Where a message can be taken apart: sentences, clauses, and turns of unpunctuated speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.nlu.wording import FILLERS

_MARKS = r"[.!?;:,)\n…]+(?=\s|$)|\.{2,}|\s[-\u2013\u2014]+\s"
_MARK = re.compile(_MARKS)
_ASKING = (
    r"(?:can|could|would|will|may|shall|do|does|did|don't|is|are|am|was|have|has) "
    r"(?:you|u|we|i|it|this|that|there|they|he|she|anyone|anybody|the|my)"
)
_BEGINNING = re.compile(
    rf"(?<=\s)(?=(?:{_ASKING}|{'|'.join(sorted(FILLERS))}|and|but|so|or|oh|no|now|then|also|plus|"
    r"anyway|anyhow|actually|well|sorry|right|ok|okay|hmm|aye|i|i'm|i'll|i'd|i've|im|ive|we|we'll|"
    r"you|you're|let|let's|lets|please|pls|just|what|what's|whats|who|who's|whos|how|why|when|where|"
    r"which|hang|hold|give|tell|show|remind|go|back|take|stop|wait|skip|next|read|say|put|change|"
    r"leave|save|send|swap|delete|wipe|need|got|that's|thats|repeat|move|turn|speak|any)\b)",
    re.IGNORECASE,
)
"""Places before a word with which people begin a clause, above all one to a program."""
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
    found = {match.end() for match in _MARK.finditer(text)}
    found |= {match.start() for match in _BEGINNING.finditer(text)}
    return sorted(cut for cut in found if text[:cut].strip() and text[cut:].strip())


def clauses(text: str) -> list[Span]:
    """Return the clauses that the marks of the text make, in their order."""
    marks = [match.end() for match in _MARK.finditer(text)]
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
