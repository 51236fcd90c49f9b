"""Prepares text for the ear: sentence by sentence, said well, with pauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.texts.texts import texts

_SENTENCE, _PARAGRAPH, _ITEM = 0.25, 0.5, 0.45  # seconds of silence after each
_FEW, _LONG_LIST = 5, 60  # a list of so few items, or words, is read; another is on the screen

_ITEM_MARK = re.compile(r"^\s*(?:(\d+)\.|[-*•])\s+")
_MARKUP = re.compile(r"[*_`#>]+(?=\S)|(?<=\S)[*_`]+|\[([^\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”')]?\s+(?=[\"“'(]?[A-Z0-9])")
_TELEPHONE = re.compile(r"\b\d{3}(?: \d{3})+\b|\b(?:999|111|112)\b")
_NUMBER = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")


@dataclass(frozen=True)
class Spoken:
    """One thing to say.

    Attributes:
        text: as a voice is to read it.
        pause_s: silence after it, in seconds.
    """

    text: str
    pause_s: float


def for_the_ear(message: str, *, whole: bool = False) -> list[Spoken]:
    """A message as sentences to say; ``whole`` reads a long list as well."""
    lines = [line for line in message.splitlines() if line.strip()]
    items = [number for number, line in enumerate(lines) if _ITEM_MARK.match(line)]
    if whole or not _is_long([lines[number] for number in items]):
        said = _lines(lines)
    else:
        first, last = _with_heading(items[0], lines), items[-1] + 1
        there = Spoken(texts("voice")("on_the_screen"), _PARAGRAPH)
        before, after = lines[:first], lines[last:]
        said = [*_lines(before), there, *_lines(after)]
    return [one for one in said if re.search(r"\w", one.text)]


def _is_long(items: list[str]) -> bool:
    return len(items) > _FEW and sum(len(item.split()) for item in items) > _LONG_LIST


def _with_heading(first: int, lines: list[str]) -> int:
    """Where a list begins that may have a heading, which is no sentence."""
    has_heading = first > 0 and lines[first - 1].rstrip()[-1].isalnum()
    return first - 1 if has_heading else first


def _lines(lines: list[str]) -> list[Spoken]:
    return [one for line in lines for one in _line(line)]


def _line(line: str) -> list[Spoken]:
    item = _ITEM_MARK.match(line)
    if not item:
        return _sentences(line)
    text = " ".join(line[item.end() :].split())
    return [Spoken(_well_said(f"{item[1]}: {text}" if item[1] else text), _ITEM)]


def _sentences(line: str) -> list[Spoken]:
    parts = _SENTENCE_END.split(line.strip())
    pauses = [_SENTENCE] * (len(parts) - 1) + [_PARAGRAPH]
    return [Spoken(_well_said(part), pause) for part, pause in zip(parts, pauses, strict=True)]


def _well_said(text: str) -> str:
    """Without markup; abbreviations and numbers in words."""
    text = _MARKUP.sub(lambda found: found[1] or "", text)
    for written, spoken in _abbreviations():
        text = written.sub(spoken, text)
    text = _TELEPHONE.sub(lambda found: ", ".join(map(_digits, found[0].split())), text)
    text = _ORDINAL.sub(lambda found: _in_words(found[1], to="ordinal"), text)
    text = _NUMBER.sub(lambda found: _in_words(found[0].replace(",", "")), text)
    return " ".join(text.replace("…", "...").split())


def _digits(number: str) -> str:
    return " ".join(_in_words(digit) for digit in number)


def _in_words(number: str, to: str = "cardinal") -> str:
    from num2words import num2words

    is_year = to == "cardinal" and re.fullmatch(r"(?:19|20)\d\d", number)
    value = float(number) if "." in number else int(number)
    return str(num2words(value, lang="en_GB", to="year" if is_year else to))


@lru_cache(maxsize=1)
def _abbreviations() -> list[tuple[re.Pattern[str], str]]:
    """What is written, and how it is said; from the texts, ``written = said`` a line."""
    pairs = (line.split(" = ") for line in texts("voice").lines("abbreviations"))
    return [(re.compile(rf"(?<!\w){re.escape(a)}(?!\w)"), b) for a, b in pairs]
