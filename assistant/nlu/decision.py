"""How much speaks for an answer and how much for a command, as one number.

The number is a logarithm of odds: 0 is even, 2 is seven to one for an answer. What the model thinks
comes first; the form of the text and the open question push it a little. The weights were set by
hand; no command in the repository fits them.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from assistant.nlu.asked import ABOUT_DOING, ABOUT_PEOPLE, Asked
from assistant.nlu.form import form_by_name
from assistant.nlu.likelihood import names_a_number, read_likelihood
from assistant.nlu.model import ANSWER, SERIOUS, YES_OR_NO, Reading
from assistant.nlu.wording import listed, words

SURE_ANSWER = -1.5
"""From here on a message is an answer: a lost answer costs more than a command asked again."""
SURE_COMMAND = -2.1
"""Below this it is a command; between the two it is held, and the member is asked."""

NEVER_ZERO = 1e-4
START = -0.45
ODDS_WEIGHT = 1.1
NEAREST_WEIGHT = 1.95
"""Whether the nearest example is an answer or a command."""
NEAR_WEIGHT = 1.2
"""Whether the nearest five are, on average."""
FORM_WEIGHTS: Mapping[str, float] = {
    "question_mark": -1.1,
    "asks_first": -0.4,
    "says_you": -0.35,
    "polite": -0.2,
}
ASKING_FORMS = ("says_you", "asks_first", "polite")
JUST_A_COMMAND = 0.85
"""Likeness to a command of the training data from which the open question does not matter."""
DOING_WEIGHT = 2.0
ORDERS = frozenset(
    listed(
        "skip_question go_back change_answer pause resume start_again delete_data "
        "enough louder_slower "
        "withdraw off_topic say_same ask_export"
    )
)
"""Commands that an order to oneself ("stop chasing") can be mistaken for."""
MYSELF_WEIGHT = 2.0
PEOPLE_WEIGHT = 1.0
JUST_A_NUMBER_WEIGHT = 8.0
NUMBER_WEIGHT = 4.0
NO_NUMBER_WEIGHT = 0.7
FEW_WORDS = 6


def answer_score(reading: Reading, asked: Asked) -> float:
    """Return the logarithm of the odds that a text is an answer to what was asked."""
    measures = form_by_name(reading.text)
    form = sum(weight * measures[name] for name, weight in FORM_WEIGHTS.items())
    nearest, near = (a - c for a, c in zip(reading.near_answer, reading.near_command, strict=True))
    model = ODDS_WEIGHT * odds(reading) + NEAREST_WEIGHT * nearest + NEAR_WEIGHT * near
    return START + model + form + fits(reading, asked)


def odds(reading: Reading) -> float:
    """Return the model's own odds of an answer against a command, as a logarithm."""
    answer = reading.shares.get(ANSWER, 0.0)
    command = sum(commands(reading).values())
    return log((answer + NEVER_ZERO) / (command + NEVER_ZERO))


def commands(reading: Reading) -> dict[str, float]:
    """Return the probabilities of the commands: no answers, no serious signs, no yes or no."""
    apart = SERIOUS | YES_OR_NO | {ANSWER}
    return {label: share for label, share in reading.shares.items() if label not in apart}


def _fits_a_number(text: str) -> float:
    if not names_a_number(text):
        return NO_NUMBER_WEIGHT
    is_just_that = read_likelihood(text) is not None and len(words(text)) <= FEW_WORDS
    return JUST_A_NUMBER_WEIGHT if is_just_that else NUMBER_WEIGHT


def likeliest(shares: Mapping[str, float]) -> str | None:
    """Return the label with the greatest share."""
    return max(shares, key=lambda label: shares[label], default=None)


def fits(reading: Reading, asked: Asked) -> float:
    """Return how much the open question speaks for an answer of this form."""
    if asked.kind == "number":
        return _fits_a_number(reading.text)
    said, measures = words(reading.text), form_by_name(reading.text)
    asks = any(measures[name] for name in ASKING_FORMS) or "?" in reading.text
    if asks or reading.near_command[0] >= JUST_A_COMMAND:
        return 0.0
    if asked.key in ABOUT_DOING:
        return DOING_WEIGHT if len(said) > 2 and likeliest(commands(reading)) in ORDERS else 0.0
    if asked.key == "myself":
        return MYSELF_WEIGHT if measures["says_i"] and len(said) > 2 else 0.0
    return PEOPLE_WEIGHT if asked.key in ABOUT_PEOPLE and 0 < len(said) <= FEW_WORDS else 0.0
