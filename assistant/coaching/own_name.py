"""The name under which the set sees what a member passes on, in the member's own words."""

from __future__ import annotations

import re

_MOST_WORDS = 4
_LEAD_IN = re.compile(
    r"(?:(?:yes|oh|ok(?:ay)?|please|just|well|um|it's|it is|i'm|i am|(?:my|the) name(?:'s| is)|"
    r"call me|say|put(?: me down as| down)?|under|make it|as)\b[\s,:]*)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [^\W\d_][\w'\u2019.-]*)*")
_LEFT = re.compile(
    r"(?:no|nope|leave|keep|stay|pass|nothing|none|nobody|i'd rather not|rather not|it stays)\b",
    re.IGNORECASE,
)


def name_said(text: str) -> str | None:
    """The name that a message says and nothing else, as it was typed; None where it says more."""
    said = " ".join(text.replace("\u2019", "'").split())
    bare = _LEAD_IN.sub("", said, count=1) if _LEAD_IN.match(said) else said
    name = bare.strip(" ,!\"'").removesuffix(" please").rstrip(" ,.")
    fits = _NAME.fullmatch(name) and len(name.split()) <= _MOST_WORDS
    return name if fits and not leaves_name(text) else None


def leaves_name(text: str) -> bool:
    """Whether a message leaves the name as it is: "no", "leave it", "I'd rather not"."""
    return _LEFT.match(text.replace("\u2019", "'").strip()) is not None
