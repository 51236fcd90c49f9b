"""Which of a line's wordings is said: a pure function, so that it varies and never by chance.

The short lines that are said again and again ("All right.", "No hurry.") stand in five wordings or
more in the catalogue. Which one is said follows from the preparation, the turn and the line: the
same log is always answered in the same words, people hear them in another order, and they take
turns, so that no wording comes again within four turns. Source: COACHING, "Talk"; questions are
never varied.
"""

from __future__ import annotations

from hashlib import sha256

from assistant.catalogue import Catalogue


def phrased(line: str, catalogue: Catalogue, preparation: str, turn: int, **values: str) -> str:
    """The line (``utter_...``) as it is said in this turn of this preparation (its id).

    ``turn`` counts the member's messages before it; ``values`` fill in the wording.
    """
    place = _first(preparation, line) + turn
    return catalogue.text(line, place % catalogue.wordings(line), **values)


def _first(preparation: str, line: str) -> int:
    """Where the wordings of a line begin for somebody; evenly spread."""
    return int.from_bytes(sha256(f"{preparation} {line}".encode()).digest()[:4], "big")
