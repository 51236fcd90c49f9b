"""Asking whether there is more to say, at most twice a session. Source: COACHING, "Talk".

"Anything else?" comes after what is stopping the member and after what they can do. What is added
is an answer of its own, so that the log keeps both as they were said. It is asked where it reads
well: straight after the answer, which is neither a word or two nor told at length and
was not asked for "beyond" earlier words, and not by somebody who has five minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.coaching.repeats import said_before
from assistant.coaching.route import FIVE, route_of
from assistant.coaching.state import State

ADDING: Mapping[str, str] = {"stopping": "more_stopping", "can_do": "more_can_do"}
"""Question -> the one that asks whether there is more to say to it."""

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
    if said_before(key, state) is None and _leaves_room(answer):
        yield ADDING[key]


def together(answers: Mapping[str, str]) -> Mapping[str, str]:
    """The answers, each with what was added to it beneath it, as the sentence is made of them."""
    joined = {key: text for key, text in answers.items() if key not in ADDING.values()}
    for key, more in ADDING.items():
        if more in answers:
            joined[key] = "\n".join(text for text in (joined.get(key), answers[more]) if text)
    return joined


def _leaves_room(answer: str) -> bool:
    said = answer.lower().replace("\u2019", "'")
    ended = _SAID_ALL.search(said) or _NOTHING.search(said)
    return len(said.split()) in _WORDS and not ended
