"""What speaks for a message's going back to one of the earlier answers, as named measures of each.

No sign is enough alone: answers share words with each other, for they are about one matter, and
orders to oneself ("take the phones off reception") sound like orders to an editor. What tells is
that several signs point to the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log

from assistant.catalogue import catalogue
from assistant.embedding import Vectors, meaning
from assistant.nlu.about import (
    NAMED,
    OF_EDITING,
    asks_to_change,
    edits,
    in_order,
    named_points,
    speaks_of_before,
    tells_a_story,
)
from assistant.nlu.asked import ABOUT_DOING, ABOUT_PEOPLE, Asked
from assistant.nlu.clauses import clauses
from assistant.nlu.editing import other_values, topic_of, wording_of_editing
from assistant.nlu.evidence import commands, near_question, odds
from assistant.nlu.reading import ANSWER, Reading
from assistant.nlu.referring import asked_words, denied, signs_of, stems
from assistant.nlu.wording import cut, gist, plain, words

CHANGE = "change_answer"
SURE_OF_ANOTHER = 0.7
"""Probability of another command from which a message is no request to change."""
MOST_SHARED = 3
"""Shared words that are counted; more of them tell nothing more."""
MOST_KINDS = 5
"""Kinds of wording of a request that are counted."""
SCALE = 3.0
"""Brings logarithms of probabilities to the scale of the other measures."""
LONG, SHORT = 40, 5
"""Words from which a message counts as long, and up to which as short."""
WIDE = 2
"""Words that a part of an answer has at least, to be compared with."""

Measures = dict[str, float]


def change_evidence(reading: Reading, asked: Asked) -> dict[str, Measures]:
    """Return question -> the measures that a message goes back to its answer."""
    message = _of_the_message(reading, asked)
    alike = _alike(reading, asked)
    shared = _shared(reading.text, asked)
    found = {}
    counted = in_order(plain(reading.text), tuple(asked.answers))
    for place, key in enumerate(asked.answers):
        own = {
            **alike[key],
            **shared[key],
            **_named(reading.text, key, asked),
            **other_values(reading.text, asked.answers[key]),
            **_place(reading, key, asked),
            "counted to": float(key in counted),
            "the last answer": float(place == len(asked.answers) - 1),
        }
        found[key] = {**message, **own, **_together(message, own)}
    return found


def _of_the_message(reading: Reading, asked: Asked) -> Measures:
    """What the wording tells, whichever answer is meant."""
    text, shares, said = reading.text, reading.shares, len(words(reading.text))
    wording = {
        **signs_of(text),
        **wording_of_editing(text),
        "edits": float(edits(text)),
        "of before": float(speaks_of_before(text)),
    }
    doing, kinds = float(asked.key in ABOUT_DOING), sum(wording.values()) - wording["quotes"]
    return {
        **wording,
        "kinds": min(kinds, MOST_KINDS) / MOST_KINDS,
        "two kinds": float(kinds >= 2),
        "three kinds": float(kinds >= 3),
        "odds": odds(shares.get(CHANGE, 0.0), shares.get(ANSWER, 0.0)) / SCALE,
        "another command": max(
            (share for name, share in commands(reading).items() if name != CHANGE), default=0.0
        ),
        "asks to change": float(asks_to_change(text, asked)),
        "near the question": near_question(reading, asked),
        "answers the question": _at(reading, asked.key) / SCALE,
        "a story": float(tells_a_story(text)),
        "asks": float("?" in text),
        "begins with not": float(plain(text).startswith(("not ", "no "))),
        "length": min(said / LONG, 1.0),
        "short": float(said <= SHORT),
        "answers so far": log(len(asked.answers)) / SCALE,
        "the first alone": float(len(asked.answers) == 1),
        "at doing": doing,
        "at doing, bids": doing * max(wording["bids"], wording["edits"]),
        "at people": float(asked.key in ABOUT_PEOPLE),
    }


def _alike(reading: Reading, asked: Asked) -> dict[str, Measures]:
    """How like in meaning a message is to each answer, beside the others and the question."""
    if reading.meaning is None:
        return {key: {} for key in asked.answers}
    vector, near = reading.meaning, near_question(reading, asked)
    whole = {key: float(vector @ meaning(gist(text))) for key, text in asked.answers.items()}
    parts = {key: max(whole[key], _most(vector, text)) for key, text in asked.answers.items()}
    return {
        key: {
            "like it": whole[key],
            "like it alone": whole[key] - _next(whole, key, near),
            "like a part": parts[key],
            "like a part alone": parts[key] - _next(parts, key, near),
            "like a part, not the question": parts[key] - near,
            "near its question": float(vector @ _wording(key)),
            "near its question, not the open one": float(vector @ _wording(key)) - near,
        }
        for key in asked.answers
    }


def _next(likeness: Mapping[str, float], key: str, near: float) -> float:
    return max([near, *(value for other, value in likeness.items() if other != key)])


def _most(vector: Vectors, answer: str) -> float:
    """Return how like a message is to the clause of an answer that is most like it."""
    return max((float(vector @ meaning(part)) for part in _clauses(answer)), default=0.0)


@lru_cache(maxsize=256)
def _clauses(answer: str) -> tuple[str, ...]:
    """Return the clauses of an answer of several, as they are compared."""
    found = [part.text for part in clauses(cut(answer))]
    return tuple(gist(part) for part in found if len(words(part)) >= WIDE) if found[1:] else ()


def _wording(key: str) -> Vectors:
    asking = catalogue().asking(key, {}) if key in catalogue().questions else key
    return meaning(gist(asking))


def _shared(text: str, asked: Asked) -> dict[str, Measures]:
    """Which words of each answer a message has, those of several answers counting less."""
    own = stems(text) - asked_words(asked.key) - OF_EDITING
    against = denied(text) - asked_words(asked.key)
    held = {key: stems(answer) for key, answer in asked.answers.items()}
    places = Counter(word for kept in held.values() for word in kept)
    found = {}
    for key, kept in held.items():
        weight = sum(1 / places[word] for word in kept & own)
        found[key] = {
            "shared": min(weight, MOST_SHARED) / MOST_SHARED,
            "share": weight / max(len(own), 1),
            "any shared": float(weight > 0),
            "denies": min(sum(1 / places[word] for word in against & kept), 1.0),
        }
    return found


def _named(text: str, key: str, asked: Asked) -> Measures:
    """Whether a message names the question, and whether it puts that first."""
    low, topic = plain(text), topic_of(text)
    elsewhere = float(key != asked.key)
    names = min(named_points(low, key, {}) / NAMED, 2) / 2 * elsewhere
    first = float(topic is not None and named_points(topic, key, {}) > 0) * elsewhere
    return {"named": names, "named first": first}


def _place(reading: Reading, key: str, asked: Asked) -> Measures:
    """How much better it would answer that question than the open one."""
    better = (_at(reading, key) - _at(reading, asked.key)) / SCALE
    return {"answers it rather": better, "answers it, if so": max(better, 0.0)}


def _at(reading: Reading, key: str | None) -> float:
    """Return the logarithm of the probability that a text is said to a question."""
    even = -log(max(len(reading.places), 1))  # where the question is none of them, or none is open
    return reading.places.get(key or "", even)


_PAIRS = (
    ("named", "kinds"),
    ("named", "to or of an editor"),
    ("named", "of before"),
    ("named", "edits"),
    ("named", "bids"),
    ("named", "otherwise"),
    ("named", "asks to change"),
    ("named first", "kinds"),
    ("counted to", "kinds"),
    ("any shared", "kinds"),
    ("shared", "kinds"),
    ("shared", "otherwise"),
    ("shared", "bids"),
    ("shared", "said"),
    ("shared", "regrets"),
    ("shared", "of before"),
    ("shared", "to or of an editor"),
    ("shared", "to or of the answer"),
    ("shared", "to or of oneself"),
    ("shared", "at people"),
    ("shared", "at doing"),
    ("shared", "short"),
    ("shared", "answers so far"),
    ("shared", "the first alone"),
    ("shared", "like a part"),
    ("shared", "answers it rather"),
    ("like a part", "kinds"),
    ("like a part", "answers so far"),
    ("like a part", "answers it rather"),
    ("answers it rather", "kinds"),
    ("answers it rather", "short"),
    ("answers it rather", "answers so far"),
    ("another value", "answers it, if so"),
    ("another value", "like a part"),
)
"""Signs that tell more, or less, together."""


def _together(message: Mapping[str, float], own: Mapping[str, float]) -> Measures:
    all_ = {**message, **own}
    return {f"{a}, and {b}": all_.get(a, 0.0) * all_.get(b, 0.0) for a, b in _PAIRS}
