"""The name under which the set sees what a member passes on, in the member's own words."""

from __future__ import annotations

import re

from assistant.coaching.heard import hears, holds_small, words_in

_MOST_WORDS = 4
_LEAD_IN = re.compile(
    r"(?:(?:(?:no|nope|nah)(?=\s*[,.;:!-]|\s+(?-i:[A-Z]))|yes|oh|ok(?:ay)?|please|just|well|um|"
    r"actually|sorry|it's|it is|i'm|i am|(?:my|the) name(?:'s| is)|i go by|i'm called|call me|"
    r"use|say|put(?: me down as| down)?|under|make it|as)\b[\s,.;:!-]*)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,? (?:please|thanks|thank you|then|is (?:fine|ok(?:ay)?|good|my name)|will do|instead))+$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [^\W\d_][\w'\u2019.-]*)*")
_LEFT = re.compile(
    r"(?:no|nope|nah|not|don't|leave|keep|stay|pass|nothing|none|nobody|never|"
    r"(?:i'd |i )?(?:rather|prefer)(?: to)? not|it stays)\b",
    re.IGNORECASE,
)
_PUTS_RIGHT = re.compile(
    r"(?:(?:no|nope|nah|oh|sorry|actually|wait|but)\b[\s,.;:!-]*)*"
    r"(?P<it>(?:my name(?:'s| is)|call me|i'm called|i go by)\b|"
    r"(?:it's|it is|i'm|i am|make it)\b)?",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(r"\b(?:my|the|that|another|different|wrong) name\b", re.IGNORECASE)
_WORDS_ABOUT_IT = 8
_leaves = hears("no_name")


def name_said(text: str) -> str | None:
    """The name that a message says and nothing else, as it was typed; None where it says more."""
    return None if _leaves(text) else _name(text)


def leaves_name(text: str) -> bool:
    """Whether a message leaves the name as it is: "no", "leave it", "I'd rather not"."""
    left = _LEFT.match(text.replace("\u2019", "'").strip())
    return _leaves(text) or (left is not None and _name(text) is None)


def puts_name_right(text: str) -> bool:
    """Whether a message, said to the name as it is shown, says another: "no, it's Asha".

    In words that say more than names, only what begins with a capital is one.
    """
    said = text.replace("\u2019", "'").strip()
    beginning = _PUTS_RIGHT.match(said)
    name = name_said(said)
    if beginning is None or not beginning[0] or name is None:
        return False
    says_name = (beginning["it"] or "").lower().startswith(("my", "call", "i go", "i'm called"))
    return says_name or name[0].isupper()


def speaks_of_name(text: str) -> bool:
    """Whether a message is about the name: "that's not my name", "change the name"."""
    return len(text.split()) <= _WORDS_ABOUT_IT and _ABOUT_IT.search(text) is not None


def _name(text: str) -> str | None:
    said = " ".join(text.replace("\u2019", "'").split())
    beginning = _LEAD_IN.match(said)
    bare = said[beginning.end() :] if beginning else said
    name = _AFTER.sub("", bare.strip(" ,.!\"'")).rstrip(" ,.")
    fits = _NAME.fullmatch(name) and len(name.split()) <= _MOST_WORDS
    return name if fits and not holds_small("name", words_in(name.lower())) else None
