"""Whether a message names a time and nothing else: "no, I meant Thursday the 3rd"."""

from __future__ import annotations

import re
from datetime import date

from assistant.nlu.when import read_when
from assistant.nlu.wording import plain

_WORD = re.compile(r"[\w']+")
_ORDER = re.compile(
    r"\W*(?:(?:please|no|oh|ok(?:ay)?|sorry|wait|well|actually)\b\W*)*(?:"
    r"(?P<skip_question>skip)|(?P<pause>pause|stop)|(?P<ask_why>why)|(?P<delete_data>delete|erase)|"
    r"(?P<go_back>(?:go|step) back|back(?=\W*(?:please\b\W*)?(?:[,.;:!]|$)))|"
    r"(?P<start_again>start (?:again|over)))\b"
)
_A_REMARK = 9  # words at most, about a day or a time
_BESIDE = frozenset(
    _WORD.findall(
        "no yes oh ok okay well then um er erm sorry actually please maybe perhaps probably i i'd "
        "i'll mean meant said say think do it it's it'll that that's is be has have to should must "
        "will make let's just on by in at for of the before after latest morning afternoon evening "
        "lunchtime or so rather instead and this coming next first second third fourth fifth sixth "
        "seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty"
    )
)
"""Words that may stand beside a time where nothing else is meant: no denial, no wish."""


def names_time_alone(text: str, today: date) -> bool:
    """Whether nothing is left of a message without its time and a few small words."""
    when = read_when(text, today)
    if when is None or "?" in text:
        return False
    return set(_WORD.findall(plain(text))) <= _BESIDE | set(_WORD.findall(when.words))


def order_at_first(text: str) -> str | None:
    """The command that a short message opens with: "skip it, Friday is off"; None: it is none."""
    found = _ORDER.match(plain(text)) if is_remark(text) else None
    return found.lastgroup if found else None


def is_remark(text: str) -> bool:
    """Whether a message is short enough to be about a time and no more."""
    return len(text.split()) <= _A_REMARK
