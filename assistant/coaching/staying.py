"""What is meant by the words that "Stay with that, or go on?" is answered with.

A message made of nothing but the words of such a choice is the choice; in anything else the member
has begun to say more, and that is kept. What chooses neither ("I don't mind") goes on: it costs
nothing.
"""

from __future__ import annotations

import re

_AND_SO = (
    r"um+|er+m?|well|oh|ok(?:ay)?|right|yes|yeah|yep|aye|no|nope|nah|please|then|thanks|thank you|"
    r"i (?:think|guess|suppose)|maybe|perhaps|actually|really|just|for now|now|today|if we can|"
    r"but|and|(?:it|that)(?:'s| is) (?:fine|ok(?:ay)?|all right)|"
    r"i(?:'m| am) (?:fine|good|ok(?:ay)?|all right)"
)
_WISH = (
    r"(?:i|we)(?:'d| would) (?:like|rather|prefer)(?: to)?|(?:i|we) want to|let's|let (?:me|us)|"
    r"(?:can|could|may|shall) (?:i|we)|(?:i|we)(?:'ll| can)|i(?:'m| am) happy to"
)
_ABOUT = r"(?: (?:with|about|on) (?:that|it|this))?"
_A_BIT = r"(?: (?:for )?a (?:bit|little|moment|minute|while|second))?"
_STAY = (
    rf"stay(?:ing)?(?: (?:here|there|on))?{_ABOUT}{_A_BIT}(?: (?:longer|more))?{_ABOUT}|"
    rf"(?:say|talk|tell you){_A_BIT}(?: more)?{_ABOUT}{_A_BIT}(?: more)?|"
    r"(?<!no )(?:a (?:bit|little) )?more|both|linger"
)
_GO = (
    r"(?:go|carry|press|move|crack|get|push|going|moving) on"
    r"(?: (?:to|with) the (?:next|rest|other)(?: (?:one|questions?))?)?|"
    r"keep (?:going|moving)|continue|on(?:wards?)?|(?:the )?next(?: one| question)?|"
    r"not|no more|(?:there(?:'s| is) )?(?:nothing|not much)(?: (?:more|else))?"
    rf"(?: to (?:say|add))?{_ABOUT}|that(?:'s| is) (?:all|it|enough)|leave (?:it|that)(?: there)?|"
    r"(?:i )?(?:don't|do not) (?:mind|know)|either|whichever|whatever|up to you|not sure|dunno"
)
_GAP = r"[\s,.;!?\u2013\u2014-]*"
_STAYS = re.compile(rf"(?:(?:{_AND_SO}|{_WISH}|(?P<stay>{_STAY}))\b{_GAP})+")
_GOES = re.compile(rf"(?:(?:{_AND_SO}|{_WISH}|{_GO})\b{_GAP})+")
_YES = re.compile(r"\b(?:yes|yeah|yep|aye|please)\b")


def stays(text: str) -> bool | None:
    """Whether a message chooses to stay (True), or to go on (False); None: it chooses nothing."""
    said = text.lower().replace("\u2019", "'").strip()
    found = _STAYS.fullmatch(said)
    if found and (found["stay"] or _YES.search(said)):
        return True
    return False if _GOES.fullmatch(said) else None
