"""Several things said in one breath, taken apart: options, steps, things learned."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?:^|(?<=[\s,;.]))(?:\(?\d{1,2}[).:]\s*|\(?\d{1,2} (?=[a-z])|(?:(?:one|two|"
    r"three|four)(?=[,:.])|first(?:ly)?|second(?:ly)?|third(?:ly)?|"
    r"fourth(?:ly)?|lastly|finally|option (?:one|two|three|[1-9]|[abc]))\b[,:.]?\s+)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•\u2013]|\d+[.)])\s+", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:;|\n)+\s*")
_OR = re.compile(r"(?<!\bone),?\s+(?:or else|or|alternatively),?\s+", re.IGNORECASE)
_ENDS = " ,;.\n\t"


def items_in(text: str) -> list[str]:
    """Return the items of a list, in the member's own words; a text that is none is one item.

    Taken apart at numbers ("1 mend it 2 buy one", "first ... second ..."), bullets, new lines,
    semicolons, and at "or" between whole suggestions.
    """
    for pattern in (_BULLET, _NUMBERED):
        if len(pattern.findall(text)) > 1:
            return _kept(pattern.split(text))
    parts = _kept(_BETWEEN.split(text))
    if len(parts) > 1:
        return parts
    parts = _kept(_OR.split(text))
    whole = len(parts) > 2 or all(len(part.split()) > 1 for part in parts)
    return parts if len(parts) > 1 and whole else _kept([text])


def _kept(parts: list[str]) -> list[str]:
    return [part.strip(_ENDS) for part in parts if part.strip(_ENDS)]
