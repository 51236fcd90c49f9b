"""What a message picks from a numbered list: by number, by name, all, nothing, all but."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz

from assistant.catalogue import Catalogue

ALL, MORE, NOTHING = "all", "more", "nothing"

_WORDS = re.compile(r"[a-z']+|\d+")
_CARDINALS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
)
_PLACES: Mapping[str, int] = {
    word: place for words in (_CARDINALS, _ORDINALS) for place, word in enumerate(words, 1)
}
_BESIDE_A_NUMBER = frozenset(
    _WORDS.findall(
        "the and just only please thanks number no numbers answer question item items one ones "
        "also then share pass on change them it i'd like to want plus ok okay yes with"
    )
)
_RANGE = re.compile(r"(?<!the )(?<!my )\b(\d{1,3})\s*(?:-|\u2013|to|through)\s*(\d{1,3})\b")
_A_NUMBER = re.compile(r"(?:the |number |no\.? |answer |question |change )*(\w+)(?: one)?[.)!]?")
_BUT = re.compile(r"\b(?:except(?: for)?|apart from|other than|but not|all but|not|without|but)\b")
_DONE = re.compile(
    r"\b(?:(?:no|nothing|none) (?:more|else|others)|no,? thanks|that's (?:all|it|enough|fine)|"
    r"that is (?:all|it|enough)|i'm done|done|finished|not? (?:today|now))\b"
)
_DELETES = re.compile(r"\b(?:delete|remove|erase|wipe)\b")
_OF_A_MEETING = re.compile(r"\bminutes (?:of|from) [^,;.]*")
"""What was written down at a meeting; no time that somebody asks for."""
_ALL = frozenset({"all", "everything", "both", "lot"})
_NOTHING = frozenset({"nothing", "none", "no", "private", "neither"})
_MORE = frozenset({"more", "others", "rest"})
_SMALL = frozenset(
    _WORDS.findall(
        "the a your you my me i is are it to about just share pass on please that this with show "
        "them"
    )
)
_LIKE_ENOUGH = 82  # per cent; below it, two names share little but small words


def chosen(
    text: str,
    keys: Sequence[str],
    catalogue: Catalogue,
    *,
    every: Collection[str] | None = None,
    unlisted: Sequence[str] = (),
) -> tuple[str, ...] | str | None:
    """What a message picks of the listed ``keys``.

    Returns the keys in their order; or ``more`` or ``nothing``; or None when it cannot be told.
    "All" means ``every`` (default: all that are listed); ``unlisted`` can be picked by name only.
    """
    said = " ".join(text.lower().replace("\u2019", "'").split())
    if said in keys:
        return (said,)
    if _DELETES.search(said):
        return None
    said = _OF_A_MEETING.sub(" ", said)
    pick = _Pick(keys, catalogue, tuple(keys if every is None else every), unlisted)
    head, *tails = _BUT.split(said, maxsplit=1)
    tail = pick(tails[0]) if tails else ()
    head = "all" if tails and "all but" in said else head
    words = frozenset(_WORDS.findall(head))
    if tail and words & _NOTHING:
        return tail  # "nothing but the sentence"
    picked = pick(head)
    if _DONE.search(said) and not picked:
        return NOTHING
    if picked or words & _ALL:
        left = tuple(key for key in picked or pick.every if key not in tail)
        return None if "private" in words or not left else left
    if words & _MORE:
        return MORE
    return NOTHING if words & _NOTHING and not tail else None


def place_in(text: str) -> int | None:
    """The number of a message that is nothing but one: "3", "number three", "the third one"."""
    found = _A_NUMBER.fullmatch(" ".join(text.lower().split()))
    if found is None:
        return None
    word = found[1]
    return int(word) if word.isdecimal() and len(word) < 4 else _PLACES.get(word)


def names_of(key: str, catalogue: Catalogue) -> tuple[str, ...]:
    """What a question or an item is called: its short name, and the others in the catalogue."""
    named = catalogue.named(key)
    return (named.short, *named.also)


def named_alone(text: str, keys: Sequence[str], catalogue: Catalogue) -> str | None:
    """The key of which a message says the name and nothing else; None where it says more."""
    said = _bare(text)
    named = [key for key in keys if said and said in map(_bare, names_of(key, catalogue))]
    return named[0] if len(named) == 1 else None


class _Pick:
    """Picks the keys that some words name."""

    def __init__(
        self,
        keys: Sequence[str],
        catalogue: Catalogue,
        every: tuple[str, ...],
        unlisted: Sequence[str],
    ) -> None:
        self.every = every
        self._keys = keys
        self._unlisted = unlisted
        self._names = {
            key: [_bare(name) for name in names_of(key, catalogue)] for key in (*keys, *unlisted)
        }

    def __call__(self, said: str) -> tuple[str, ...]:
        found: set[str] = set()
        for part in re.split(r",|\band\b|\bplus\b|;|\n", said):
            name = self._best(_bare(part))
            found |= {name} if name else self._numbered(part)
        return tuple(key for key in (*self._keys, *self._unlisted) if key in found)

    def _numbered(self, part: str) -> set[str]:
        words = _WORDS.findall(part)
        places = {int(word) for word in words if word.isdigit() and len(word) < 4}
        for first, last in _RANGE.findall(part):
            if int(last) <= len(self._keys):
                places |= set(range(int(first), int(last) + 1))
        if all(word in _PLACES or word in _BESIDE_A_NUMBER or word.isdigit() for word in words):
            alone = [word for word in words if word in _PLACES]
            places |= {_PLACES[word] for word in alone if word != "one" or alone == ["one"]}
        return {key for place, key in enumerate(self._keys, 1) if place in places}

    def _best(self, part: str) -> str | None:
        """The key whose name a part holds; None for a number, and where two fit equally well."""
        if len(part) < 3 or place_in(part) is not None:
            return None
        scores = {key: self._score(part, names) for key, names in self._names.items()}
        best = max(scores.values(), default=(0.0, 0.0))
        fitting = [key for key, score in scores.items() if score == best]
        return fitting[0] if best[0] >= _LIKE_ENOUGH and len(fitting) == 1 else None

    def _score(self, part: str, names: Sequence[str]) -> tuple[float, ...]:
        """How much a name and a part share, and how much of both is left over."""
        scorers = (fuzz.token_set_ratio, fuzz.token_sort_ratio)
        alike = (tuple(score(part, name) for score in scorers) for name in names if name)
        return max(alike, default=(0.0, 0.0))


def _bare(name: str) -> str:
    """A name without the small words that all names share."""
    return " ".join(word for word in _WORDS.findall(name.lower()) if word not in _SMALL)
