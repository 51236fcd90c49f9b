"""Which earlier answer a request to change means, and the new words if the request holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.nlu.asked import ABOUT_DOING, Asked
from assistant.nlu.referring import stems
from assistant.nlu.wording import MOST_WORDS, listed, plain, words

NAMED = 3.0
"""What it counts that a request names a question; once more for each further name of it."""
IN_ORDER = 4.0
QUOTED = 2.0
"""What it counts that a request holds a word of one answer only."""
QUOTED_BY_SEVERAL = 0.5
UNANSWERED = 3.5
"""What it costs a question that it has no answer yet."""
ENOUGH = 1.5

_PLACE = (
    r"(?:practice|school|team|trust|church|organisation|work(?:place)?|ward|firm|"
    r"company|service|department|charity|business|unit|us|place|shop|parish|office)"
)
_ME = r"(?:me|my ?self|my own|personally|mine)"
_OTHERS = (
    r"(?:others?|other people'?s?|everyone|everybody|anyone|people|them|staff|"
    r"patients|families|colleagues)"
)
_GAIN = (
    r"(?:benefits?|gains?|get out of (?:it|this)|better off|in it for|good (?:it|"
    r"this) (?:would|will|'ll) do|what .* (?:gets?|gains?))"
)
_MATTERS = r"(?:why|important|importance|matters?|mattering|cares?)"

NAMES: Mapping[str, tuple[str, ...]] = {
    "problem": (
        r"\bproblems?\b(?! i(?:'m| am)? (?:expect|anticipat|foresee))(?! learn)",
        r"\b(?:situation|problem sentence|the issue|challenge|opening sentence|"
        r"at the (?:very )?(?:top|start|beginning))\b",
    ),
    "importance_self": (
        rf"\b{_MATTERS}\b.*\bto {_ME}\b",
        rf"\bfirst why\b|\bmy (?:own )?reasons?\b|\bpersonal(?:ly)?\b.*\b{_MATTERS}|"
        rf"why i (?:care|mind)",
    ),
    "importance_practice": (
        rf"\b{_MATTERS}\b.*\b(?:to|for) (?:the |my |our )?{_PLACE}\b",
        r"\bsecond why\b",
    ),
    "progress_signs": (
        r"\bprogress\b(?!.*\bwho\b)(?<!see progress)(?<!to see progress)",
        r"\bhow (?:i|we|you)(?:'d|'ll|'m| would| will| am going to|"
        r" could)? (?:\w+ )?(?:know|recognise|tell|notice|see|spot)|\bsigns\b|\b(?:is|"
        r"was|it's) working\b|\bsuccess\b|\bmeasures?\b|\bknow (?:it's|it is|things are|"
        r"that it's) (?:better|getting|improv)",
    ),
    "stakeholders": (
        r"\bstakeholders?\b|\bstake ?holding\b",
        r"\bwho (?:else )?(?:wants?|would|'d|would like|is keen|has an interest)|"
        r"\bwants? (?:it|this|to see)\b|\blike to see\b|\bsee (?:it |some |"
        r"any )?(?:progress|move|improve)|\binterested part|\bkeen (?:on|to)\b",
    ),
    "difficulties": (
        r"\bdifficult(?:y|ies)\b|\bobstacles?\b|\bhurdles?\b|\bsnags?\b|\bpitfalls?\b|"
        r"\bwhat (?:might|could|may|will) (?:go wrong|be hard|trip)|\bgo wrong\b|"
        r"\btrouble i\b",
        r"\banticipat\w+|\bforesee\b|\bproblems i(?:'m| am)? (?:expect|anticipat|"
        r"foresee)\w*|\bexpect(?:ing|ed)?\b|\bhard (?:bit|part)s?\b|\brisks?\b",
    ),
    "benefits_self": (
        rf"\b{_GAIN}\b.*\b{_ME}\b|\bwhat i(?:'d|'ll| would| will)? (?:get|gain)|"
        rf"\bmy (?:own )?(?:benefits?|gains?)\b|\bin it for me\b",
    ),
    "benefits_others": (
        rf"\b{_GAIN}\b.*\b{_OTHERS}\b|\b{_OTHERS}\b.*\b{_GAIN}\b|\bwho (?:else )?(?:gains|"
        rf"benefits)|\bwho i said would (?:benefit|gain)",
    ),
    "benefits_practice": (rf"\b{_GAIN}\b.*\b{_PLACE}\b|\b{_PLACE}\b.*\b{_GAIN}\b",),
    "try": (
        r"\b(?:i'm|i am|im|i was|we're) (?:trying|aiming|hoping|after|attempting)\b|"
        r"\btrying to (?:do|achieve)|\bwhat i want to (?:do|achieve)\b",
        r"\b(?:my )?(?:aims?|goals?|objectives?|intentions?)\b|\bthe trying\b|"
        r"\btry (?:one|question|answer|bit)\b",
    ),
    "stopping": (
        r"\bstop(?:s|ping|ped)? (?:me|us)\b|\bstopping\b|\bhold(?:s|ing)? (?:me|us) back\b",
        r"\bin (?:my|the|our) way\b|\bblock(?:s|ing|er|ers)?\b|\bbarriers?\b|"
        r"\bstands? in\b|\bprevent(?:s|ing)\b|\bkeep(?:s|ing)? me from\b|"
        r"\bwhy i (?:can't|haven't)",
    ),
    "can_do": (
        r"\b(?:what )?i (?:can|could|might) (?:\w+ )?do\b|\bwhat can i do\b|\bcan do\b|"
        r"\bin my power\b|\bwithin my control\b|\bdo about it\b",
    ),
    "who_knows": (
        r"\bwho (?:already )?(?:knows?|i'?(?:ve)? told)\b|\b(?:people|person|everyone|"
        r"those|anyone|list|one|ones) (?:who |that |of people who )?knows?\b|"
        r"\bin the know\b|\baware\b|\bknows? (?:about|what i)",
    ),
    "who_cares": (
        r"\bwho(?:'s| is)? (?:really )?(?:cares?|bothered|minds?|concerned)\b|"
        r"\bcares? (?:about|list)\b|\b(?:bothered|concerned|cares|minds) (?:about|by)\b|"
        r"\b(?:people|person|everyone|those|anyone|list|one|ones) (?:who |that |"
        r"of people who )?(?:cares?|minds?)\b|\bcaring\b",
    ),
    "who_helps": (
        r"\bwho (?:else )?(?:can|could|might|may|will|would|'d|"
        r"can all)? ?(?:be able to )?helps?\b|\b(?:people|person|everyone|those|anyone|"
        r"list|one|ones|names?) (?:who |that |of people who )?(?:can|could|might|may|"
        r"will|would)? ?helps?\b|\bhelpers?\b|\bwhat would help\b|\bsupport(?:ers)?\b|"
        r"\bhelping\b|\bhelp (?:list|question|one|answer)\b",
    ),
    "options": (
        r"\boptions?\b(?!.*\b(?:pros?|cons?|advantage|disadvantage|downside|upside|"
        r"drawback|against)\b)|\balternatives?\b|\bchoices?\b|\bways? forward\b|"
        r"\bpossibilit\w+",
    ),
    "pros_cons": (
        r"\bpros?\b|\bcons?\b|\badvantages?\b|\bdisadvantages?\b|\bdownsides?\b|"
        r"\bupsides?\b|\bdrawbacks?\b|\bfor and against\b|\bplus(?:es)? and\b|"
        r"\bminus(?:es)?\b|\bin favour\b|\bagainst (?:it|the|doing|that|option)",
    ),
    "first_steps": (
        r"\b(?:first|next|action|initial) steps?\b|\bsteps?\b|\bwhat i(?:'ll| will|"
        r"'m going to| said i'd| am going to) do (?:first|next|before)|"
        r"\bbefore (?:the )?next (?:meeting|time)\b",
    ),
    "likelihood": (
        r"\blikel(?:y|ihood)\b|\bout of (?:ten|10)\b|\b1 to 10\b|\bone to ten\b|"
        r"\bscale\b|\bscores?\b|\b(?:my|the) (?:number|mark|rating|figure)\b|"
        r"\bhow (?:sure|certain|confident|committed)\b",
        r"\b(?:put me (?:down )?(?:as|for|at)|make (?:it|that|me)|give it|more like|"
        r"call it|say) (?:an? )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|"
        r"ten)\b(?! \w+s\b)",
    ),
    "problem_learned": (r"\blearn(?:ed|t|ing)?\b.*\bproblem\b|\bthree (?:key )?things\b",),
    "myself": (
        r"\blearn(?:ed|t|ing)?\b.*\bmyself\b|\bthe (?:bit|one|answer|question) about myself\b",
    ),
    "actions": (r"\bactions?\b(?! (?:learning|steps?))|\baction steps?\b|\bto-?dos?\b",),
    "others": (
        r"\blearn(?:ed|t|ing)?\b.*\b(?:others|members|other people)\b|\bother(?: set)? members\b",
    ),
    "the_set": (
        r"\bhow the set\b|\bthe set (?:one|question|answer)\b|\bst(?:ands?|ood) out\b|"
        r"\babout the set\b|\bworking of th(?:e|is) set\b",
    ),
}
"""How members name the questions, apart from the wording of the catalogue."""

_LAST = re.compile(
    r"\b(?:(?:that|the|my) (?:last|latest|previous|most recent)(?: (?:one|answer|"
    r"thing|question|bit))?|last (?:one|answer|question|bit)|"
    r"what i (?:just|last) (?:said|put|wrote|typed)|(?:just now|a (?:second|moment|"
    r"minute) ago)|the one (?:i(?:'ve)? just|before(?! that))|i just (?:said|put|"
    r"gave|wrote|did))\b"
)
_BEFORE_LAST = re.compile(
    r"\b(?:(?:one|answer|question|thing) before (?:the )?last|last but one|"
    r"second[- ](?:to[- ])?last|penultimate)\b"
)
_FIRST = re.compile(
    r"\b(?:(?:very )?first (?:one|answer|question|thing)|question (?:one|1)|"
    r"answer (?:one|1)|number (?:one|1)|start of (?:it|this)|where i (?:started|"
    r"began))\b"
)
_NTH = {
    name: place
    for place, name in enumerate(
        listed("first second third fourth fifth sixth seventh eighth ninth tenth")
    )
}
_ORDINAL = re.compile(
    rf"\b(?:({'|'.join(_NTH)})|(?:question|answer|number|no\.?) (\d+))\b(?! (?:why|"
    rf"steps?|option|reason|person|two|three))(?: (?:one|answer|question|thing))?"
)

OF_EDITING = stems(
    "put say said says add change answer one ones other thing things bit please let make made take "
    "instead like rather ought earlier before wrong not first last second"
)
"""Words of asking for a change: they point at no answer."""
_NEW = (
    re.compile(
        r"\b(?:delete|scrap|scratch|forget|lose|ditch|bin|cross out|take out|"
        r"remove) (?:what|that|it|the lot|all)\b.*?\band (?:put|say|write|"
        r"make it)(?: down)?[: ]+(?P<new>.+)$"
    ),
    re.compile(
        r"\b(?:change|alter|amend|switch|correct|update|set|edit|replace|"
        r"swap)\b[^:]*?(?:\b(?:to(?: (?:say|read|be))?|into|with|by(?: the following)?|"
        r"for)\b:?|:) +(?P<new>[^,;]{2,}.*)$"
    ),
    re.compile(
        r"\b(?:it|that|this|they|answer|one) (?:should|ought to|needs to|must|"
        r"was supposed to) (?:be|say|read|have said|have been)[: ]+(?P<new>.+)$"
    ),
    re.compile(
        r"\b(?:put me (?:down )?(?:as|for|at)|make (?:it|that|me|my \w+)|"
        r"put (?:it )?down as|call it|i(?:'d| would) (?:rather|sooner|prefer to) (?:put|"
        r"say)|i meant to (?:say|put))[: ]+(?P<new>.+)$"
    ),
    re.compile(r"\b(?:put|say|write)[: ]+(?P<new>.+?) instead\b"),
)
_BEHIND_A_COLON = re.compile(r":\s+(?P<new>\S+(?:\s+\S+)+)$")
_TAIL = re.compile(
    r"(?:,? (?:instead|please|thanks|rather than .*|not .*|would you|will you|"
    r"if you (?:can|could|would)))+[.!?]*$|[.!?]+$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:what|where|the (?:thing|bit|part|one|answer)(?: about| where| when)?|when|"
    r"as|see what) (?:that )?i(?:'ve| have|'d)? (?:already |just )?(?:said|put|wrote|"
    r"gave|typed|told you|answered|mentioned)\b|"
    r"\bmy (?:first|second|third|middle|last|other) (?:option|step|reason|choice|"
    r"one)\b|\b(?:my|that|the|this|an|one of my) (?:\w+ ){0,2}(?:answers?|sentence|"
    r"wording|entry|reply)\b|\bi (?:said|put|wrote|gave|told you|typed|answered|"
    r"listed)\b|"
    r"\b(?:i(?:'ve)? (?:left|missed|forgot(?:ten)?)|never mentioned|didn't mention|"
    r"thought of (?:one|another|some)|remembered (?:one|another|some))\b|"
    r"\bthe (?:one|bit|part|answer|question|stuff|thing|list|box) (?:about|on|for|"
    r"where|that|of)\b|\bthat list\b|\boff (?:the|that) list\b|\bto (?:the|"
    r"that) list\b"
)
"""Speaks of something that was said before."""
_EDITS = re.compile(
    r"\b(?:change|alter|amend|edit|redo|re-?do|correct|fix|reword|rephrase|rewrite|"
    r"revise|tone down|scratch|delete|remove|add(?:ing)?|swap|replace|"
    r"update|adjust|tweak|take (?:\w+ ){0,4}?(?:out|off|away|back)|take (?:that|it|"
    r"him|her|them) (?:out|off)|put (?:\w+ ){1,4}?(?:in|on|down|under|as|instead)|"
    r"cross (?:\w+ )?out|"
    r"do (?:that|it|this) (?:over|again)|have another go|start (?:that|it) again|"
    r"make (?:it|that|my \w+)|stick (?:\w+ )?(?:in|on)|squeeze in|expand|shorten)\b|"
    r"\b(?:should|ought to|needs? to|was supposed to|meant to) (?:be|say|read|have|"
    r"go|change|include|mention)\b|\bought to be in\b|\bneeds? (?:\w+ing|a change|"
    r"more)\b|"
    r"\b(?:is|was|it's|that's|that was|is all|isn't|wasn't|got (?:it|that|"
    r"my \w+ \w+)|i've got|i had) (?:\w+ ){0,2}?(?:wrong|mistaken?|rubbish|too \w+|"
    r"not right|not quite|not true|out of date|a cop ?-?out|that any ?more)\b|"
    r"\b(?:mistake|typo|error|slip|instead|misheard|misspel\w+|too (?:harsh|vague\w*|"
    r"strong|soft|long|short|blunt))\b|\bi meant\b|\bnot \w+,? (?:it's|but) |"
    r"\b(?:one|another) more\b|\b(?:i(?:'ve)? (?:left|missed|forgot(?:ten)?)|"
    r"never mentioned|didn't mention|thought of (?:one|another|some)|remembered)\b"
)
"""Says that something is to become different."""
_STORY = re.compile(
    r"^(?:because|cos|when|if|we(?:'ve|'d|'re)?|they|he|she|people|everyone|staff|"
    r"the (?:staff|team|head|board|trustees|nurses|consultants))\b"
)

_PART = re.compile(
    r"\b(?:the (?:word|bit|part|name)|where (?:i|it) (?:wrote|said|put|says)|add|"
    r"also|\"|spelling|typo)\b"
)


@dataclass(frozen=True)
class ChangeRequest:
    """What a request to change is about: a question, and the new answer if it was said."""

    about: str | None
    content: str | None


def change_requested(text: str, answers: Mapping[str, str]) -> ChangeRequest:
    """Return which of the answers so far (question key -> text, in order) is to be changed."""
    low = plain(text)
    scores = Counter({key: points for key in NAMES if (points := named_points(low, key, answers))})
    scores.update(in_order(low, tuple(answers)))
    scores.update(_quoted(low, answers))
    best = max(scores, key=lambda key: scores[key], default=None)
    about = best if best is not None and scores[best] >= ENOUGH else None
    return ChangeRequest(about, _content(text))


def asks_to_change(text: str, asked: Asked) -> bool:
    """Tell whether a text asks to change an earlier answer, going by what it names.

    It has to say that something becomes different, and name it: a question other than the open
    one, something said before, or words of an answer so far.
    """
    low = plain(text)
    if len(words(text)) > MOST_WORDS or not _EDITS.search(low) or _STORY.search(low):
        return False
    named = {key for key in NAMES if named_points(low, key, {})} - {asked.key}
    quoted = {key for key, points in _quoted(low, asked.answers).items() if points >= QUOTED} - {
        asked.key
    }
    if _EARLIER.search(low):
        return bool(named or quoted)
    answered = bool(named & set(asked.answers))
    return answered and (asked.key not in ABOUT_DOING or bool(_EDITS.match(" ".join(words(text)))))


def edits(text: str) -> bool:
    """Tell whether a text says in plain words that something is to become different."""
    return bool(_EDITS.search(plain(text)))


def speaks_of_before(text: str) -> bool:
    """Tell whether a text speaks in plain words of an earlier answer."""
    return bool(_EARLIER.search(plain(text)))


def tells_a_story(text: str) -> bool:
    """Tell whether a text begins as an account of what others do, or as a reason."""
    return bool(_STORY.search(plain(text)))


def names_another(text: str, asked: Asked) -> bool:
    """Tell whether a text names a question that has been answered and is not open."""
    low = plain(text)
    return any(
        named_points(low, key, {}) for key in NAMES if key in asked.answers and key != asked.key
    )


def names_a_question(text: str) -> bool:
    """Tell whether a text names one of the questions, whether it has been answered or not."""
    low = plain(text)
    return any(named_points(low, key, {}) for key in NAMES)


def named_points(low: str, key: str, answers: Mapping[str, str]) -> float:
    """Return points for each name of a question in a text, fewer where it is not answered yet."""
    points = sum(NAMED for pattern in NAMES.get(key, ()) if re.search(pattern, low))
    return max(points - (UNANSWERED if answers and key not in answers else 0.0), 0.0)


def in_order(low: str, keys: tuple[str, ...]) -> dict[str, float]:
    """Return points for "the last one", "my first answer", "the third one"."""
    if not keys:
        return {}
    if _BEFORE_LAST.search(low):
        return {keys[-2]: IN_ORDER} if len(keys) > 1 else {}
    if _LAST.search(low):
        return {keys[-1]: IN_ORDER}
    if _FIRST.search(low):
        return {keys[0]: IN_ORDER}
    found = _ORDINAL.search(low)
    if found is None or not found.group(0).endswith(
        ("one", "answer", "question", "thing", found[2] or "\0")
    ):
        return {}
    place = _NTH[found[1]] if found[1] else int(found[2]) - 1
    return {keys[place]: IN_ORDER} if 0 <= place < len(keys) else {}


def _quoted(low: str, answers: Mapping[str, str]) -> dict[str, float]:
    """Return points for the words of an answer that the request repeats."""
    held = {key: stems(answer) for key, answer in answers.items()}
    said = stems(low) - OF_EDITING
    spread = Counter(word for kept in held.values() for word in kept & said)
    return {
        key: sum(QUOTED if spread[word] == 1 else QUOTED_BY_SEVERAL for word in kept & said)
        for key, kept in held.items()
        if kept & said
    }


def _content(text: str) -> str | None:
    """Return the whole new answer, where the request is to replace and not to add or to mend."""
    if _PART.search(plain(text)):
        return None
    if behind := _BEHIND_A_COLON.search(text):
        return _TAIL.sub("", behind["new"]).strip(" \"'") or None
    for pattern in _NEW:
        found = re.search(pattern.pattern, text, re.IGNORECASE | re.DOTALL)
        if found:
            return _TAIL.sub("", found["new"]).strip(" \"'") or None
    return None
