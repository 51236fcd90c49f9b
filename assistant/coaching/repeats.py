"""Where an earlier answer already speaks to a question. Source: COACHING, "Nothing is asked twice".

The rule is a table: a question, the earlier one that may speak to it, and, where most answers do
not, what shows that this one does. Where it does, the earlier words are quoted and the difference
is asked; nothing is left out. benchmarks/repeats.py measures how often it is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.coaching.plain_words import says_unknown
from assistant.coaching.quoting import ended, quoted
from assistant.coaching.state import State

_MINE = re.compile(
    r"\bi (?!am\b|have\b|had\b|was\b|were\b|did\b|will\b|would\b|hope\b|expect\b|\w+ed\b)\w+"
)
"""Something that one does or wants oneself, now: "I go quiet", "I never ask", "I want"."""
_SINCE = frozenset({"stopping_now"})  # asks what has become of an answer of the last meeting
_STEP = "first_steps"  # without an option, the step of the last meeting may be taken again
_LEFT_TO_DO = re.compile(
    r"\b(?:not|never|no|none|nothing|half|part(?:ly)?|some of|nearly|almost|yet|still)\b|n't\b"
)
"""What happened with the last step, where it was not done or not all of it."""
_FEWEST = 2  # words; "time" alone says too little to be quoted


@dataclass(frozen=True)
class Pair:
    """An earlier question that may speak to a later one.

    Attributes:
        earlier: its key.
        because: why its answer speaks to the later one.
        cue: what the answer has to hold to do so; None where it does so in most cases.
    """

    earlier: str
    because: str
    cue: re.Pattern[str] | None = None


PAIRS: Mapping[str, Pair] = {
    "stopping": Pair("difficulties", "a habit of one's own stops one already", _MINE),
    "benefits_self": Pair("importance_self", "what one wants or does is what would change", _MINE),
    "benefits_practice": Pair("importance_practice", "what it costs the place it would save"),
    "who_cares": Pair("stakeholders", "whoever would like to see progress may well care"),
    "stopping_now": Pair("stopping", "what stopped one last time may well stop one now"),
    "options": Pair("can_do", "what one can do is an option"),
    _STEP: Pair("options", "a step is taken from an option"),
}


def said_before(question: str, state: State) -> str | None:
    """The earlier words that already speak to this question; None where none do."""
    pair, earlier = PAIRS.get(question), earlier_answer(question, state)
    if pair is None or earlier is None or len(earlier.split()) < _FEWEST or says_unknown(earlier):
        return None
    if question == _STEP and pair.earlier not in state.answers and _is_done(state):
        return None
    if pair.cue and not pair.cue.search(earlier.lower().replace("\u2019", "'")):
        return None
    return ended(quoted(earlier))


def earlier_answer(question: str, state: State) -> str | None:
    """The answer that may speak to this question, of the last meeting where it asks about that."""
    pair = PAIRS.get(question)
    if pair is None:
        return None
    if question == _STEP and pair.earlier not in state.answers:
        return state.previous.step if state.previous else None
    own = None if pair.earlier in state.grave else state.answers.get(pair.earlier)
    if question not in _SINCE:
        return own
    before = state.previous.answers if state.previous else {}
    return own or before.get(question) or before.get(pair.earlier)


def _is_done(state: State) -> bool:
    """Whether what happened tells of no part of the last step that is left to do."""
    happened = state.answers.get("what_happened")
    return happened is not None and not _LEFT_TO_DO.search(happened.lower().replace("\u2019", "'"))
