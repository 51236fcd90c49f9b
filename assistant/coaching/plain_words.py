"""Yes, no, "the same" and "that's all" in plain words, for questions answered by them."""

from __future__ import annotations

import re

from assistant.coaching.heard import hears, plain

says_yes, says_no = hears("yes"), hears("no")
says_it_can = hears("can")
"""Whether a message says yes to "can you?", or "another?", and not what."""
says_hello = hears("hello")
says_unknown = hears("unknown")
"""Whether an answer says that there is none: "I don't know", "no idea yet"."""
says_more, says_done = hears("more"), hears("done")
says_same = hears("same")
says_all_of_it = hears("all_of_it")
goes_on, goes_back = hears("on"), hears("back")

_NO_AND = re.compile(
    r"\s*(?:no|nope|nah|not (?:quite|really|exactly|any ?more))\b\s*[,.;:!\u2013\u2014-]+\s*"
    r"(?:(?:now|but)\b,?\s*)?",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:\s*(?:(?:no|nope|actually|well|oh|er|um|hmm|ok|okay|right|maybe|perhaps)\b"
    r"(?:\s*[,:;\u2013\u2014]+|\s+-\s)|"
    r"(?:how about|what about|something like|more like|let's say|i'd say|put it as)\b[,:]?|"
    r"(?:i'd put it|use|try|say)(?: it)?(?: like)?(?: this| that)?(?: way| one)?(?: instead)?\s*:)"
    r"\s*)+",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:(?:no|oh|actually|sorry|please|ok|okay|wait|on second thoughts|"
    r"i've changed my mind)[,. ]+)*"
    r"(?:(?:can|could|may) (?:i|you|we) |i(?:'d| would)? (?:want|like|need) to |i'll |let me |"
    r"let's |please )*"
    r"(?:take back\b|take (?!me\b)(?:[\w']+ ){1,6}back\b|(?:withdraw|retract|un-?share)\b|"
    r"(?:pull|get|have) (?!me\b)(?:[\w']+ ){1,6}back(?: (?:please|again|now))?[.!?]*$)"
)
_BOTH = re.compile(
    r"\b(?:but|against|on the other hand|downside|drawback|however|although|though|cons?|"
    r"disadvantages?|mind you|then again|except)\b"
)

_CONSENT = re.compile(
    r"\b(?:yes|yeah|yep|yup|aye|y|affirm(?:ative)?|ok|okay|sure|certainly|absolutely|"
    r"definitely|of course|agreed|perfect|great|(?:sounds|looks) (?:good|right)|"
    r"go (?:ahead|on|for it)|do(?: it| so| that)?|by all means|fine|right|correct|exactly|happy|"
    r"pass (?:\w+ ){1,3}on|share|send|release|let them|delete|erase|start (?:again|over))\b"
)
_NO_CONSENT = re.compile(
    r"\b(?:keep|private|leave|not|no(?! (?:problem|worries)\b)|nope|never|wait|hold|hang|but|"
    r"unless|maybe|later|nothing|none|nobody|only)\b|n't\b"
)


def consents(text: str) -> bool:
    """Whether a message clearly says yes to what cannot be taken back; "keep" is no such yes."""
    said = plain(text)
    return bool(_CONSENT.search(said)) and not _NO_CONSENT.search(said)


def takes_back(text: str) -> bool:
    """Whether a message asks to take back what was passed on."""
    return bool(_BACK.match(plain(text)))


def without_no(text: str) -> str:
    """What follows a "no" or a "not quite" at the beginning of a message, as a sentence begins."""
    beginning = _NO_AND.match(text.replace("\u2019", "'"))
    rest = text[beginning.end() :].strip() if beginning else text
    return f"{rest[0].upper()}{rest[1:]}" if beginning and rest else text


def without_lead_in(text: str) -> str:
    """What follows "actually," or "how about" before one's own sentence, as a sentence begins."""
    beginning = _LEAD_IN.match(text.replace("\u2019", "'"))
    rest = text[beginning.end() :].strip() if beginning else ""
    return f"{rest[0].upper()}{rest[1:]}" if rest else text


def weighs_both(text: str) -> bool:
    """Whether what is good about an option is said together with what is against it."""
    return bool(_BOTH.search(plain(text)))
