"""Whether a message goes back to an earlier answer, by its structure rather than by set phrases.

Somebody who corrects an answer does three things, seldom all of them: repeats words of it, speaks
of having said it ("I put", "you've got me down as"), and says that it is to be otherwise ("rather
than", "should read", "is too strong"). None of them is enough alone: answers share words too, for
they are about the same matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.catalogue import catalogue
from assistant.nlu.asked import Asked
from assistant.nlu.wording import listed, plain, words

MOST_SHARED = 3
"""Shared words that are counted; more of them tell nothing more."""
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


@dataclass(frozen=True)
class Signs:
    """What in a message points back to an earlier answer, each from 0 to 1.

    Attributes:
        shared: words that stand in one earlier answer only, of at most `MOST_SHARED`.
        share: how much of what the message says that is.
        said: it speaks of what was said.
        otherwise: it says that something should be otherwise.
        bids: it bids somebody do something to a text.
        denies: it denies a word of an answer, or calls it wrong: a half, or 1 where only one answer
            has that word.
        regrets: it takes something back, or puts it right ("sorry", "turns out").
    """

    shared: float
    share: float
    said: float
    otherwise: float
    bids: float
    regrets: float
    denies: float

    @property
    def kinds(self) -> int:
        """How many of the four kinds of wording there are."""
        return sum(map(bool, (self.said, self.otherwise, self.bids, self.regrets)))


def signs_of(text: str, asked: Asked) -> Signs:
    """Return the signs in a message, given the answers so far and what is asked now."""
    low = plain(text)
    own = stems(low)
    telling = own - _asked_words(asked.key)
    alike = [len(common) for key, common in shared(telling, asked.answers).items()]
    most = max(alike, default=0)
    patterns = (_SAID, _OTHERWISE, _BIDS, _REGRETS)
    said, otherwise, bids, regrets = (float(bool(p.search(low))) for p in patterns)
    few = min(most, MOST_SHARED) / MOST_SHARED
    denies = _denies(low, asked)
    return Signs(few, most / max(len(own), 1), said, otherwise, bids, regrets, denies)


def says_again(text: str, answers: Mapping[str, str]) -> bool:
    """Tell whether a message is, all but a word, an earlier answer: that asks for no change of it.

    People give one answer to two questions; that it is like an answer tells nothing then.
    """
    low = plain(text)
    return any(fuzz.ratio(low, plain(answer)) >= SAID_AGAIN for answer in answers.values())


def _denies(low: str, asked: Asked) -> float:
    denied = [found.groups(default="") for found in _DENIED.finditer(low)]
    denied += [found.groups(default="") for found in _CALLED_WRONG.finditer(low)]
    told = stems(" ".join(word for pair in denied for word in pair)) - _asked_words(asked.key)
    places = Counter(word for text in asked.answers.values() for word in stems(text) & told)
    if not places:
        return 0.0
    return 1.0 if min(places.values()) == 1 else 0.5


def _asked_words(key: str | None) -> set[str]:
    """Return the telling words of the open question: an answer to it repeats them too."""
    known = key is not None and key in catalogue().questions
    return stems(catalogue().asking(str(key), {})) if known else set()


def shared(own: set[str], answers: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each answer the words that it alone shares with a message."""
    held = {key: stems(answer) for key, answer in answers.items()}
    places = Counter(word for kept in held.values() for word in kept)
    return {key: {word for word in kept & own if places[word] == 1} for key, kept in held.items()}


def stems(text: str) -> set[str]:
    """Return the telling words of a text, without their endings, numbers as digits."""
    return {_stem(word) for word in words(text) if word not in _STOP}


def _stem(word: str) -> str:
    if word in NUMBERS:
        return NUMBERS[word]
    short = word
    for _ in range(2):
        cut = _ENDING.sub("", short)
        short = cut if len(cut) > 2 else short
    return short
