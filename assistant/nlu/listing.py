"""Several things said in one breath, taken apart: options, steps, things learned."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?:^|(?<=[\s,;.]))(?:and |then |so )?(?:\(?\d{1,2}[).:]\s*|\(?[a-e]\)\s*|"
    r"\(?\d{1,2} (?=[a-z])|(?:(?:one|two|three|four)(?=[,:.])|first(?:ly)?|second(?:ly)?|"
    r"third(?:ly)?|fourth(?:ly)?|lastly|finally|"
    r"(?:option|number) (?:one|two|three|four|[1-9]|[abc]))\b[,:.]?\s+)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•\u2013]|\d+[.)])\s+", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:;|\n)+\s*")
_SET_PHRASE = (
    r"(?<!\bone)(?<!\bmore)(?<!\bsooner)(?<!\brain)(?<!\bnow)(?<!\bway)(?<!\bmake)(?<!\bhook)"
)
"""Words after which "or" chooses nothing: "more or less", "sooner or later"."""
_OR = re.compile(
    rf"{_SET_PHRASE},?\s+(?:or else|or|alternatively),?\s+(?!not\b|two\b|so\b|other\b|anything\b|"
    r"something\b|whatever\b)",
    re.IGNORECASE,
)
_SERIES = re.compile(r"[^,.;]+(?:, [^,.;]+)+,? or [^,.;]+\.?")
"""Several with commas and one last "or": "move it, share it, or close it"."""
_LONGEST = 8
"""Words of one item of a series; longer ones have commas of their own."""
_EITHER = re.compile(r"^(?:either|well|um|er|so)\s+", re.IGNORECASE)
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
    parts = _kept(re.split(r",? or |, ", text)) if _SERIES.fullmatch(text.strip()) else []
    if parts and all(len(part.split()) <= _LONGEST for part in parts):
        return parts
    parts = _kept(_OR.split(_EITHER.sub("", text)))
    whole = len(parts) > 2 or all(len(part.split()) > 1 for part in parts)
    return parts if len(parts) > 1 and whole else _kept([text])


def _kept(parts: list[str]) -> list[str]:
    return [part.strip(_ENDS) for part in parts if part.strip(_ENDS)]
