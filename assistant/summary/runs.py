"""Find: statements that run on without a stop, taken apart into whole ones."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from assistant.summary.parsing import parse
from assistant.summary.soundness import SAYING, is_sound
from assistant.summary.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RUN_ON = 8  # words and stops; fewer hold one statement
_LONGEST = 45  # a longer one is no speech that can be understood
_STARTS = 4  # places where a statement may begin that are tried
_ANEW = re.compile(
    r"(?:,? (?:and|but)(?: now| then)?|,) (?=(?:I|we|they|he|she|it|there|the|my|our)\b)|"
    r" (?=(?:I|we) (?:just|only|never|always)\b)"
)
# What is said under one of these is not said to be so: it is never taken apart.
_HELD = re.compile(
    r"\b(?:if|unless|whether|when|once|say|says|said|think|thinks|thought|told|reckons?)\b", re.I
)


def taken_apart(doc: Doc) -> list[Doc]:
    """Return a run-on clause in pieces where some of them are whole statements."""
    if is_sound(doc) or not _RUN_ON <= len(doc) <= _LONGEST:
        return [doc]
    if not _HELD.search(doc.text):
        pieces = parse(f"{piece.rstrip(' .,')}." for piece in _ANEW.split(doc.text))
        if len(pieces) > 1 and any(map(is_sound, pieces)):
            return pieces
    return _at_subjects(doc)


def _at_subjects(doc: Doc) -> list[Doc]:
    """Break where "I", "they" or "there's" begins anew, if every piece is a whole statement.

    The first may be a thing that is named alone.

    The fewest breaks that do are taken, so that "I like what they say" stays one.
    """
    starts = [token.i for token in doc[1:] if _may_begin(token)][:_STARTS]
    edges = [0, *starts, len(doc)]
    spans = list(combinations(edges, 2)) if starts else []
    texts = [f"{doc[a:b].text.rstrip(' .,!')}." for a, b in spans]
    parsed = dict(zip(spans, parse(texts), strict=True))
    for count in range(1, len(starts) + 1):
        for chosen in combinations(starts, count):
            pieces = [parsed[pair] for pair in pairwise([0, *chosen, len(doc)])]
            named = _is_thing(pieces[0])  # "pride I could have rung them"
            if all(map(is_sound, pieces[named:])):
                return pieces
    return [doc]


def _is_thing(doc: Doc) -> bool:
    return len(doc) == 2 and doc[0].tag_ == "NN"


_SUBJECT = listed("i we they he she it there that")
_UNDER = listed("if unless whether when whenever because cos since until before after than")


def _may_begin(token: Token) -> bool:
    """Say whether a statement may begin here: nothing before leads to it or holds it."""
    if token.lower_ not in _SUBJECT or token.tag_ not in {"PRP", "EX", "DT"}:
        return False
    if token.lower_ in {"it", "there", "that"} and not _is_followed_by_verb(token):
        return False
    before = token.doc[max(token.i - 8, 0) : token.i]
    if any(t.lower_ in _UNDER for t in before) or before[-1].tag_ in _LEADING:
        return False
    return not any(t.lemma_ in SAYING for t in before[-3:])


_LEADING = frozenset({"CC", "IN", "TO", "WDT", "WP", "WRB", "DT", "PRP$", "MD"})


def _is_followed_by_verb(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 2]
    return len(after) > 0 and after[0].tag_ in {"VBZ", "VBD", "MD"}
