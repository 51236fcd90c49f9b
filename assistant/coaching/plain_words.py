"""Yes, no, "the same" and "that's all" in plain words, for questions answered by them."""

from __future__ import annotations

import re

_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|aye|ok(?:ay)?|sure|right|correct|exactly|indeed|please|go on|"
    r"it is|that is|that's (?:it|right|the one|one|my first(?: option| one)?|fine)|that one|"
    r"that'd be (?:it|good|great)|i think so|i would|i do|still (?:right|is|true)|the same|same|"
    r"keep it|as it is|it stands|it does|it still (?:is|does)|pretty much|more or less|"
    r"spot on|put it down|do|note it|that)[\s,.!]*)+"
)
_NO = re.compile(
    r"(?:(?:no|nope|nah|not really|not any ?more|no thanks|no thank you|it isn't|it's not|"
    r"don't|thanks|leave it|not (?:now|yet|quite))[\s,.!]*)+"
)
_ON = re.compile(
    r"(?:(?:yes|yeah|no|ok(?:ay)?|please|thanks|thank you|i'm (?:fine|all right|ok(?:ay)?)|"
    r"(?:let's |let us |i'd rather |i would rather |i want to |i'd like to |we can |can we )?"
    r"(?:just )?(?:go|carry|press|move) on(?: then)?|continue|keep going|"
    r"(?:the )?next(?: one| question)?)[\s,.!]*)+"
)
_NO_AND = re.compile(
    r"\s*(?:no|nope|nah|not (?:quite|really|exactly|any ?more))\b\s*[,.;:!\u2013\u2014-]+\s*"
    r"(?:(?:now|but)\b,?\s*)?",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:\s*(?:(?:no|nope|actually|well|oh|er|um|hmm|ok|okay|right|maybe|perhaps)\b"
    r"(?:\s*[,:;\u2013\u2014]+|\s+-\s)|"
    r"(?:how about|what about|something like|more like|let's say|i'd say|put it as)\b[,:]?)\s*)+",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:(?:no|nope|nah|none|nothing else|no more|that's (?:all|it|everything|the lot)|"
    r"that is all|that'll do|that will do|i'm done|done|just (?:that|the one|"
    r"those(?: two)?|the two)|"
    r"only (?:that|the one|one|two|those(?: two)?)|can't think of (?:any(?: more)?|another|one)|"
    r"i can't think of (?:any(?: more)?|another|one)|thanks|one is enough|two is enough|"
    r"no others?|not really|for now|no third|no second|not that i (?:can think|know) of|"
    r"(?:i think )?that(?:'s| is) (?:about )?(?:all|it|everything|enough)|that covers it|"
    r"i don't think so|nothing (?:more|comes to mind)|nothing at the moment|really)[\s,.!]*)+"
)
_MORE = re.compile(
    r"(?:(?:yes|yeah|yep|yup|aye|there is|there's more|one (?:more )?thing|oh|well|actually|"
    r"i think (?:so|there is))[\s,.!]*)+"
)
_SAME = re.compile(
    r"(?:(?:yes|yeah|yep|still|just|about|exactly|pretty much|much|no change|it's|it is|that's|"
    r"the same|same|ditto|unchanged|as before|as it was|as last time|again|one|thing|step|"
    r"still that|that one|as i said|really|then|please)[\s,.!]*)+"
)
_SAYS_IT = re.compile(r"\b(?:same|ditto|unchanged|no change|as before|as it was|as last time)\b")
_BACK = re.compile(
    r"(?:(?:no|oh|actually|sorry|please|ok|okay|wait|on second thoughts|"
    r"i've changed my mind)[,. ]+)*"
    r"(?:(?:can|could|may) (?:i|you|we) |i(?:'d| would)? (?:want|like|need) to |i'll |let me |"
    r"let's |please )*"
    r"(?:take back\b|take (?!me\b)(?:[\w']+ ){1,6}back\b|(?:withdraw|retract|un-?share)\b|"
    r"(?:pull|get|have) (?!me\b)(?:[\w']+ ){1,6}back(?: (?:please|again|now))?[.!?]*$)"
)
_ALL_OF_IT = re.compile(
    r"(?:(?:yes|yeah|ok|okay|please|then|i'd like|i want|i'll (?:do|have|take)|give me|ask me|"
    r"let's (?:do|have))[, ]+)*"
    r"(?:all of (?:it|them)|all the (?:questions|others|rest)|"
    r"the (?:rest|others)(?: of (?:it|them))?|"
    r"the whole (?:of it|thing|lot))(?:[, ]+(?:please|then|too|now|as well))*[.! ]*"
)
_BOTH = re.compile(
    r"\b(?:but|against|on the other hand|downside|drawback|however|although|though|cons?|"
    r"disadvantages?|mind you|then again|except)\b"
)

_GO_BACK = re.compile(
    r"(?:(?:please|can|could|may|i|we|you|let's|want to|like to|i'd|wait|no|oh|sorry|just)[\s,]+)*"
    r"(?:(?:go|step|take me) )?back(?: (?:one|again|a (?:question|step)|one (?:question|step)))?"
    r"(?:[\s,]+(?:please|then|thanks))*[.! ]*"
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


def says_yes(text: str) -> bool:
    """Whether a message says yes and nothing else."""
    return bool(_YES.fullmatch(_plain(text)))


def says_no(text: str) -> bool:
    """Whether a message says no and nothing else."""
    return bool(_NO.fullmatch(_plain(text)))


def consents(text: str) -> bool:
    """Whether a message clearly says yes to what cannot be taken back; "keep" is no such yes."""
    plain = _plain(text)
    return bool(_CONSENT.search(plain)) and not _NO_CONSENT.search(plain)


def goes_back(text: str) -> bool:
    """Whether a message asks to go back, and says nothing else."""
    return bool(_GO_BACK.fullmatch(_plain(text)))


def goes_on(text: str) -> bool:
    """Whether a message says that the member would rather go on, and nothing else."""
    plain = _plain(text)
    return bool(_ON.fullmatch(plain)) and bool(re.search(r"\bon\b|continue|going|next", plain))


def says_same(text: str) -> bool:
    """Whether a message says "the same" and nothing else."""
    plain = _plain(text)
    return bool(_SAYS_IT.search(plain) and _SAME.fullmatch(plain))


def takes_back(text: str) -> bool:
    """Whether a message asks to take back what was passed on."""
    return bool(_BACK.match(_plain(text)))


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


def says_more(text: str) -> bool:
    """Whether a message says that there is more to come, and not what."""
    return bool(_MORE.fullmatch(_plain(text)))


def says_done(text: str) -> bool:
    """Whether a message says that there is no more to come."""
    return bool(_DONE.fullmatch(_plain(text)))


def says_all_of_it(text: str) -> bool:
    """Whether a message asks for all of the questions, and says nothing else."""
    return bool(_ALL_OF_IT.fullmatch(_plain(text)))


def weighs_both(text: str) -> bool:
    """Whether what is good about an option is said together with what is against it."""
    return bool(_BOTH.search(_plain(text)))


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'").strip()
