"""What a member wishes of the sentence that is offered: shorter, more about something, another.

Read only while the sentence is open, where few words are said and mean one of four things; longer
messages are the member's own wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

FEW_WORDS = 14
"""A wish is short; what is longer is a sentence of the member's own."""

_OWN = re.compile(r"^(?:i (?:want|need|am trying|'m trying|would like to)|we |my )\b")
_SHORTER = re.compile(
    r"\b(?:short(?:er|en)|too long|trim|brief(?:er)?|fewer words|condense|snappier|tighten|"
    r"less (?:wordy|of a mouthful)|a mouthful|cut it down|long[- ]?winded)\b"
)
_ABOUT = re.compile(
    r"\b(?:(?:more|say something|something|a bit|focus|put) (?:about|on|of|to do with)|"
    r"mention|include|bring in|put in|what about|it should say|leaves? out|left out|"
    r"you(?:'ve)? forgot(?:ten)?|nothing about)\b\s*(?P<topic>.+)"
)
_OTHER = re.compile(
    r"\b(?:not that(?: one)?|another(?: one)?|something else|different(?: one)?|try again|"
    r"the others?|any others?|next one|have another go|none of (?:those|these|them)|"
    r"not (?:quite )?(?:it|right|what i meant))\b"
)
_PLACES = {
    1: ("1", "one", "first"),
    2: ("2", "two", "second"),
    3: ("3", "three", "third", "last"),
}
_PICK = re.compile(
    r"^(?:(?:i'd|i'll|i|we'd|like|prefer|choose|have|want|take|keep|use|pick|go with|let's|yes|can|"
    r"would|we)[, ]+)*(?:the |number |no\.? |option )*"
    r"(?P<place>1|2|3|one|two|three|first|second|third|last)(?: one| sentence)?"
    r"(?:[, ]+(?:please|then|thanks|is (?:best|better|right|good|fine)|will do|ta))*[.!]*$"
)


@dataclass(frozen=True)
class Wish:
    """What is wished: the command, and the topic or the place (1 to 3) that it names."""

    command: str
    content: str = ""


def read_wish(text: str) -> Wish | None:
    """Return the wish that a message is, or None when it is something else."""
    low = " ".join(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    if len(low.split()) > FEW_WORDS or _OWN.match(low):
        return None
    if picked := _PICK.match(low):
        return Wish("pick_sentence", str(_place(picked["place"])))
    if _SHORTER.search(low):
        return Wish("make_shorter")
    if about := _ABOUT.search(low):
        return Wish("more_about", _topic(about["topic"]))
    return Wish("not_that") if _OTHER.search(low) else None


def _place(word: str) -> int:
    return next(place for place, names in _PLACES.items() if word in names)


def _topic(rest: str) -> str:
    words: Sequence[str] = rest.rstrip(" .?!").split()
    while words and words[-1] in {"please", "then", "too", "well", "as", "thanks"}:
        words = words[:-1]
    return " ".join(words)
