"""Whether a message names a time and nothing else: "no, I meant Thursday the 3rd"."""

from __future__ import annotations

import re
from datetime import date

from assistant.coaching.heard import only_small, plain, words_in
from assistant.nlu.when import read_when

_ORDER = re.compile(
    r"\W*(?:(?:please|no|oh|ok(?:ay)?|sorry|wait|well|actually)\b\W*)*(?:"
    r"(?P<skip_question>skip)|(?P<pause>pause|stop)|(?P<ask_why>why)|(?P<delete_data>delete|erase)|"
    r"(?P<go_back>(?:go|step) back|back(?=\W*(?:please\b\W*)?(?:[,.;:!]|$)))|"
    r"(?P<start_again>start (?:again|over)))\b"
)
_A_REMARK = 9  # words at most, about a day or a time


def names_time_alone(text: str, today: date) -> bool:
    """Whether nothing is left of a message without its time and a few small words."""
    when = read_when(text, today)
    if when is None or "?" in text:
        return False
    named = set(words_in(when.words))
    return only_small("time", set(words_in(plain(text))) - named)


def order_at_first(text: str) -> str | None:
    """The command that a short message opens with: "skip it, Friday is off"; None: it is none."""
    found = _ORDER.match(plain(text)) if is_remark(text) else None
    return found.lastgroup if found else None


def is_remark(text: str) -> bool:
    """Whether a message is short enough to be about a time and no more."""
    return len(text.split()) <= _A_REMARK
