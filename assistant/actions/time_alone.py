"""Whether a message names a time and nothing else: "no, I meant Thursday the 3rd"."""

from __future__ import annotations

import re
from datetime import date

from assistant.nlu.when import read_when
from assistant.nlu.wording import plain

_WORD = re.compile(r"[\w']+")
_ORDER = re.compile(r"\W*(?:please )?(?:pause|skip|stop|go back|delete|start again|why)\b")
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


def opens_as_order(text: str) -> bool:
    """Whether a message asks something or opens as an order: "skip it, Friday is off"."""
    return "?" in text or _ORDER.match(plain(text)) is not None
