"""Prepares text for the ear: sentence by sentence, said well, with pauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.texts.texts import texts

_SENTENCE, _PARAGRAPH, _ITEM = 0.25, 0.5, 0.45  # seconds of silence after each
_MOST_OF_ITEM = 12  # words of a list's item that are read aloud; the screen has the rest
_LONG_LIST = 60  # words; a list below that is read whole

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
    """A message as sentences to say; ``whole`` reads long lists to the end of each item."""
    said: list[Spoken] = []
    lines = [line for line in message.splitlines() if line.strip()]
    items = [line for line in lines if _ITEM_MARK.match(line)]
    short = not whole and sum(len(line.split()) for line in items) > _LONG_LIST
    for line in lines:
        item = _ITEM_MARK.match(line)
        if item:
            said.append(Spoken(_well_said(_item(line, item, short)), _ITEM))
        else:
            said += _sentences(line)
    if short:
        said.append(Spoken(texts("voice")("on_the_screen"), _SENTENCE))
    return [one for one in said if re.search(r"\w", one.text)]


def _item(line: str, mark: re.Match[str], short: bool) -> str:
    words = line[mark.end() :].split()
    cut = short and len(words) > _MOST_OF_ITEM
    text = " ".join(words[:_MOST_OF_ITEM]) + ", and so on." if cut else " ".join(words)
    return f"{mark[1]}: {text}" if mark[1] else text


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
