"""How items, questions and days are named in what is written for people."""

from __future__ import annotations

from datetime import date, datetime

from assistant.catalogue import Catalogue
from assistant.texts.texts import Texts


def title_of(item: str, catalogue: Catalogue, texts: Texts) -> str:
    """What an item is called: the question it answers, in its first wording.

    Of a question that is asked no longer, its key is all there is.
    """
    own = f"item_{item}"
    if texts.has(own):
        return texts(own)
    return catalogue.asking(item, {}) if item in catalogue.questions else item.replace("_", " ")


def day(when: date) -> str:
    """A day as people write it: 21 December 2026; of a time, the day it is here."""
    if isinstance(when, datetime):
        when = when.astimezone()
    return f"{when.day} {when:%B %Y}"
