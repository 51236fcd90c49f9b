"""The form of a message: what its length, opening and persons tell, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.nlu.wording import listed, plain, words

ASKING = frozenset(
    listed(
        "what what's whats who who's whose when where why how which can could would "
        "will shall should "
        "do does did is are am was were has have may might"
    )
)
JOINING = frozenset(listed("so and but well ok okay right also anyway now then or sorry just"))
"""Words before the real beginning of what is said."""
_DOING_NOW = frozenset(
    listed(
        "thinking taking stopping leaving having popping skipping passing going moving "
        "coming getting"
    )
)
"""What people say they are doing right now, and not in answer to anything."""
_TO_THE_ASSISTANT = re.compile(
    r"\b(?:can|could|would|will|do|did|are|have|if|don't|shall|may|please|let|what|"
    r"why|how) (?:\w+ )?"
    r"(?:you|u|ya|we|i|me|it|this)\b"
)
_YOU = re.compile(r"\b(?<!thank )(?<!thanks )(?:you|u|your|ur|you're|you've)\b(?! know\b)")
_THE_PROGRAM = re.compile(
    r"\b(?:questions?|answers?|answered|screen|button|program|app|computer|recording|voice|volume|"
    r"this one|that one|next one|last one|previous one|one before|so far|my notes|my list)\b"
)
_I = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|im|ive)\b")
_WE = re.compile(r"\b(?:we|we're|we've|we'd|we'll|our|us)\b")
_THEY = re.compile(r"\b(?:they|they're|they've|they'd|them|their|he|he's|she|she's|his|her|him)\b")
_POLITE = re.compile(r"\b(?:please|pls|plz|thanks|ta|cheers|sorry|would you|could you|can you)\b")

FORMS: Mapping[str, Callable[[str, list[str]], float]] = {
    "one_word": lambda text, said: float(len(said) <= 1),
    "two_words": lambda text, said: float(len(said) == 2),
    "to_five_words": lambda text, said: float(2 < len(said) <= 5),
    "over_twelve_words": lambda text, said: float(len(said) > 12),
    "over_25_words": lambda text, said: float(len(said) > 25),
    "length": lambda text, said: min(float(np.log1p(len(said))) / 4, 1.0),
    "question_mark": lambda text, said: float(text.endswith("?")),
    "asks_first": lambda text, said: float(opening(said) in ASKING),
    "begins_with_doing": lambda text, said: float(_is_doing(opening(said))),
    "asks_the_assistant": lambda text, said: float(bool(_TO_THE_ASSISTANT.search(text))),
    "says_you": lambda text, said: float(bool(_YOU.search(text))),
    "names_the_program": lambda text, said: float(bool(_THE_PROGRAM.search(text))),
    "says_i": lambda text, said: float(bool(_I.search(text))),
    "says_we": lambda text, said: float(bool(_WE.search(text))),
    "says_they": lambda text, said: float(bool(_THEY.search(text))),
    "polite": lambda text, said: float(bool(_POLITE.search(text))),
    "digits": lambda text, said: float(any(letter.isdigit() for letter in text)),
}


def opening(said: list[str]) -> str:
    """Return the first word that is more than a joining word; an empty text has none."""
    return next((word for word in said if word not in JOINING), "")


def _is_doing(word: str) -> bool:
    return (
        len(word) > 5
        and word.endswith("ing")
        and not word.endswith("thing")
        and word not in _DOING_NOW
    )


def form(text: str) -> npt.NDArray[np.float32]:
    """Return the features of `FORMS` in their order, each between 0 and 1."""
    return np.array(list(form_by_name(text).values()), dtype=np.float32)


@lru_cache(maxsize=64)
def form_by_name(text: str) -> Mapping[str, float]:
    """Return each feature of `FORMS` under its name; one message is asked for several times."""
    low, said = plain(text), words(text)
    return {name: measure(low, said) for name, measure in FORMS.items()}
