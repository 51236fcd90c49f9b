"""A member's earlier words, quoted: always their very words, and cut only where a thought ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST = 25  # words
_FEWEST = 4  # words of a longer answer that are worth quoting alone
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLAUSE = re.compile(
    r"(?<=[,;:\u2013\u2014])\s+|(?<=\s-)\s+|"
    r"\s+(?=(?:and|but|because|cos|so|when|which|who|since|if|or)\b)",
    re.IGNORECASE,
)
_JOINING = re.compile(r"^(?:and|but|because|cos|so|since)\s+", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\n)\s*[-*\u2022]\s+")


def ended(text: str) -> str:
    """The text on one line, with a full stop where it ends in none, to stand in quotation marks."""
    return stopped(" ".join(text.split()))


def stopped(text: str) -> str:
    """The text with its lines, and a full stop where it ends in none."""
    said = text.strip()
    return said if said.endswith((".", "?", "!")) else f"{said}."


def quoted(text: str) -> str:
    """The text on one line; of a long one as many whole sentences as are short, or clauses."""
    whole = " ".join(text.split())
    if is_short(whole):
        return whole.rstrip(".,;")
    begun = _begun(_SENTENCE.split(whole)) or _begun(_CLAUSE.split(whole))
    return (begun or " ".join(whole.split()[:_MOST])).rstrip(".,;:") + " ..."


def is_short(text: str) -> bool:
    """Whether a text is quoted whole."""
    return len(text.split()) <= _MOST


def sentence_with(text: str, cue: re.Pattern[str]) -> str | None:
    """The sentence in which the cue stands, quoted; None where it stands in none.

    Of a long sentence it is quoted from the clause that holds the cue; one of a word or two comes
    with the sentence before it, which it is about.
    """
    sentences = list(_sentences(text))
    for place, sentence in enumerate(sentences):
        found = cue.search(sentence.replace("\u2019", "'"))
        if found is None:
            continue
        if len(sentence.split()) <= _MOST:
            return quoted(" ".join(sentences[max(place - _says_little(sentence), 0) : place + 1]))
        starts = [cut.end() for cut in _CLAUSE.finditer(sentence) if cut.end() <= found.start()]
        return quoted(_JOINING.sub("", sentence[starts[-1] :]) if starts else sentence)
    return None


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text; each line of a list with bullets is one, without its bullet."""
    for line in _BULLET.split(text):
        yield from filter(None, _SENTENCE.split(" ".join(line.split())))


def _says_little(sentence: str) -> bool:
    return len(sentence.split()) < _FEWEST


def in_a_list(text: str) -> str:
    """The text to stand in a line of a list: its further lines are set in, and break no list."""
    return text.strip().replace("\n", "\n   ")


def _begun(parts: list[str]) -> str:
    """As many of the parts, from the first, as are short together; nothing where that is little."""
    said = ""
    for part in parts:
        more = f"{said} {part}".strip()
        if len(more.split()) > _MOST:
            break
        said = more
    return said if len(said.split()) >= _FEWEST else ""
