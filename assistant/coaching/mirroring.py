"""Mirroring: a phrase of the member's own, given back before the next question.

Source: COACHING, "Talk": about one turn in four; an exact phrase of at most eight words, pronouns
turned, no interpretation, never names, not after one-word answers. Which turn it is follows from
the preparation and the answer, so that it varies from person to person and never by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

MOST_WORDS = 8
FEWEST_WORDS = 3
LONG_ANSWER = 60  # words, after which "Mm." is said where nothing is mirrored

FIRST_AFTER = 1  # answers that pass before the first one counts

_EVERY = (3, 4)  # answers from one mirroring to the next

_ENDS = re.compile(r"[,.;:!?\n()\u2013\u2014]|\s-\s")
_JOINTS = re.compile(r"\s(?=(?:and|but|because|cos|so|when|which|who|since|or)\b)")
_CLAUSE = re.compile(
    r"(?:and|but|or) (?:i|i'm|i've|we|they|it|he|she|the|my|our|nobody|there)\b|"
    r"(?:because|cos|so|when|since|which|who)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?:and |but |so |because |cos |since )?((?:i|i'm|i've|i'd|we|we've|we're)\b.*)", re.IGNORECASE
)
_HEDGES = re.compile(
    r"(?:i (?:think|suppose|guess|mean|know|don't know|dunno|said|was going|imagine|reckon|believe|"
    r"hope|dare say|must say|(?:should|would|could) (?:think|say|imagine|hope|guess|murder|kill|"
    r"strangle|scream))|i'd (?:say|think|imagine|hope|guess))\b",
    re.IGNORECASE,
)
_UNFINISHED = (
    frozenset(
        ("a", "an", "the", "to", "of", "in", "on", "at", "for", "with", "and", "but", "or", "that"),
    )
    | frozenset(
        (
            "is",
            "are",
            "was",
            "it's",
            "i",
            "we",
            "my",
            "our",
            "if",
            "than",
            "as",
            "like",
            "um",
            "er",
        ),
    )
    | frozenset(
        ("all", "twenty", "thirty", "forty", "fifty", "hundred", "have", "has", "not", "so", "too"),
    )
)
_UNFIT = re.compile(
    r"[\"\u201c\u201d/*]|\d|\b(?:you|your|yours|mr|mrs|ms|miss|dr|prof|sir)\b", re.IGNORECASE
)
_TURNED = {
    "i": "you",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "am": "are",
    "we": "you",
    "we're": "you're",
    "we've": "you've",
    "we'd": "you'd",
    "we'll": "you'll",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
}
_WORD = re.compile(r"[A-Za-z'\u2019]+")


def mirrored(text: str) -> str | None:
    """A whole phrase that begins with "I" or "we", its pronouns turned; None where none fits."""
    named = {word for word in _WORD.findall(text) if _is_capital(word)}
    for phrase in _phrases(text):
        words = phrase.split()
        names = {word for word in _WORD.findall(phrase) if _is_capital(word)} or named & set(words)
        if names or _UNFIT.search(phrase) or _HEDGES.match(phrase):
            continue
        if FEWEST_WORDS <= len(words) <= MOST_WORDS and words[-1].lower() not in _UNFINISHED:
            return _turned(phrase)
    return None


def is_due(preparation: str, answers: int, since: int) -> bool:
    """Whether it is time to mirror: three or four answers after the last time.

    ``answers`` were given so far, ``since`` of them after the last mirroring.
    """
    seed = sha256(f"{preparation} {answers - since}".encode()).digest()[0]
    return since >= _EVERY[seed % len(_EVERY)]


def _phrases(text: str) -> Iterator[str]:
    """Clauses that begin with "I" or "we"; of a long one as many of its parts as are short."""
    for clause in _ENDS.split(text.replace("\u2019", "'")):
        found = _FIRST_PERSON.match(clause.strip())
        if found is None:
            continue
        parts = _JOINTS.split(found[1])
        phrase = parts[0]
        for part in parts[1:]:
            if len(f"{phrase} {part}".split()) > MOST_WORDS:
                phrase = phrase if _CLAUSE.match(part) else ""
                break
            phrase = f"{phrase} {part}"
        yield phrase


def _turned(phrase: str) -> str:
    words = [_TURNED.get(word.lower(), word) for word in phrase.split()]
    for place, word in enumerate(words[1:], 1):
        if word == "was" and words[place - 1] == "you":
            words[place] = "were"
    said = " ".join(words)
    return f"{said[0].upper()}{said[1:]}."


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _TURNED
