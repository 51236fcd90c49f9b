"""How much speaks for a request to change an earlier answer, as one number.

The number is a logarithm of odds. No sign is enough alone: answers share words with each other,
and orders to oneself ("take the phones off reception") sound like orders to an editor. The weights
were set by hand, in view of half of a development set; nothing in the repository fits them.
"""

from __future__ import annotations

from math import log

from assistant.nlu.about import edits, names_another, speaks_of_before, tells_a_story
from assistant.nlu.asked import ABOUT_DOING, Asked
from assistant.nlu.model import ANSWER, Reading
from assistant.nlu.referring import Signs, signs_of
from assistant.nlu.wording import words

CHANGE = "change_answer"
SURE_CHANGE = 2.0
"""From here on a message is a request to change."""
SURE_OF_ANOTHER = 0.7
"""Probability of another command from which a message is no request to change."""

NEVER_ZERO = 1e-3
START = -1.1
ODDS_WEIGHT = 0.6
TOGETHER_WEIGHT = 1.6
"""Words shared with one earlier answer, and any other sign."""
NAMED_WEIGHT = 2.2
BEFORE_WEIGHT = 1.5
EDITS_WEIGHT = 0.8
ALONE_WEIGHT = -0.8
"""One kind of sign only: answers have that often."""
STORY_WEIGHT = -1.2
DOING_WEIGHT = -1.0
"""Where the question asks what to do, an order is likelier an answer; twice if it is one."""
LENGTH_WEIGHT = -1.3
LONG = 40
"""Words from which a message counts as long."""


def change_score(reading: Reading, asked: Asked) -> float:
    """Return the logarithm of the odds that a text asks to change one of the answers so far."""
    if not asked.answers:
        return float("-inf")
    text = reading.text
    signs = signs_of(text, asked)
    named = NAMED_WEIGHT * names_another(text, asked) + BEFORE_WEIGHT * speaks_of_before(text)
    alone = ALONE_WEIGHT * (signs.kinds + edits(text) + speaks_of_before(text) < 2)
    form = EDITS_WEIGHT * edits(text) + STORY_WEIGHT * tells_a_story(text)
    length = LENGTH_WEIGHT * min(len(words(text)) / LONG, 1.0)
    return (
        alone
        + START
        + _odds(reading)
        + _weighed(signs)
        + named
        + form
        + length
        + _doing(signs, asked)
    )


def _odds(reading: Reading) -> float:
    shares = reading.shares
    change, answer = (shares.get(label, 0.0) + NEVER_ZERO for label in (CHANGE, ANSWER))
    return ODDS_WEIGHT * log(change / answer)


def _weighed(signs: Signs) -> float:
    together = TOGETHER_WEIGHT * bool(signs.shared and signs.kinds)
    words_shared = 1.1 * signs.shared + 0.8 * signs.share
    said = 1.0 * signs.said + 2.0 * signs.otherwise + 1.4 * signs.bids + 1.0 * signs.regrets
    return together + words_shared + said


def _doing(signs: Signs, asked: Asked) -> float:
    return DOING_WEIGHT * (1 + signs.bids) if asked.key in ABOUT_DOING else 0.0
