"""What a member says of somebody who is named: keep the name, or the role to be said instead."""

from __future__ import annotations

import re

_MOST_WORDS = 10
_ONE = r"(?:it|that|this|him|her|them|the (?:real |full )?names?|(?:his|her|their) (?:real )?name)"
_KEEPS = (
    rf"(?:keep|leave|use|show|say)(?: {_ONE})?(?: (?:as (?:it is|is|they are)|in|there|alone))?|"
    rf"{_ONE}(?: is|'s)? (?:fine|ok|okay|all right|good)|as it is|fine|the name"
)
_PRIVATE = re.compile(
    r"\b(?:private|don't|do not|not (?:share|pass)|nothing|neither|none|leave (?:it|that) out)\b"
)
_BEFORE = "no|yes|yeah|ok|okay|please|well|um|er|just|instead|rather|actually|so|and|but|then"
_FIRST = rf"(?:(?:{_BEFORE})\b[,.]? *)*"
_ASKING = (
    r"(?:(?:i'd (?:rather )?|let's |can you |could you |you (?:can|could) )?"
    r"(?:use|say|put|write|have|make (?:it|that|him|her|them)|call (?:him|her|them|it|that one)|"
    r"(?:change|turn) (?:it|that|the name|him|her|them) (?:in)?to|"
    r"replace (?:it|that|the name|him|her|them) (?:with|by)|"
    r"(?:he|she|they|it|that)(?:'s| is|'re| are))\b[:,]? *)?"
)
_A_ROLE = r"(?:(?:a|the|his|her|their) (?:role|job)\b[:,]? *(?:(?:is|as|of|like)\b *)?)?"
_LEAD = re.compile(
    rf"^{_FIRST}{_ASKING}(?:as )?{_A_ROLE}[\"'\u201c\u2018]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\"'\u201d\u2019]*(?:,? *\b(?:please|instead|thanks|thank you|then|ta|would do|will do))*"
    r"[\"'\u201d\u2019\s.!,;:]*$",
    re.IGNORECASE,
)


def keeps_name(text: str, name: str) -> bool:
    """Whether this says that a name is to stay: "keep it", "keep Dr Hale", "her name is fine"."""
    said = " ".join(text.lower().split()).strip(" .!,")
    said = re.sub(r"^(?:yes|ok|okay|please|just|no)[, ]+", "", said)
    said = re.sub(r"[, ]+(?:please|thanks)$", "", said)
    either = rf"{_KEEPS}|(?:keep |leave |use |say )?{re.escape(name.lower())}"
    return re.fullmatch(either, said) is not None


def keeps_private(text: str) -> bool:
    """Whether this says that it is not to be passed on after all."""
    return _PRIVATE.search(text.lower()) is not None


def role_in(text: str, name: str = "") -> str | None:
    """The role that a message gives: "use a role: my manager" gives "my manager".

    None where it gives none, or more than a few words. Never a name that is kept.
    """
    said = " ".join(text.split())
    if name:
        this = re.escape(name)
        said = re.sub(rf"^{this}(?:'s)?(?: is| as| to be|:|,| ->| -| =)* ", "", said, flags=re.I)
        said = re.sub(rf" (?:instead of|for|rather than) {this}\b", "", said, flags=re.I)
    role = _TAIL.sub("", _LEAD.sub("", said, count=1))
    if not re.search(r"[^\W\d_]", role) or len(role.split()) > _MOST_WORDS:
        return None
    return role
