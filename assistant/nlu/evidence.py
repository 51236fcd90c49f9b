"""What speaks for an answer and what for a command: named measures of a message at a question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log

from assistant.catalogue import catalogue
from assistant.embedding import meaning
from assistant.nlu.asked import ABOUT_DOING, ABOUT_PEOPLE, Asked
from assistant.nlu.form import form_by_name
from assistant.nlu.likelihood import names_a_number, read_likelihood
from assistant.nlu.reading import ANSWER, SERIOUS, YES_OR_NO, Reading
from assistant.nlu.referring import stems
from assistant.nlu.wording import listed, words

NEVER_ZERO = 1e-4
FEW_WORDS = 6
"""Up to here a message counts as short."""

_ORDERS = frozenset(
    listed(
        "skip_question go_back change_answer pause resume start_again delete_data enough repeat "
        "louder_slower withdraw say_same ask_export summary_so_far"
    )
)
"""Commands that an order to oneself, or a note of what to do, can be mistaken for."""
_REMARKS = frozenset(listed("thinking off_topic was_answer was_command"))
"""Commands that are remarks rather than orders; the others ask something."""

_WEIGHING = ("pros_cons", "against")
"""How the keys of the questions begin that take a few words for or against."""


def evidence(reading: Reading, asked: Asked) -> dict[str, float]:
    """Return the measures by name; one that is not there is 0.

    What the model thinks, the form of the text, and what the open question makes of both: an order
    is likelier an answer where the question is what to do, a name where it is who.
    """
    manner = _manner(likeliest(commands(reading)) or "")
    measures = form_by_name(reading.text)
    return {
        **_model(reading),
        **measures,
        f"like {manner}": 1.0,
        "question inside": float("?" in reading.text.rstrip(" ?")),
        **_at(asked, reading, measures, manner),
    }


def commands(reading: Reading) -> dict[str, float]:
    """Return the probabilities of the commands: no answers, no serious signs, no yes or no."""
    apart = SERIOUS | YES_OR_NO | {ANSWER}
    return {label: share for label, share in reading.shares.items() if label not in apart}


def likeliest(shares: Mapping[str, float]) -> str | None:
    """Return the label with the greatest share."""
    return max(shares, key=lambda label: shares[label], default=None)


def kind_of_question(asked: Asked) -> str:
    """Return what a question takes: doing, people, number, weighing, myself, or anything."""
    if asked.key in ABOUT_DOING:
        return "doing"
    if asked.key in ABOUT_PEOPLE:
        return "people"
    if asked.kind == "number":
        return "number"
    if str(asked.key).startswith(_WEIGHING):
        return "weighing"
    return "myself" if asked.key == "myself" else "anything"


def _manner(command: str) -> str:
    if command in _ORDERS:
        return "an order"
    return "a remark" if command in _REMARKS else "a question"


def _model(reading: Reading) -> dict[str, float]:
    """What the trained model thinks; at an open question "yes" and "no" are answers."""
    shares, asks = reading.shares, commands(reading)
    yes_or_no = sum(shares.get(label, 0.0) for label in YES_OR_NO)
    answer = shares.get(ANSWER, 0.0)
    return {
        "odds": odds(answer + yes_or_no, sum(asks.values())),
        "odds against the likeliest": odds(answer, max(asks.values(), default=0.0)),
        "yes or no": yes_or_no,
    }


def odds(one: float, other: float) -> float:
    """Return the logarithm of how much likelier one of two probabilities is."""
    return log((one + NEVER_ZERO) / (other + NEVER_ZERO))


def near_question(reading: Reading, asked: Asked) -> float:
    """Return how like the open question's own wording a text is, -1 to 1; 0 if not known."""
    if reading.meaning is None or not _wording(asked.key):
        return 0.0
    return float(reading.meaning @ meaning(_wording(asked.key)))


def _at(asked: Asked, reading: Reading, form: Mapping[str, float], manner: str) -> dict[str, float]:
    """What the open question makes of the form of a message."""
    text = reading.text
    kind, own = kind_of_question(asked), stems(text)
    few = len(words(text)) <= FEW_WORDS
    asks = bool(form["asks_first"] or form["question_mark"])
    repeated = len(_words_of(asked.key) & own) / max(len(own), 1)
    measures = {
        f"at {kind}, like {manner}": 1.0,
        f"at {kind}, says I": form["says_i"],
        f"at {kind}, asks": float(asks),
        f"at {kind}, short": float(few),
        "repeats the question": repeated,
        "asks with the question's words": repeated * asks,
        "near the question": near_question(reading, asked),
    }
    if kind == "number":
        measures["a number"] = float(names_a_number(text))
        measures["a number stated"] = float(read_likelihood(text) is not None)
        measures["just a number"] = measures["a number stated"] * few
    return measures


def _wording(key: str | None) -> str:
    known = key is not None and key in catalogue().questions
    return catalogue().asking(str(key), {}) if known else ""


@lru_cache(maxsize=64)
def _words_of(key: str | None) -> frozenset[str]:
    """Return the telling words of a question's own wording."""
    return frozenset(stems(_wording(key)))
