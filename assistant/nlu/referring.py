"""Whether a message goes back to an earlier answer, by its structure rather than by set phrases.

Somebody who corrects an answer does three things, seldom all of them: repeats words of it, speaks
of having said it ("I put", "you've got me down as"), and says that it is to be otherwise ("rather
than", "should read", "is too strong"). None of them is enough alone: answers share words too, for
they are about the same matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from assistant.catalogue import catalogue
from assistant.nlu.asked import Asked
from assistant.nlu.wording import listed, plain, words

MOST_SHARED = 3
"""Shared words that are counted; more of them tell nothing more."""

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
_NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
}
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
    r"a (?:minute|moment|while) ago|my (?:\w+ )?(?:answers?|list|reply|wording|sentence|omission|"
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
    r"(?:thought|talked|said|heard)|now)\b|"
    r"\bnot (?:the |a |an )?[\w' ]{1,20}(?:,|but|it's|its)\b|^not \w+"
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


@dataclass(frozen=True)
class Signs:
    """What in a message points back to an earlier answer, each from 0 to 1.

    Attributes:
        shared: words that stand in one earlier answer only, of at most `MOST_SHARED`.
        share: how much of what the message says that is.
        said: it speaks of what was said.
        otherwise: it says that something should be otherwise.
        bids: it bids somebody do something to a text.
        all_three: words shared, and what was said, and otherwise or bidden.
    """

    shared: float
    share: float
    said: float
    otherwise: float
    bids: float
    all_three: float

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(astuple(self))


def signs_of(text: str, asked: Asked) -> Signs:
    low = plain(text)
    own = stems(low) - (
        stems(catalogue().asking(asked.key, {})) if asked.key in catalogue().questions else set()
    )
    found = max(
        (len(s) for k, s in shared(own, asked.answers).items() if k != asked.key), default=0
    )
    said, otherwise, bids = (float(bool(p.search(low))) for p in (_SAID, _OTHERWISE, _BIDS))
    return Signs(
        min(found, MOST_SHARED) / MOST_SHARED,
        found / max(len(own), 1),
        said,
        otherwise,
        bids,
        float(bool(found) and bool(said) and bool(otherwise or bids)),
    )


def shared(own: set[str], answers: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each answer the words that it alone shares with a message."""
    held = {key: stems(answer) for key, answer in answers.items()}
    return {
        key: {
            word
            for word in kept & own
            if not any(word in other for name, other in held.items() if name != key)
        }
        for key, kept in held.items()
    }


def stems(text: str) -> set[str]:
    """Return the telling words of a text, without their endings, numbers as digits."""
    return {_stem(word) for word in words(text) if word not in _STOP}


def _stem(word: str) -> str:
    if word in _NUMBERS:
        return _NUMBERS[word]
    short = word
    for _ in range(2):
        cut = _ENDING.sub("", short)
        short = cut if len(cut) > 2 else short
    return short
