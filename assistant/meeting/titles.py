"""How items and questions are named in what is written for people."""

from __future__ import annotations

from assistant.catalogue import Catalogue
from assistant.texts.texts import Texts


def title_of(item: str, catalogue: Catalogue, texts: Texts) -> str:
    """What an item is called: its own title, or the question it answers, in its first wording.

    A question whose wording needs more than the word for the place has a title. Of a question
    that is asked no longer, its key is all there is.
    """
    own = f"item_{item}"
    if texts.has(own):
        return texts(own, word=catalogue.word)
    return catalogue.asking(item, {}) if item in catalogue.questions else item.replace("_", " ")
