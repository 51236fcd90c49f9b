"""Wording of somebody who puts an earlier answer right: to an editor, of the answer, of themselves.

Beside it, what corrects without any such wording: another number, or another day, than the one that
stands in an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.nlu.referring import NUMBERS
from assistant.nlu.wording import listed, plain, words

SHORT = 10
"""Words up to which another value is likely to be all that a message says."""

_TO_AN_EDITOR = re.compile(
    r"\b(?:change|alter|amend|edit|redo|correct|reword|rephrase|rewrite|revise|update|mend|fix|"
    r"soften|scrap|scratch|strike|delete|rub out|swap|replace|tweak|expand|shorten|strengthen) "
    r"(?:it|that|this|them|those|him|her|my \w+|the \w+ (?:bit|one|part|answer)|what i|where i|"
    r"the (?:bit|part|one|word|line|answer))\b|"
    r"\b(?:needs?|wants?|could do with|deserves?) (?:a )?(?:\w+ )?(?:adding|changing|rewriting|"
    r"rewording|fixing|correcting|mending|updating|softening|toning|tidying|altering|amending|"
    r"another|redoing|to (?:say|read|be|go in|come out|change))\b|"
    r"\b(?:make|call|have|mark) (?:it|that|them|me) (?:an? )?[\w']+(?: [\w']+){0,2}[.!]*$|"
    r"\b(?:put|set|get) (?:\w+ ){1,3}(?:right|straight|differently|another way)\b|"
    r"\b(?:another|a|one more|fresh|second) (?:go|stab|try|crack|shot|bash|attempt) at\b|"
    r"\btake (?:that|it|this)(?: one)? again\b|\bafresh\b|"
    r"\b(?:start|do|say|try) (?:that|it|this|my \w+)(?: one)? (?:again|over|anew)\b|"
    r"\b(?:stick|add|put|pop|bung|slip|squeeze|write|jot|throw|chuck) (?:that|it|him|her|them|"
    r"[\w']+(?: [\w']+){0,3}) (?:on|in|down|as well|too|under|there)\b|"
    r"\b(?:take|leave|cut|strike|cross|knock|get|keep) (?:[\w']+ ){1,4}?(?:out|off)\b|"
    r"\b(?:drop|bump|knock|put|move|push) (?:it|that|me) (?:up|down|back)? ?(?:to|as|at)\b|"
    r"\b(?:can|could|should|might|shouldn't|can't) (?:it|that|this|the \w+) (?:say|read|be)\b|"
    r"\b(?:it|that|this|answer|one|bit|\d|two|three) (?:should|ought to|needs to|can|could|might|"
    r"must|was meant to|was supposed to) (?:have )?(?:say|said|read|be|been)\b|"
    r"\b(?:say|put|write|have) ['\"]|\b(?:worded|wording|the words?|spell\w*|typo|phras\w+|"
    r"sentence)\b|\b(?:add|include) [\w' ]{2,40} to\b|\b(?:instead|rather than|in place of)\b"
)
_OF_ONESELF = re.compile(
    r"\b(?:makes?|making|made) (?:me|him|her|us|them|it) (?:sound|look|out|seem)\b|"
    r"\b(?:i|i've|i'd) (?:sold|oversold|undersold|overstated|understated|exaggerated|overdid|got|"
    r"muddled|mixed)\b|\bi was (?:being|only|just|rather|too|a bit|wrong|unfair|unkind|harsh|hasty|"
    r"joking|tired|cross|rude|modest|vague|polite|thinking of)\b|"
    r"\bi've (?:put|made|got|said|been) (?:it|that|this|too|him|her|them)\b|"
    r"\b(?:bravado|sarcas\w+|cop-? ?out|flippant|glib|wishful|half the story|only (?:a )?part|"
    r"not the whole)\b|\bi (?:didn't|don't|never) (?:really )?(?:mean|meant)\b|"
    r"\bnot what i meant\b|\bi (?:said|put|wrote|told you|gave you|typed|answered|called|named|"
    r"listed|mentioned|blamed)\b"
)
_OF_THE_ANSWER = re.compile(
    r"(?:\b(?:is|was|are|were|isn't|wasn't|sounds?|reads?|looks?|seems?|comes? (?:across|over|"
    r"out))|'s) (?:as )?(?:perhaps |maybe |probably |really |just )?(?:a (?:bit|little|touch|tad)|"
    r"too|rather|far too|not quite|hardly|way too|over|wrong|unfair|mistaken|incorrect|"
    r"inaccurate|out of date|rubbish|nonsense|harsh|strong|vague|soft|unkind|pompous|wet|whiny|"
    r"blunt)\b|\bisn't (?:quite )?(?:it|right|true|fair|what i)\b|\btoo (?:soon|late|harsh|"
    r"strong|soft|vague|vaguely|blunt|long|short|hard|kind|generous|modest|grand|many|few|much|"
    r"high|low|early|negative|woolly|bold|big|small)\b|'s (?:gone|changed|off|out|in|back|moved|"
    r"been)\b"
)
_QUOTES = re.compile(r"(?:^|\s)['\"]\w")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)?")
_TIMES = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "may june july august september october november december easter christmas spring summer "
        "autumn winter"
    )
)
_TOPIC = re.compile(
    r"^(?:(?:oh|um|er|and|so|right|ok|okay|sorry|actually|wait|hang on)[ ,]+)*"
    r"(?:(?:for|on|about|regarding|as for|in|under|you know|with) )?"
    r"(?P<topic>[^.,:;?!-]{4,70})[.,:;?!-]"
)


def topic_of(text: str) -> str | None:
    """Return what a message puts first and sets apart ("As for the pros, ..."), in lower case."""
    found = _TOPIC.match(plain(text))
    return found["topic"] if found else None


def wording_of_editing(text: str) -> dict[str, float]:
    """Return whether a text is worded as to an editor, as of the answer, as of oneself."""
    low = plain(text)
    patterns = {"an editor": _TO_AN_EDITOR, "oneself": _OF_ONESELF, "the answer": _OF_THE_ANSWER}
    found = {name: float(bool(pattern.search(low))) for name, pattern in patterns.items()}
    return {f"to or of {name}": value for name, value in found.items()} | {
        "quotes": float(bool(_QUOTES.search(low)))
    }


def other_values(text: str, answer: str) -> dict[str, float]:
    """Whether a number, or a day, stands against another one of its kind in an answer."""
    short = float(len(words(text)) <= SHORT)
    mine, times = _counted(text), _times(text)
    theirs, their_times = _counted(answer), _times(answer)
    apart = not {number for number, _ in mine} & {number for number, _ in theirs}
    day = bool(times and their_times and not times & their_times)
    other = float(day or bool(mine and theirs and apart))
    of_a_kind = float(any(a != c and b and b == d for a, b in mine for c, d in theirs))
    return {
        "another value": other,
        "another value, short": other * short,
        "another number of the same": of_a_kind,
        "another number of the same, short": of_a_kind * short,
    }


def _times(text: str) -> frozenset[str]:
    """Return the days, months and seasons that a text names, singular."""
    said = {word.removesuffix("'s") for word in words(text)}
    return _TIMES & (said | {word.removesuffix("s") for word in said})


def _counted(text: str) -> Sequence[tuple[str, str]]:
    """Return each number of a text, as digits, with the beginning of the word behind it."""
    said = words(text)
    pairs = pairwise([*said, ""])
    return [(NUMBERS.get(a, a), b[:5]) for a, b in pairs if a in NUMBERS or _NUMBER.fullmatch(a)]
