"""What tells where somebody stands: an answer, although its words are those of commands.

"Where I was" tells, "where was I" asks; "back on hold" tells, "put it on hold" bids. It is told by
the order of the words and by what was asked, which the words alone cannot say.
"""

from __future__ import annotations

import re

from assistant.nlu.asked import Asked
from assistant.nlu.wording import FILLERS, plain

ABOUT_STANDING = frozenset({"where_now", "what_changed", "what_happened", "stopping_now"})
"""Questions that ask where things have got to."""

_NOTHING = (
    r"(?:(?:no|nothing|nowhere|not much|no change|none)[,.;: ]+)?(?:(?:really|at all)[,.;: ]+)?"
)
_HEDGES = (
    r"(?:(?:well|oh|so|and|but|just|still|now|right|exactly|pretty much|more or less|about|"
    r"roughly|much|almost|nearly|probably|honestly|again|actually|only|stuck|"
    rf"{'|'.join(sorted(FILLERS))})[,.]* )*"
)
_IS = r"(?:(?:i|we|they|it|things|that|he|she)(?:'m|'s|'re| am| is| are)|i've been|being|end up) "
_WHERE = (
    r"(?:(?:back|left|at|to|from|in|on|not far from|further than|no further than) )*"
    r"where (?:i|we|it|they|things|he|she|everything)(?:'d|'ve|'m|'re)?\b"
)
_PLACE = r"(?:square one|(?:the (?:very )?)?(?:start|beginning|bottom)|scratch|a stand-?still)"
_STATE = (
    rf"(?:(?:back|here|down|up) )?(?:(?:(?:to|at|on|in) )?{_PLACE}|"
    r"(?:on|in) (?:it|track|hold|top))(?: again)?|"
    r"(?:starting|going|carrying on|getting|moving|waiting|trying|paused|stopped|stalled|stuck|"
    r"on hold|half ?way|parked|in limbo|no further|further on)(?: (?:again|over|still))?"
    rf"(?: from {_PLACE})?"
)
_SAYS_WHERE = re.compile(rf"{_NOTHING}{_HEDGES}{_IS}{_HEDGES}{_WHERE}")
_ANSWERS_WHERE = re.compile(
    rf"{_NOTHING}{_HEDGES}(?:{_IS})?{_HEDGES}(?:{_WHERE}|(?:{_STATE})(?=$|[,.;:!]))"
)
_TO_THE_PROGRAM = re.compile(
    r"\?|\b(?:please|pls|can you|could you|take me|let's|let me|shall we|can (?:i|we)|carry on|"
    r"go on|for (?:today|now|tonight)|later|tomorrow|start (?:again|over)|th(?:e|is) (?:question|"
    r"program|app))\b"
)
_QUOTES_IT = re.compile(
    r"\bwhere (?:i|it)(?:'ve|'m)? (?:put|said?|says?|wrote|written|typed|gave|answered|asked)\b"
)
"""An answer of one's own, to be changed: "where I put ..."."""


def tells_where_it_stands(text: str, asked: Asked) -> bool:
    """Tell whether a message says where somebody is with something, and asks nothing of us."""
    said = plain(text)
    telling = _ANSWERS_WHERE if asked.key in ABOUT_STANDING else _SAYS_WHERE
    asks_us = _TO_THE_PROGRAM.search(said) or _QUOTES_IT.search(said)
    return bool(telling.match(said)) and not asks_us
