"""Asking whether there is more to say to what was just said. Source: COACHING, "Talk".

"Anything else?" comes after what is stopping the member and after what they can do, at most twice a
session; "Stay with that, or go on?" once, after an answer that tells of strain that is really felt
(COACHING, "When it is serious"), in place of the other. Either is asked straight after the answer,
can be passed in a word, and takes whatever else is said as more of the same: an answer of its own,
so that the log keeps both as they were said. Somebody who has five minutes is asked neither: the
three questions fill them, and a fourth would make it longer than was promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.coaching.repeats import earlier_answer, said_before
from assistant.coaching.route import FIVE, route_of
from assistant.coaching.state import State
from assistant.coaching.strain import is_felt

ADDING: Mapping[str, str] = {"stopping": "more_stopping", "can_do": "more_can_do"}
"""Question -> the one that asks whether there is anything else to say to it."""
STAY = "stay"
"""Whether to stay with what was said, or to go on."""
ADDED = frozenset({*ADDING.values(), STAY})
"""Questions whose answer is added to the one before."""

_TELLING = frozenset(
    (
        *("problem", "importance_self", "importance_practice", "stakeholders", "difficulties"),
        *("stopping", "can_do", "who_knows", "who_cares", "who_helps"),
        *("what_happened", "what_changed", "where_now", "stopping_now"),
    )
)
"""Questions that ask what is; what is hoped for tells of strain that would be gone."""
_WORDS = range(3, 16)
_SAID_ALL = re.compile(
    r"\b(?:that's (?:all|it|about it|the lot|everything)|nothing (?:else|more)|no more)\W*$"
)
_NOTHING = re.compile(r"^\W*(?:nothing|not (?:much|sure)|no idea|(?:i )?(?:don't|do not) know)\b")


def asks_for_more(key: str, state: State) -> Iterator[str]:
    """The question whether there is more to say to this one, where it is to be asked now."""
    answer = state.answers.get(key)
    if answer is None or route_of(state) == FIVE or state.trail[-1:] != (key,):
        return
    if may_stay(key, state) and is_felt(answer) and answer != earlier_answer(key, state):
        yield STAY
    elif key in ADDING and said_before(key, state) is None and _leaves_room(answer):
        yield ADDING[key]


def may_stay(key: str, state: State) -> bool:
    """Whether "stay with that?" may be asked after this question: once, and of nothing grave.

    Nor where how the member feels has been asked: that was about the same.
    """
    asked = {STAY, "feelings"} & {*state.trail, *state.answers}
    return key in _TELLING and not asked and key not in state.grave and route_of(state) != FIVE


def stayed_with(state: State) -> str | None:
    """The question whose answer was stayed with: the one before, as they were dealt with."""
    before = state.trail[: state.trail.index(STAY)] if STAY in state.trail else ()
    return next((key for key in reversed(before) if key in _TELLING), None)


def dealt_with(state: State) -> int:
    """How many questions were dealt with; whether there is more to say is no question more."""
    return sum(key not in ADDED for key in state.trail)


def together(answers: Mapping[str, str], stayed: str | None = None) -> Mapping[str, str]:
    """The answers, each with what was added to it beneath it, as the sentence is made of them.

    ``stayed`` is the question whose answer was stayed with.
    """
    joined = {key: text for key, text in answers.items() if key not in ADDED}
    for key, more in (*ADDING.items(), *([(stayed, STAY)] if stayed else [])):
        if more in answers:
            joined[key] = "\n".join(text for text in (joined.get(key), answers[more]) if text)
    return joined


def _leaves_room(answer: str) -> bool:
    said = answer.lower().replace("\u2019", "'")
    ended = _SAID_ALL.search(said) or _NOTHING.search(said)
    return len(said.split()) in _WORDS and not ended
