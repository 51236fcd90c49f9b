"""Read: the answers as sentences, cleaned and parsed, in the order in which they were given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.summary.clean import clean
from assistant.summary.language import load
from assistant.summary.words import ABBREVIATIONS, AMBIGUOUS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)[.?!]\s+")


@dataclass(frozen=True)
class Sentence:
    """One sentence of an answer: the question's key, its number there from 0, its parse."""

    key: str
    number: int
    doc: Doc


def read(worksheet: Mapping[str, str]) -> Sequence[Sentence]:
    """Return every sentence of every answer."""
    cleaned = {key: clean(text) for key, text in worksheet.items()}
    full = _said_in_full(cleaned.values())
    said = [
        (key, part if part[-1] in ".?!" else f"{part}.")
        for key, text in cleaned.items()
        for part in sentences(_written_out(text, full))
    ]
    places: Counter[str] = Counter()
    found = []
    for (key, _), doc in zip(said, load().pipe([text for _, text in said]), strict=True):
        found.append(Sentence(key, places[key], doc))
        places[key] += 1
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a cleaned text, each with its stop; lower case is no matter."""
    starts = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(starts)]
    return [part for part in parts if part.strip(" .,?!")]


def _said_in_full(texts: Iterable[str]) -> dict[str, str]:
    """Return the abbreviations that are written out: these always, those where it is said which."""
    said = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    known = {
        short: full
        for short, full in AMBIGUOUS.items()
        if {full, full.rstrip("s"), full + "s"} & said
    }
    return ABBREVIATIONS | known


def _written_out(text: str, full: Mapping[str, str]) -> str:
    return re.sub(r"(?<![\w.])[a-z]+\b", lambda match: full.get(match[0], match[0]), text)
