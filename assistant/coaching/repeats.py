"""Where an earlier answer already speaks to a question. Source: COACHING, "Nothing is asked twice".

The rule is a table: a question, the earlier one that may speak to it, and the words by which it
does. Where it does, the earlier words are quoted and the difference is asked; nothing is left out.
benchmarks/repeats.py measures how often it is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.coaching.state import State

_ANY = re.compile(r"\w")
_MOST_QUOTED = 25  # words; of a longer answer its beginning is quoted
_SINCE = frozenset({"stopping_now"})  # asks what has become of an answer of the last meeting
_FEWEST = 2  # words; "time" alone says too little to be quoted


@dataclass(frozen=True)
class Pair:
    """An earlier question, and what its answer has to hold to speak to a later one."""

    earlier: str
    cue: re.Pattern[str]
    because: str


PAIRS: Mapping[str, Pair] = {
    "stopping": Pair(
        "difficulties",
        re.compile(r"\b(?:i|i'm|i've|me|my|we|our|not|no|can't|won't|don't|nobody|never)\b|n't\b"),
        "a difficulty of one's own, or something that is not there, stops one already",
    ),
    "benefits_self": Pair(
        "importance_self",
        re.compile(
            r"\b(?:i|me|my)\b.*\b(?:want|wish|like|love|lose|sick|tired|worn|sleep|night|time|home|"
            r"can't|never|think)\b|\b(?:sick|tired|worn) of\b"
        ),
        "what one wants or has had enough of is what one would gain",
    ),
    "benefits_practice": Pair(
        "importance_practice",
        re.compile(
            r"\d|\b(?:los\w+|lost|cost\w*|money|budget|time|days?|hours?|week|number|grant)\b"
        ),
        "what it costs the place is what the place would save",
    ),
    "who_cares": Pair("stakeholders", _ANY, "whoever would like to see progress may well care"),
    "stopping_now": Pair("stopping", _ANY, "what stopped one last time may well stop one now"),
    "options": Pair("can_do", _ANY, "what one can do is an option"),
    "first_steps": Pair("options", _ANY, "a step is taken from an option"),
}


def said_before(question: str, state: State) -> str | None:
    """The earlier words that already speak to this question; None where none do."""
    pair, earlier = PAIRS.get(question), earlier_answer(question, state)
    if pair is None or earlier is None or len(earlier.split()) < _FEWEST:
        return None
    if not pair.cue.search(earlier.lower().replace("\u2019", "'")):
        return None
    return ended(quoted(earlier))


def earlier_answer(question: str, state: State) -> str | None:
    """The answer that may speak to this question, of the last meeting where it asks about that."""
    pair = PAIRS.get(question)
    if pair is None:
        return None
    if question not in _SINCE:
        return state.answers.get(pair.earlier)
    before = state.previous.answers if state.previous else {}
    return state.answers.get(pair.earlier) or before.get(question) or before.get(pair.earlier)


def ended(text: str) -> str:
    """The text on one line, with a full stop where it ends in none, to stand in quotation marks."""
    words = " ".join(text.split())
    return words if words.endswith((".", "?", "!")) else f"{words}."


def quoted(text: str) -> str:
    """The text on one line; of a long one its beginning, in the very words."""
    words = text.split()
    if len(words) <= _MOST_QUOTED:
        return " ".join(words).rstrip(".,;")
    return " ".join(words[:_MOST_QUOTED]).rstrip(".,;") + " ..."
