"""Clean: what the speaker put right: "ten, no, twelve patients" is twelve patients."""

from __future__ import annotations

import re

from assistant.summary.words import DAYS, MONTHS, NUMBERS, listed

_MARKER = re.compile(
    r",?\s*\b(?:no,? wait|no,? sorry|sorry,? no|or rather|make that|scratch that|sorry|"
    r"(?<!thinks )(?<!think )(?<!knows )(?<!know )(?<!what )(?<!that )(?<!if )I mean|"
    r"no(?! one\b))\b,?\s+",
    re.IGNORECASE,
)


# "do the rota, well no, what I'm trying to do is keep them": all before it is taken back.
_TAKEN_BACK = re.compile(
    r"^.*\bwell,? no\b.*?(?=\bwhat I(?:'m| am|'d)? (?:trying|really|want))", re.IGNORECASE
)


def corrected(text: str) -> str:
    """Apply self-corrections: "ten, no, twelve patients" is twelve patients."""
    text, start = _TAKEN_BACK.sub("", text), 0
    while match := _MARKER.search(text, start):
        before, after = text[: match.start()], text[match.end() :]
        kept = _before_repair(before, after, strong=_is_strong(match[0]))
        if kept is None:
            start = match.end()
        else:
            text, start = kept + after, len(kept)
    return text


def _is_strong(marker: str) -> bool:
    # Without a comma after it, "no" is too common a word to undo what was said before it.
    return marker.strip(" ,").lower() != "no" or marker.rstrip().endswith(",")


def _before_repair(before: str, after: str, strong: bool) -> str | None:
    """Return the text up to the word that is being corrected, or None if nothing is."""
    repair = re.match(r"[\w'%£.-]+", after)
    words = list(re.finditer(r"[\w'%£.-]+", before))[-5:]
    if not repair or not words:
        return None
    for place, word in reversed(list(enumerate(words))):
        same = strong and word[0].lower() == repair[0].lower()
        if same or (_kind(word[0]) and _kind(word[0]) == _kind(repair[0])):
            adjacent = not before[word.end() :].strip(" ,")
            return before[: _whole(words, place).start()] if strong or adjacent else None
    return None


def _whole(words: list[re.Match[str]], place: int) -> re.Match[str]:
    """Return the first word of a number of several: "two hundred", no, "two hundred and ten"."""
    while place and _kind(words[place][0]) == _kind(words[place - 1][0]) == "number":
        place -= 1
    return words[place]


_SUBJECTS = listed("i we they he she")


def _kind(word: str) -> str | None:
    lower = word.lower().strip(".")
    if lower in NUMBERS or lower in {"hundred", "thousand"} or lower[:1].isdigit():
        return "number"
    if lower in _SUBJECTS:
        return "subject"
    return "date" if lower in DAYS or lower in MONTHS else None
