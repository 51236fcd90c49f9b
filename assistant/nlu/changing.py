"""What speaks for a message's going back to an earlier answer, as named measures.

No sign is enough alone: answers share words with each other, for they are about one matter, and
orders to oneself ("take the phones off reception") sound like orders to an editor.
"""

from __future__ import annotations

from math import log

from assistant.nlu.about import (
    begins_with_another,
    counts_to_one,
    edits,
    names_another,
    speaks_of_before,
    tells_a_story,
)
from assistant.nlu.asked import ABOUT_DOING, ABOUT_PEOPLE, Asked
from assistant.nlu.editing import wording_of_editing
from assistant.nlu.embedding import meaning
from assistant.nlu.evidence import near_question, odds
from assistant.nlu.reading import ANSWER, Reading
from assistant.nlu.referring import Signs, signs_of
from assistant.nlu.wording import gist, plain, words

CHANGE = "change_answer"
SURE_OF_ANOTHER = 0.7
"""Probability of another command from which a message is no request to change."""
PLACES_BY = 3.0
"""Brings logarithms of probabilities to the scale of the other measures."""
LONG, SHORT = 40, 5
"""Words from which a message counts as long, and up to which as short."""


def change_evidence(reading: Reading, asked: Asked) -> dict[str, float]:
    """Return the measures by name, given the answers so far and what is asked now."""
    text, signs = reading.text, signs_of(reading.text, asked)
    edits_it, before = float(edits(text)), float(speaks_of_before(text))
    named, doing = float(names_another(text, asked)), float(asked.key in ABOUT_DOING)
    people = float(asked.key in ABOUT_PEOPLE)
    counted = float(counts_to_one(text, asked.answers))
    kinds = signs.kinds + edits_it + before
    shares = reading.shares
    return {
        **_together(signs, kinds),
        **_likeness(reading, asked),
        **_place(reading, asked),
        **wording_of_editing(
            text, asked.answers, named=bool(named), topic=begins_with_another(text, asked)
        ),
        "odds": odds(shares.get(CHANGE, 0.0), shares.get(ANSWER, 0.0)),
        "near the question": near_question(reading, asked),
        "edits": edits_it,
        "of before": before,
        "of before, and shared words": before * signs.shared,
        "names another question": named,
        "names another question, and more": named * (kinds > 0),
        "counts to an answer": counted,
        "a story": float(tells_a_story(text)),
        "asks": float("?" in text),
        "begins with not": float(plain(text).startswith(("not ", "no "))),
        "length": min(len(words(text)) / LONG, 1.0),
        "short": float(len(words(text)) <= SHORT),
        "at doing": doing,
        "at doing, bids": doing * max(signs.bids, edits_it),
        "at people": people,
        "at people, and shared words": people * signs.shared,
    }


def _likeness(reading: Reading, asked: Asked) -> dict[str, float]:
    """How like in meaning a message is to one answer, beside the others and the question."""
    if reading.meaning is None or not asked.answers:
        return {}
    likeness = [float(reading.meaning @ meaning(gist(text))) for text in asked.answers.values()]
    most, *others = sorted(likeness, reverse=True)
    return {
        "like an answer": most,
        "like one answer": most - max(others, default=0.0),
        "like an answer, not the question": most - near_question(reading, asked),
    }


def _place(reading: Reading, asked: Asked) -> dict[str, float]:
    """How well it would answer the open question, and how much better one that was answered."""
    if not reading.places:
        return {}
    even = -log(len(reading.places))  # where the question is none of them, or none is open
    here = reading.places.get(asked.key or "", even)
    answered = [reading.places[key] for key in asked.answers if key in reading.places]
    return {
        "answers the question": here / PLACES_BY,
        "answers another": (max(answered, default=here) - here) / PLACES_BY,
    }


def _together(signs: Signs, kinds: float) -> dict[str, float]:
    """The signs that point back, and how they stand together."""
    return {
        "shared": signs.shared,
        "share": signs.share,
        "said": signs.said,
        "otherwise": signs.otherwise,
        "bids": signs.bids,
        "regrets": signs.regrets,
        "denies": signs.denies,
        "otherwise, and shared words": signs.otherwise * signs.shared,
        "bids, and shared words": signs.bids * signs.shared,
        "said, and shared words": signs.said * signs.shared,
        "regrets, and shared words": signs.regrets * signs.shared,
        "kinds": kinds,
        "kinds, by shared words": kinds * signs.share,
        "two kinds": float(kinds >= 2),
        "three kinds": float(kinds >= 3),
    }
