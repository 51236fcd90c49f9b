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
    r"(?:because|cos|so|when|since)\b",
    re.IGNORECASE,
)
"""What a long sentence may be cut before; "the ones who ..." is left whole or not given back."""
_FIRST_PERSON = re.compile(
    r"(?:and |but |so |because |cos |since )?((?:i|i'm|i've|i'd|we|we've|we're)\b.*)", re.IGNORECASE
)
_HEDGES = re.compile(
    r"(?:i (?:think|don't think|suppose|guess|mean|know|don't know|dunno|said|was going|"
    r"imagine|reckon|believe|hope|dare say|must say|"
    r"(?:should|would|could) (?:think|say|imagine|hope|guess|murder|kill|strangle|scream))|"
    r"i'd (?:say|think|imagine|hope|guess))\b",
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
        (
            "all",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "hundred",
            "have",
            "has",
            "not",
            "so",
            "too",
            "bit",
        ),
    )
)
_UNFIT = re.compile(
    r"[\"\u201c\u201d/*]|(?:^|\s)'|\d|"
    r"\b(?:you|your|yours|mr|mrs|ms|miss|dr|prof|sir|um|er|erm|uh)\b",
    re.IGNORECASE,
)
_ONE, _SEVERAL = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in ("i|i'm|i've|i'd|i'll|me", "we|we're|we've|we'd|we'll|us")
)
_RUNS_ON = re.compile(
    r"(?<!\band)(?<!\bbut)(?<!\bor)(?<!\bso)(?<!\bwhen)(?<!\bbecause)(?<!\bthat)(?<!\bif)"
    r"(?<!\bwhat)(?<!\bsince)(?<!\bcos)\s(?:i|we)\b",
    re.IGNORECASE,
)
"""A second thing that one does, with no word that joins it to the first."""
_POINTS_BACK = re.compile(r"\b(?:it|that|this|them|those|one|ones|so)\b", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:i|i'\w+|we|we'\w+|me|my|us|our|it|that|this|them|those|ones?|so|the|a|an|of|to|in|on|at|up|"
    r"off|out|down|back|for|am|was|were|are|be|been|have|had|do|don't|did|didn't|will|would|could|"
    r"can|can't|should|must|not|never|always|only|just|also|either|already|myself|ever|really)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"n't\b|\b(?:not|never|no|nothing)\b")
_ENOUGH_TO_SAY = 2  # words that say what it is about, where others point back
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
        if names or _UNFIT.search(phrase) or _HEDGES.match(phrase) or not _stands_alone(phrase):
            continue
        if _is_denied(phrase, text):
            continue
        if FEWEST_WORDS <= len(words) <= MOST_WORDS and words[-1].lower() not in _UNFINISHED:
            return _turned(phrase)
    return None


def _stands_alone(phrase: str) -> bool:
    """Whether a phrase can be followed by whoever hears it alone, once its pronouns are turned.

    Not "I want us to ...", which would have two of you in it; not two things run together; not
    "I do it", which points back to what is not there.
    """
    if _RUNS_ON.search(phrase) or (_ONE.search(phrase) and _SEVERAL.search(phrase)):
        return False
    says = sum(not _EMPTY.fullmatch(word) for word in _WORD.findall(phrase))
    return says >= _ENOUGH_TO_SAY or (says > 0 and not _POINTS_BACK.search(phrase))


def _is_denied(phrase: str, text: str) -> bool:
    """Whether something in the phrase is denied after it: "I send lists. The lists aren't it"."""
    rest = text.replace("\u2019", "'").partition(phrase)[2].lower()
    denied = " ".join(part for part in _ENDS.split(rest) if _DENIES.search(part))
    says = {word.lower() for word in _WORD.findall(phrase) if not _EMPTY.fullmatch(word)}
    return not says.isdisjoint(_WORD.findall(denied))


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
