"""Clean: what was typed or recognised, as the sentences the member meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.summary.language import is_adjective, is_verb
from assistant.summary.repairs import corrected
from assistant.summary.words import (
    DAYS,
    FUNCTION,
    MONTHS,
    NEGATIONS,
    PERSONS,
    SHORT_FUNCTION,
    listed,
)

Rule = tuple["re.Pattern[str]", str]


def clean(text: str) -> str:
    """Return the text in sentences, without fillers, false starts and corrected words.

    No word is added; apostrophes are put back, "&" and the like are written out, and breaks are
    set where speech came without any.
    """
    steps = (_plain, _apostrophes, _without_hesitation, corrected, _without_fillers,
             _without_repeats, _without_contrast, _gone_on, _broken, _each_time)  # fmt: skip
    for step in steps:
        text = _spaced(step(text))
    return text


def _rules(*pairs: tuple[str, str]) -> list[Rule]:
    return [(re.compile(pattern, re.IGNORECASE | re.MULTILINE), by) for pattern, by in pairs]


def _apply(rules: list[Rule], text: str) -> str:
    for pattern, by in rules:
        text = pattern.sub(by, text)
    return text


_PLAIN = _rules(
    ("[\\u2018\\u2019\\u00b4`]", "'"),
    ("[\\u201c\\u201d]", '"'),
    ("[\\u2013\\u2014]", " - "),
    (r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+", ". "),  # bullets
    (r"\n+", ". "),
    (r"(?<!\w)[:;]-?[)(DPp](?!\w)|\s<3\b", ""),  # smileys
    (r"\*(\w[^*]*\w|\w)\*", r"\1"),  # *stress*
    (r"\s*\([^)]*\)", ""),
    (r"[;!…]+|\.{2,}|\s+-+\s+", ". "),
    (r"\s+/\s+", " or "),
    (r"(?<=[a-z])\s+\+\s+(?=[A-Za-z])", " and "),
    (r"\b(approx|vs|dept|govt|prof|rev|cllr|sgt|est|min|max|ext)\.(?=\s+[\da-z£])", r"\1"),
    (r"(?<!\w)(['\"])([^'\"?]{2,40})\?\1", r"\1\2\1"),  # a question that is quoted
    (
        r"\b(?!(?:it|he|she|that|this|there|here|who|what|where|how|\w+(?:one|body|thing))'s)"
        r"(\w+)'s (?=(?:all|a|an|the|not|too|on|in|at|off|out|up|down|under|over) "
        r"(?!been|got|gone|had|call |site |house |year |of hours ))",
        r"\1 is ",
    ),
    (
        r"(?<![ ,]of)(?<![ ,]to)(?<![ ,]by)(?<![ ,]in)(?<!with)(?<!for)(?<=\w) "
        r"(?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten) of us(?:[.,]|$))",
        ", ",
    ),
)
_LONGEST_FIRST = sorted(SHORT_FUNCTION.items(), key=lambda pair: -len(pair[0]))
_SHORT = _rules(
    *((rf"(?<![\w/]){re.escape(short)}(?![\w/])", full) for short, full in _LONGEST_FIRST)
)


_STRESSED = listed("always never all every only very must so")
# What is said loudly: several words in capitals, or one that is never short for anything.
_LOUD = re.compile(
    r"\b(?:I |[A-Z']{2,} )+[A-Z']{2,}\b|\b(?:NOT|NEVER|ALWAYS|NO|ALL|EVERY|ONLY|VERY|MUST)\b"
)


def _plain(text: str) -> str:
    return _apply(_SHORT, _apply(_PLAIN, _LOUD.sub(_calmly, text)))


def _calmly(match: re.Match[str]) -> str:
    words = match[0].lower().split()
    said = set(words) & (FUNCTION | NEGATIONS | _STRESSED) - {"it", "us"}
    return re.sub(r"\bi\b", "I", " ".join(words)) if said else match[0]  # "NHS IT" is a name


_CONTRACTED = (
    "ive|theyve|youve|weve|dont|doesnt|didnt|isnt|arent|wasnt|werent|cant|couldnt|wont|wouldnt|"
    "shouldnt|hasnt|havent|hadnt|im|theyre|youre|thats|theres|whats|heres|shes|hes|whos|"
    "theyll|youll|itll|theyd|youd"
)
_APOSTROPHES = _rules(
    (r"\b(some|every|no|any)(one|body|thing)s\b(?! \w+'s)", r"\1\2's"),
    (
        r"\bits\b(?= (?:the|a|an|not|no|been|all|just|my|our|their|his|her|about|how|why|what|when"
        r"|only|always|never|so|too|very|like|that|down|up|in|on|for|because|really|hard|easier|quicker)\b)",
        "it's",
    ),
    (r"\b(says?|thinks?|assume|reckon|believe|know|hope|till|until) its\b", r"\1 it's"),
    (r"(?<![\w'])i(?=$|[\s,?!]|\.(?!\w)|'(?:m|ve|d|ll)\b)", "I"),
)


def _apostrophes(text: str) -> str:
    text = re.sub(rf"\b(?:{_CONTRACTED})\b", _contract, text, flags=re.IGNORECASE)
    return _DESCRIBED.sub(_is_described, _apply(_APOSTROPHES, text))


# "a result's normal the patient", "the crew's knackered.": an adjective, and no noun after it.
_DESCRIBED = re.compile(
    r"\b(?!(?:it|he|she|that|this|there|here|who|what|where|how|let)'s)(\w+)'s "
    r"((?:always |really |just |so |very )?(\w+))"
    r"(?= (?:the|a|an|my|our|and|but|so|because|when|I|we|they|he|she|it)\b|[.,]|$)"
)


def _is_described(match: re.Match[str]) -> str:
    described = is_adjective(match[3]) and match[3] not in PERSONS
    return f"{match[1]} is {match[2]}" if described else match[0]


def _contract(match: re.Match[str]) -> str:
    word = match[0]
    ending = next(e for e in ("nt", "ve", "re", "ll", "m", "s", "d") if word.lower().endswith(e))
    cut = len(word) - (1 if ending == "nt" else len(ending))
    whole = f"{word[:cut]}'{word[cut:]}"
    return "I" + whole[1:] if whole[0] in "iI" and whole[1:] in ("'m", "'ve") else whole


_HESITATION = _rules(
    (r"\b(?:u+m+|u+h+|e+r+m*) (?=(?:about|roughly|some)\b)", ", "),
    (r",?\s*\b(?:u+m+|u+h+|e+r+m*|h+m+|m+m+)\b\.*(?=[\s,.?!]|$),?", ""),
)
_TYPED = "obvs?|tbh|tbf|imho|imo|ngl|lol|innit"
_TAG = r"(?:is|are|was|were|do|does|did|have|has|had|can|could|wo|would|should|ai)n't"
_FILLERS = _rules(
    (rf",?\s*\b(?:{_TYPED})\b,?(?=[\s.?!]|$)", ""),
    # "I'm behind the hatch, aren't I": no question
    (
        rf"(?<=\w)(?<!\bwhy)(?<!\bhow),? {_TAG} (?:I|it|he|she|they|we|you)(?: not)?\b,?"
        r"(?=[.?!]|$| (?:and|but|so|because|or|it|it's|I|I'm|I've|they|they've|we|we've|he|she)\b)",
        ".",
    ),
    (r"(?<![\w']is)(?<!'s)(?<!look)(?<!looks)(?<!feel)(?<!feels)(?<!was) like(?=[.?!]|$)", ""),
    (
        r"(?<=\w) I (?:suppose|guess|reckon)"
        r"(?= (?!(?:that|so|the|my|our|you|what|I|we|they|he|she|it|there)\b))",
        ",",
    ),
    (r",?\s*\bthat's (?:the (?:long and short|truth|top and bottom) of it|the problem)\b", "."),
    # "I never come out from there do I I've never asked": no question either
    (
        r"(?<=\w)(?<!\bhow)(?<!\bwhat)(?<!\bwhy)(?<!\bwhere)(?<!\bso)(?<!\bnor)(?<!\bthan)(?<!\bas)"
        r",? (?:do|does|did|is|are|have|has|can|was|were|will|would) (I|it|he|she|they|we)"
        r"(?= (?:I|I'm|I've|they|they've|we|we've|he|she|it's|that's|there's)\b)",
        ".",
    ),
    (r",?\s*\bwhat (?:do you (?:think|expect)|else)(?= (?:there's|I|we|they|it's|you)\b)", "."),
    (r",?\s*\bthat's (?:all|it)(?= (?:just|only|and|but|I|we)\b|[.,?!]|$)", "."),
    (r"(?:^|(?<=[.,?!]\s)|(?<=\band\s)|(?<=\bbut\s))the truth is,? ", ""),
    (r"(?:^|(?<=[.?!]\s))(?:well,? )?(?:it's )?me,? (?:cos |because )?(?=I\b)", ""),
    (r",\s*is the truth(?=[.,?!]|$)", ""),
    (r",? (?:the|a|my|our) \w+ I mean\b(?! (?:to|by|that)\b),?", "."),
    (
        r"\b(?:the (?:thing|trouble|problem|point) is|"
        r"what (?:happens|(?:I|we)(?:'\w+)?(?: \w+){1,4}) is)\b,?(?: that)?"
        r"(?= (?:I|we|they|he|she|it|there|the|my|our|nobody|everyone)\b)",
        "",
    ),
    (r",\s*(?:honestly |really )?(?:I|we|they|he|she|it) (?:do|does|did|is|are|am)(?=[,.])", ""),
    (
        r"(?:(?<=[.?!\n])\s*|^\s*)(?:(?:okay|ok|right|well|so|oh|aye|yeah|yes|look|listen|now|"
        r"honestly|basically|actually|obviously|anyway|I mean|I guess|I suppose|to be honest)"
        r"\b,?\s+(?!far|much|many|that\b|of\b))+",
        " ",
    ),
    (r",\s*(?:you know|I mean|like|right|kind of|sort of|you see|if you like|mate)\s*,", " "),
    (r",\s*which(?:'s| is)?,? (?:fine|fair enough|okay|OK|great|whatever)(?=[,.?!]|$),?", ""),
    (r"\b(?:like|you know|I mean),\s", ""),
    (r",\s*(?:you know|like|mate|yeah|innit|right|you know what I mean)(?=[.?!]|$)", ""),
    (
        r",?\s*\bwhich (?:I|we|they|he|she|it) (?:do|does|did|is|are|am)(?:n't| not)?(?=[,.?!]|$)",
        "",
    ),
    (r",\s*(?:mainly|mostly|really|probably|I think|I suppose|I guess)(?=[.,?!]|$)", ""),
    (r"\b(in|from|for|at|with|about) like (?=the\b|an?\b|\d|\w+ty\b)", r"\1 "),
    (
        r",?\s*\b(?:(?<!\bit )(?<!them )to be (?:honest|fair)(?! (?:with|about|to)\b)|"
        r"I'll be honest|"
        r"let's be honest|oddly enough|basically|literally|obviously|honestly|"
        r"bless (?:them|him|her)|if I'm honest|so (?:it|he|she) is)"
        r"\b,?(?=[\s.?!]|$)",
        "",
    ),
    (r"(?<!'s)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bbe)(?<!'re)(?<=\w) (?=not just\b)", ", "),
    (
        r",\s*(?:is|are|do|does|did|can|will|was|were|has|have)(?:n't)? "
        r"(?:it|they|we|I|he|she|you)\?",
        ".",
    ),
    (
        r"\b(I'm|it's|he's|she's|they're|we're|is|are|was|were|I|we|they|just|and|been|feel|felt)"
        r" (?:kind|sort) of (?!thing|a\b)",
        r"\1 ",
    ),
    (
        r",?\s*\b(?:isn't|doesn't|don't|aren't|wasn't) (?:it|they|we|I|he|she)\b"
        r"(?= (?:we|I|they|it)\b|[?.]|$)",
        ". ",
    ),
)


def _without_hesitation(text: str) -> str:
    return _apply(_HESITATION, text)


def _without_fillers(text: str) -> str:
    return _apply(_FILLERS, text)


_CONTRASTS = _rules(
    # "I send resources. Resources aren't the problem, confidence is": when confidence is.
    (
        r"\b(\w+)\. \1 (?:isn't|aren't|is not|are not|wasn't) (the|a|an) (\w+), (?:but )?"
        r"((?:\w+ ){0,3}\w+) (is|are)(?=[.,]|$)",
        r"\1 when \4 \5 \2 \3",
    ),
    # "Resources aren't the problem, confidence is": confidence is the problem.
    (
        r"[^.?!,]+ (?:isn't|aren't|is not|are not|wasn't) (the|a|an) (\w+), (?:but )?"
        r"((?:\w+ ){0,3}\w+) (is|are)(?=[.,]|$)",
        r"\3 \4 \1 \2",
    ),
    (r"\bit's not (?:just )?(?:the|a|about) [^.,?!]{3,40}, (?=it's\b)", ""),
)


def _without_contrast(text: str) -> str:
    return _apply(_CONTRASTS, text)


_GOES_ON = re.compile(
    r"(?<=[a-z])\.\s+(and (?:not )?)([a-z]+)(?= (?:it|them|him|her|in|on|to|up|with)\b)", re.I
)


def _gone_on(text: str) -> str:
    """Join what goes on behind a stop: "get them to come. and stay in it" is one wish."""
    return _GOES_ON.sub(lambda m: f" {m[1].lower()}{m[2]}" if is_verb(m[2]) else m[0], text)


_REPEATS = _rules(
    (r"\b(every \w+),? every (?:single |last )?one\b(?! of)", r"\1"),
    (r"\b(\w+(?: [\w']+){0,3}),? (?:just|right|yeah),? \1(?= [\w'])", r"\1"),
    (
        r"\b((?!had\b|that\b|very\b|no\b|really\b)\w+(?:'\w+)?(?: [\w']+){0,3}),? \1(?= [\w'])",
        r"\1",
    ),
    (r"\b(think|say|know|want|said|says|thinks),? (?:they|he|she|we|I) \1\b", r"\1"),
    (r"\b(\w{3,}) ((?:the|my|our) [\w ]{2,30}?),? \1 (?:them|it|him|her) (?=\w)", r"\1 \2 "),
    (r"\b((?:I|we|they|he|she) )((?:\w+ ){1,2}\w+) \1(just|really|always) \2\b", r"\1\3 \2"),
)


def _without_repeats(text: str) -> str:
    return _apply(_REPEATS, text)


_SUBJECT = r"(?:I|we|they|he|she|it|there)(?:'\w+)? "
_BREAK = re.compile(rf"(?<=[\w,]) ((?:and then|and now|and|but|so) (?={_SUBJECT}))", re.IGNORECASE)


def _broken(text: str) -> str:
    """Set breaks in speech that came without any (fewer than one in 25 words)."""
    stops, words = len(re.findall(r"[.?!,](?:\s|$)", text)), len(text.split())
    if words < 12 or stops * 25 > words:
        return text
    text = _RESTART.sub(_restart, text)
    return _PARALLEL.sub(r"\1\2. \1", _AFRESH.sub(". ", _BREAK.sub(_break, text)))


# "we sit together after two it's the only time": a new start, unless a word leads to it.
_RESTART = re.compile(r"(?<=[a-z]{2}) (?=(?:it|there|that)'s (?!where\b|why\b|how\b|what\b))")
_LEADS = listed(
    "that think thinks thought because cos if when whenever say says said know knows reckon as "
    "like though although where how why what who which and but so or until till than hope feel "
    "feels suppose guess believe means mean see unless whether since before after while now then "
    "tell me maybe probably well saying thinking knowing sure afraid of to is was"
)


def _restart(match: re.Match[str]) -> str:
    words = match.string[: match.start()].lower().split()
    return match[0] if not words or words[-1] in _LEADS else ". "


# "I interrupt them myself I'm the worst for it I come through": a new start.
_AFRESH = re.compile(
    r"(?:(?<=\b(?:in|on|at|up))|(?<=\b(?:from|with))|(?<=\b(?:out|off|for|now|yet))|"
    r"(?<=\b(?:down|over|away|back|here))) (?=(?:I|we|they|he|she)\b)|"
    r"(?<=\b(?:it|me|us))(?<!'s me)(?<!is me) (?=I\b)|(?<=self) (?=I\b)|"
    r"(?<=\bagain) (?=(?:I|we|they)\b)|"
    r"(?<=\bthem|.\bhim|.\bher)(?<!of them) (?=I'(?:ve|m|d) |I (?:just|only|never|always)\b)"
)
# "we've done the letters we've done the fines": the same opening twice is two statements.
_PARALLEL = re.compile(
    r"\b((?:I|we|they|he|she)(?:'\w+)? \w+\b)((?: (?!and\b|but\b)[\w']+){1,6}) \1\b"
)


def _break(match: re.Match[str]) -> str:
    # "if they met and he lost" is one thought: no break under an "if".
    before = match.string[: match.start()].split(".")[-1].lower().split()[-8:]
    return match[0] if {"if", "unless", "whether"} & set(before) else ". " + match[1]


# "each time they ask I say yes": what happens then belongs to it.
_EACH_TIME = re.compile(
    r"((?:^|[.,] |\b(?:and|but|so) )(?:each|every) time "
    r"(?=(?:I|we|they|he|she|it|an?|the|my|our|some\w+)\b)(?:[\w']+ ){1,9}?[\w']+)\.? "
    r"(?=(?:I|we|they)\b)",
    re.IGNORECASE,
)


def _each_time(text: str) -> str:
    return _EACH_TIME.sub(r"\1, ", text)


_FEASTS = listed("easter christmas ramadan diwali")
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(DAYS | MONTHS | _FEASTS))})s?\b")
_SPACED = _rules(
    (r"\s+", " "),
    (r"\s+([,.?!])", r"\1"),
    (r"([,.?!])(?:[,.]|\s\.)+", r"\1"),
    (r",\s*([.?!])", r"\1"),
    (r"^[\s.,]+", ""),
    (r"([,?!]|(?<!\d)\.)(?=[A-Za-z])(?<!\b\w\.)", r"\1 "),
)


def _spaced(text: str) -> str:
    text = _apply(_SPACED, text).strip()
    return _NAMED.sub(lambda match: match[0].capitalize(), text)


_ENGLISH = re.compile(
    r"\b(?:the|and|i|to|of|a|in|is|it|that|my|we|they|for|not|but|with|on|are|have|no|me|be|from|this|"
    r"each|one|at|they|our|who|when|what|get|than|their|there|by|us|more)\b",
    re.I,
)


def is_english(texts: Iterable[str]) -> bool:
    """Say whether enough of the words are English ones; a few words are given the benefit."""
    words = re.findall(r"\w+", " ".join(texts))
    return len(words) < 12 or len(_ENGLISH.findall(" ".join(words))) / len(words) > 0.12
