"""The number from 1 to 10 that an answer states, if it states exactly one; or two neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.embedding import known_words
from assistant.nlu.wording import listed, plain, words

LOWEST, HIGHEST = 1, 10
_LEAD = 40
"""Characters before a number that tell what it comes from."""
MOST_READ = 600
"""Characters that are searched for a number; whoever says more has said it by then."""

_NAMES = listed("zero one two three four five six seven eight nine ten")
_BEYOND = listed(
    "nil nought eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand"
)
_VALUES = {name: value for value, name in enumerate(_NAMES)} | dict.fromkeys(_BEYOND, 99)
_HEARD = {"to": 2, "too": 2, "for": 4, "fore": 4, "ate": 8, "won": 1, "free": 3, "tree": 3}
"""What a recogniser writes for a number that stands alone, or among words of a guess."""
_GUESSING = frozenset(
    listed(
        "i i'd i'll i'm say think reckon guess suppose maybe probably about around a an it's please"
    )
)

_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<sign>-(?=\d))?(?:(?P<digits>\d+(?:[.,]\d+)?)|(?P<name>{'|'.join(_VALUES)}))"
    r"(?P<part>\s*(?:½|¼|¾|\.\d)|\s+and a (?:half|bit|quarter)|\s+point \w+)?"
    r"(?P<ish>-?ish)?(?![\w/]|-\w)"
)
_SCALE = re.compile(
    r"\b(?:on )?(?:a |the )?scale (?:of|from) \w+ to \w+|\bfrom (?:1|one) to (?:10|ten)\b|"
    r"\bbetween (?:1|one) and (?:10|ten)\b(?=.*\w)|^(?:1|one) ?(?:to|-) ?(?:10|ten)\b(?=.*\w)|"
    r"(?<=\w)(?<!\bas)\s*(?:/|\b(?:out of|outta|of|in|on)\b)\s*(?:a )?(?:possible )?(?:10|ten)\b"
)
_MOVED = re.compile(r"\b(?:up|down|gone|went|moved|risen|come|dropped|jumped) from \w+ to (?=\w)")
"""Where it was before; what follows is where it is now."""
_EITHER = re.compile(
    r"\b(?:if|unless|provided|as long as)\b.+\b(?:otherwise|if not|or else|else|(?:and|but|,) if|"
    r"in which case|without)\b|\bif\b.+,.*\d.*\bif\b"
)
"""Two cases, each with its own number."""
_PART_OF = re.compile(r"\s*(?:%|per ?cent|fifths|tenths|quarters|minus|plus|times)")
_COUNTS = re.compile(
    r"\s+(?:(?:other|more|new|different|small|big|extra|of (?:us|them|my|the|our)) )?"
    r"(?:people|persons?|weeks?|days?|years?|months?|hours?|minutes?|times?|o'clock|pm|am|staff|"
    r"meetings?|things?|reasons?|steps?|kids|children|patients|colleagues|pounds?|quid|miles|of us|"
    r"of them|of those|others?|jobs?|calls?|emails?|shifts?|nights?|mornings?|teams?|chances?|"
    r"in (?:three|four|five|2|3|4|5|a hundred|a thousand|a million)|years?'|weeks?'|members?|"
    r"letters?|votes?|men|women|visits?)\b"
)
_DATE = re.compile(r"(?:\bthe|\byear|\broom|\bward|\bband|\blevel|\bkey stage|£) ?$")
_NOT_ONE = re.compile(
    r"(?:\b(?:no|any|some|every|this|that|which|hard|tough|tricky|good|easy|first|last|next|other|"
    r"big|difficult|interesting|the)) $"
)
_AFTER_ONE = re.compile(
    r"\s+(?:of|thing|day|more|way|or two|off|by one|figure|number|score|mark|answer|word)\b"
)
_NAMED_END = re.compile(r"(?:,? (?:is|being|means|meaning|would be|=) )")
_NAMING = re.compile(r"(?:^|\b(?:if|where|with|say|assuming) )(?:a |an )?$")

_BOUND = re.compile(
    r"\b(?:over|under|above|below|(?:more|less|better|worse|higher|lower|bigger|fewer) than|"
    r"near(?:er|ly)?(?: to)?|closer to|short of|north of|south of|up to|never|"
    r"almost|(?:not|isn't|wasn't|can't be|couldn't be|won't be|hardly|nowhere near)(?: \w+){0,2}|"
    r"no more than|beyond|past|"
    r"upwards of) (?:a |an |the )?$"
)
_WEAK_BEFORE = re.compile(
    r"\b(?:if|unless|would(?:'ve| have)? be(?:en)?|'d be|could be|might be|might've been|was|were|"
    r"start(?:ed|ing)?(?: at| on| out at| off at)|started|used to be|i said|(?:'ll|will) be|"
    r"hop(?:e|ing)|"
    r"wish|told|tell|last (?:week|time|"
    r"month|year)|yesterday|once|when|i'd (?:like|love|want) to|want(?:ed)? to (?:say|be|put)|"
    r"should (?:be|say)|ought to|ideally|on paper|before|i'?d have said|would have said|she|he|"
    r"they|you|"
    r"boss|manager|wife|husband|partner|(?<!i )would (?:say|give)|pretend|public|"
    r"official|officially|thought|from|"
    r"aim(?:ing)? for|down from|up from|dream)\b"
)
_WEAK_AFTER = re.compile(
    r"^[\s,]*(?:if|unless|(?:would|'d|wouldn't) be|on a (?:good|bad|great|better)|at a push|"
    r"on paper|in theory|"
    r"when|once|before|last|yesterday|with a fair wind|with help|at (?:my|its) (?:best|worst)|"
    r"to start with|originally|to begin with|until|a (?:week|month|year) ago|on good days|"
    r"on bad days|provided|as long as|depending)\b"
)
_CORRECTS = re.compile(
    r"\b(?:no|actually|sorry|i mean|make (?:that|it)|rather|scrap|scratch|wait|correction|"
    r"change (?:that|it)|well|on second thoughts?|second thoughts?|hang on|nah|oops|"
    r"i meant|let's say|"
    r"call it|or rather|come to think)\b"
)
_DECIDES = re.compile(
    r"\b(?:go (?:for|with)|going (?:for|with)|call it|settle (?:on|for)|let's say|"
    r"shall (?:we|i) say|so (?:say|a)?|"
    r"put(?: me)?(?: down)?(?: as| for| it)?|really|realistically|truthfully|honestly|"
    r"honest|in truth|"
    r"in reality|now|today|currently|actually|these days|this time|plump for|stick with|"
    r"i'll say|i'd say|i say|make it|final answer|overall|on balance|average|down to|up to)\b"
)
_SUM = re.compile(
    r"\b(?:so|(?:that )?(?:makes|leaves)(?: it| me| us)?(?: with| on| at)?|equals|is|gives|"
    r"(?:comes|works) (?:out )?(?:at|to|as)|(?:lands?|ends?) (?:up )?(?:on|at)):? "
    r"(?:it's |i'm (?:at|on) |say |about )?(?:an? )?$"
)
"""What leads up to the number that a small sum comes to: "nine, less one for luck, so eight"."""
_ADDED = re.compile(
    r"\b(?:minus|less|plus|add(?:ing)?|(?:take|knock|lose|drop)(?: off)?) (?:an? )?$"
)
"""What leads up to a number that is only added or taken off."""
_HYPHENED = re.compile(
    rf"(?<![\w.,/-])(\d{{1,2}}|{'|'.join(_NAMES)})\s*-\s*"
    rf"(\d{{1,2}}|{'|'.join(_NAMES)})(?![\w/%-])"
)
_JOINT = re.compile(
    r"(?:\s|,|\.{2,3})+"
    r"(?:(?:or|to|maybe|perhaps|possibly|even|if not|going on|i'd say|say)[\s,]+)*(?:an? )?"
)
"""What stands between two neighbouring numbers that are one guess."""
_OR = re.compile(r"[\s,.]*\bor(?: (?:maybe|perhaps|possibly|even))?[\s,]+(?:an? )?")
_CLAUSE = re.compile(r"[.;,!?()]|\s-\s|\b(?:but|though|although|because|cos|and|or|so|then)\b")


@dataclass(frozen=True)
class _Mention:
    value: int
    start: int
    end: int
    before: str
    after: str
    lead: str

    @property
    def is_bound(self) -> bool:
        return bool(_BOUND.search(self.before))

    @property
    def is_weak(self) -> bool:
        return bool(_WEAK_BEFORE.search(self.before) or _WEAK_AFTER.search(self.after))

    @property
    def decides(self) -> bool:
        return bool(_DECIDES.search(self.before) or _SUM.search(self.lead))


def read_likelihood(text: str) -> int | None:
    """Return the one whole number from 1 to 10 that is stated, or None.

    Of several, the one that corrects or decides; not a bound ("over seven"), not one that holds
    only under a condition or held in the past where another one is stated outright.
    """
    low = _MOVED.sub("", _SCALE.sub("", _spelt(plain(text)[:MOST_READ])))
    heard = _heard(low)
    if heard is not None:
        return heard
    stated = list(_mentions(low))
    if len({mention.value for mention in stated}) > 1 and _EITHER.search(low):
        return None
    if any(mention.value not in range(LOWEST, HIGHEST + 1) for mention in stated):
        stated = [] if len({mention.value for mention in stated}) == 1 else stated
    chosen = _chosen(low, [mention for mention in stated if not mention.is_bound])
    return chosen if chosen in range(LOWEST, HIGHEST + 1) else None


def read_neighbours(text: str) -> tuple[int, int] | None:
    """Return the two neighbouring numbers that a guess lies between, the lower first, or None.

    "Seven or eight", "six to seven", "between four and five"; nothing wider, and no bound.
    """
    spelt = _SCALE.sub("", _spelt(plain(text)[:MOST_READ]))
    low = _HYPHENED.sub(r"\1 to \2", spelt)
    stated = list(_mentions(low))
    if len(stated) != 2 or any(mention.is_bound for mention in stated) or _EITHER.search(low):
        return None
    joint = low[stated[0].end : stated[1].start]
    together = _JOINT.fullmatch(joint) or (" and " in joint and _between(stated[0].before))
    lower, higher = sorted(mention.value for mention in stated)
    near = lower >= LOWEST and higher <= HIGHEST and higher - lower == 1
    return (lower, higher) if together and near else None


def names_a_number(text: str) -> bool:
    """Tell whether a text holds any number at all, in words or digits, whatever it counts."""
    low = _spelt(plain(text)[:MOST_READ])
    return _heard(low) is not None or any(
        found["name"] != "one" or _is_mark(found, low[: found.start()], low[found.end() :])
        for found in _NUMBER.finditer(low)
    )


def _between(before: str) -> bool:
    return bool(re.search(r"\bbetween (?:an? )?$", before))


def _spelt(text: str) -> str:
    """Return the text with misspelt number words put right ("sevn"), known words left alone."""
    return _WORD.sub(lambda found: _number_name(found[0]), text)


def _number_name(word: str) -> str:
    if len(word) < 3 or word in _VALUES or word in known_words():
        return word
    near = [name for name in _NAMES if name[0] == word[0] and OSA.distance(name, word) == 1]
    return near[0] if len(near) == 1 else word


def _heard(text: str) -> int | None:
    """Return the number that a recogniser's "ate" or "for" stands for when little else is said."""
    rest = [word for word in words(text) if word not in _GUESSING]
    return _HEARD.get(rest[0]) if len(rest) == 1 else None


def _chosen(text: str, stated: Sequence[_Mention]) -> int | None:
    stated = _without_either(text, stated)
    outright = [mention for mention in stated if not mention.is_weak] or list(stated)
    if len({mention.value for mention in outright}) <= 1:
        return outright[0].value if outright else None
    deciding = {mention.value for mention in outright if mention.decides}
    if len(deciding) == 1:
        return deciding.pop()
    first, then = [pair for pair in pairwise(outright) if pair[0].value != pair[1].value][-1]
    return then.value if _CORRECTS.search(text[first.end : then.start]) else None


def _without_either(text: str, stated: Sequence[_Mention]) -> Sequence[_Mention]:
    """Return the mentions but those of a guess between two: "eight or nine, depending"."""
    between = [
        (one, other)
        for one, other in pairwise(stated)
        if one.value != other.value and _are_either(one, text[one.end : other.start])
    ]
    return [mention for mention in stated if not any(mention in pair for pair in between)]


def _are_either(one: _Mention, joint: str) -> bool:
    return bool(_OR.fullmatch(joint)) or (joint.strip() == "and" and _between(one.before))


def _mentions(text: str) -> Iterator[_Mention]:
    """Find the numbers that are marks: no counts, no dates, no "one" that stands for a thing."""
    for found in _NUMBER.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not _is_mark(found, before, after):
            continue
        name = found["name"]
        whole = _VALUES[name] if name else _whole(found["digits"])
        value = 0 if found["sign"] or found["part"] or _PART_OF.match(after) else whole
        yield _Mention(
            value, found.start(), found.end(), _last_clause(before), _first(after), before[-_LEAD:]
        )


def _is_mark(found: re.Match[str], before: str, after: str) -> bool:
    if _COUNTS.match(after) or _DATE.search(before) or _ADDED.search(before):
        return False
    if _NAMED_END.match(after) and _NAMING.search(before):
        return False
    is_word_one = found["name"] == "one"
    return not (is_word_one and (_NOT_ONE.search(before) or _AFTER_ONE.match(after)))


def _whole(digits: str) -> int:
    number = float(digits.replace(",", "."))
    return int(number) if number.is_integer() else 0


def _last_clause(before: str) -> str:
    ends = [found.end() for found in _CLAUSE.finditer(before)]
    return before[ends[-1] :] if ends else before


def _first(after: str) -> str:
    found = _CLAUSE.search(after, pos=1 if after.startswith(",") else 0)
    return after[: found.start()] if found else after
