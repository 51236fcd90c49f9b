"""The meeting's card: questions that are the set's to ask, not the software's.

Source: the handout, "Good questions for action learning" (docs/handout.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.catalogue import Catalogue
from assistant.texts.texts import Texts

_NOW = ("most_need", "move_forwards")
_MORE = (
    "session",
    "story",
    "learned",
    "others_feel",
    "feel",
    "raises",
    "admire",
    "options",
    "pros_cons",
    "first_steps",
    "likelihood",
)


@dataclass(frozen=True)
class CardPart:
    """Questions of one kind, under their title."""

    title: str
    questions: tuple[str, ...]


def card(catalogue: Catalogue, texts: Texts) -> tuple[CardPart, ...]:
    """The card: what helps now, the good questions, the others."""
    good = catalogue.parts("good_questions")
    return (
        CardPart(texts("card_now"), tuple(texts(f"card_{key}") for key in _NOW)),
        CardPart(texts("card_good"), tuple(catalogue.asking(key, {}) for key in good)),
        CardPart(texts("card_more"), tuple(texts(f"card_{key}") for key in _MORE)),
    )
