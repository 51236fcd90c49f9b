"""Whether a message goes back to an earlier answer, by its structure rather than by set phrases.

Somebody who corrects an answer does three things, seldom all of them: repeats words of it, speaks
of having said it ("I put", "you've got me down as"), and says that it is to be otherwise ("rather
than", "should read", "is too strong"). None of them is enough alone: answers share words too, for
they are about the same matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.catalogue import catalogue
from assistant.nlu.wording import listed, plain, words

SAID_AGAIN = 90
"""Likeness of letters, in percent, from which a message is an earlier answer said again."""

_STOP = frozenset(
    listed(
        "the a an and or but of to in on at for from with by as is are was were be been it its "
        "it's that this that's these those i i'm i've i'd im ive id my me we we're our us you "
        "your they their them they're he she his her him not no so if then than there there's "
        "what who which how when where why can could would should will do does did don't doesn't "
        "has have had want need just really more about get got all too also only never some any "
        "up out into one because cos over very much many even still now"
    )
)
NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
}
"""Number in words -> in digits."""
_ENDING = re.compile(r"(?:'s|ings?|ers?|ed|es|ies|s|ly|y|e)$")
_SAYING = (
    r"(?:said|put|wrote|typed|told|gave|named|listed|called|blamed|mentioned|answered|described|"
    r"had|counted|forgot(?:ten)?|left|missed|omitted|meant|opened|started|entered|stated|"
    r"got (?:that|it|this|him|her|them|the|my))"
)
_SAID = re.compile(
    rf"\b(?:i|id|i'd|i've|ive)(?: (?:had|have|think|know|just|actually|only|even|"
    rf"wrongly|should have|shouldn't have|never|did|did not|didn't)){{0,2}} {_SAYING}\b|"
    r"\b(?:you(?:'ve| have)?|it(?:'s)?) (?:got|had|have|wrote|written|put|down|noted|recorded|"
    r"says|said|reads|took)\b|"
    r"\b(?:earlier|before|previously|just now|back (?:there|then|at)|when you asked|at the start|"
    r"a (?:minute|moment|while) ago|my (?:\w+ )?(?:answers?|reply|wording|sentence|omission|"
    r"mistake|error|typo|slip))\b|"
    r"\b(?:that|this|the|first|last) (?:\w+ )?(?:list|answers?|sentence|wording|entry|box|reply|"
    r"question|line|bit|word|opening)\b|\b(?:came|comes|come|read|reads|sounds?) (?:out|across|"
    r"as if|like|a bit|too|over)\b"
)
"""Speaks of what was said, and of the saying of it."""
_OTHERWISE = re.compile(
    r"\b(?:should|ought to|needs? to|wants? to|had better|could|will need to|must|may) (?:have )?"
    r"(?:be|been|say|said|read|go|come|include|mention|stay)\b|\bshould'?ve\b|"
    r"\b(?:rather|instead|not (?:quite|exactly|really|so much)|no longer|any ?more|"
    r"nearer|closer|more like|better (?:word|put|to)|correction|scratch|scrap|strike|"
    r"wrong(?:ly)?|mistaken?|incorrect|inaccurate|untrue|unfair|misleading|out of (?:order|date)|"
    r"too (?:\w+)|a bit (?:strong|much|harsh|snide|vague|soft)|strong(?:ly)?|rubbish|wishful|"
    r"as well|as well as|besides|also|too|left out|forgot(?:ten)?|missed|omission|"
    r"on reflection|come to think|thinking about it|in fact|to be fair|having (?:\w+ )?"
    r"(?:thought|talked|said|heard))\b|"
    r"\bnot (?:the |a |an )?[\w' ]{1,20}(?:,|but|it's|its)\b|^not \w+|"
    r"\b(?:it's|its|it is|it was|they're|that's|he's|she's) (?:[\w']+ ){1,6}"
    r"not (?:the |a |an )?\w+|"
    r"\bnot (?:the |a |an )?\w+[.!]*$"
)
"""Says that something is, or ought to be, otherwise than it stands."""
_BIDS = re.compile(
    r"(?:^|[.,;!?] |\b(?:so|and|please|pls|kindly|can you|could you|can we|could we|can i|could i|"
    r"would you|will you|i'd like to|i want to|i need to|let me|let's|just|want|like) )"
    r"(?:\w+ly )?(?:please )?(?:change|alter|amend|edit|redo|correct|fix|reword|rephrase|rewrite|"
    r"revise|tone|delete|remove|add|swap|replace|update|adjust|tweak|take|put|cross|make|stick|"
    r"leave|lose|drop|ditch|include|list|flip|switch|use|cut|strike|scratch|scrap|have|say|split|"
    r"move|soften|tidy|mend|clarify|get rid|do (?:that|it|this)|turn|rub|call|give me that)\b"
)
"""Bids somebody do something to a text."""


_REGRETS = re.compile(
    r"\b(?:sorry|oops|whoops|actually|turns out|it turns out|my (?:mistake|fault|bad|error)|"
    r"silly me|stupid of me|got carried away|i was (?:wrong|thinking of|being|exaggerating|cross)|"
    r"i(?:'ve)? (?:changed my mind|thought again|remembered|realised|mixed|got mixed|muddled)|"
    r"on second thoughts?|hang on|that'?s not (?:right|true|fair|it|what)|(?:isn't|wasn't|aren't|"
    r"not) (?:right|true|fair|accurate|correct|quite)|would (?:be|sound|read) (?:\w+er|better|more "
    r"\w+)|better (?:as|if|to say)|spel(?:t|led|ling)|name(?:'s| is)|surname|called|"
    r"makes? (?:me|him|her|it|us|them) (?:sound|look)|sounds? like|bumped?|knock|cross|hardly|"
    r"over(?:did|done|stat\w+|egg\w*)|i wish i|kidding myself|a hash of|back to front|afresh|"
    r"(?:an)?other go|differently|properly this time|one again|wrong way round|harsh on|unfair|"
    r"(?:put|set) (?:that|it|this) (?:right|straight)|corrections?|thinking about it|"
    r"understat\w+|exaggerat\w+|out of date|since (?:then|i)|used to|has (?:since|now)|"
    r"don't (?:want|need) (?:that|it|him|her|them)|i'?d (?:rather|prefer|sooner)|prefer)\b"
)
"""Takes something back, or puts it right."""


_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|instead of|rather than)|n't|nae)"
    r"(?: (?:the|a|an|my|our|really|quite|just|only|so|very|much|be|been|have|to|exactly))*"
    r" ([\w']+)(?: ([\w']+))?"
)
_CALLED_WRONG = re.compile(
    r"([\w']+)[\"',]*,? (?:is|was|isn't|wasn't|are|aren't|were|sounds|reads|seems)(?: \w+){0,2}"
    r" (?:wrong|right|fair|true|strong|harsh|much|unfair|unkind|word|out|old|off|silly|daft|vague|"
    r"soft|rubbish|over|a bit|too|mistake|slip|rude|nonsense)\b"
)


def signs_of(text: str) -> dict[str, float]:
    """Whether a message speaks of having said, of what ought to be otherwise, bids or regrets."""
    low = plain(text)
    signs = {"said": _SAID, "otherwise": _OTHERWISE, "bids": _BIDS, "regrets": _REGRETS}
    return {name: float(bool(pattern.search(low))) for name, pattern in signs.items()}


def says_again(text: str, answers: Mapping[str, str]) -> bool:
    """Tell whether a message is, all but a word, an earlier answer: that asks for no change of it.

    People give one answer to two questions; that it is like an answer tells nothing then.
    """
    low = plain(text)
    return any(fuzz.ratio(low, plain(answer)) >= SAID_AGAIN for answer in answers.values())


def denied(text: str) -> frozenset[str]:
    """Return the telling words of a message that it denies or calls wrong."""
    low = plain(text)
    found = [*_DENIED.finditer(low), *_CALLED_WRONG.finditer(low)]
    return stems(" ".join(word for match in found for word in match.groups(default="")))


def asked_words(key: str | None) -> frozenset[str]:
    """Return the telling words of the open question: an answer to it repeats them too."""
    known = key is not None and key in catalogue().questions
    return stems(catalogue().asking(str(key), {})) if known else frozenset()


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """Return the telling words of a text, without their endings, numbers as digits."""
    return frozenset(_stem(word) for word in words(text) if word not in _STOP)


def _stem(word: str) -> str:
    if word in NUMBERS:
        return NUMBERS[word]
    short = word
    for _ in range(2):
        cut = _ENDING.sub("", short)
        short = cut if len(cut) > 2 else short
    return short
