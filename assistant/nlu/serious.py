"""Serious signs, in three tiers: not coping, danger to oneself, others at risk.

The tiers are those of the set's coaching rules: ordinary strain, figures of speech and jokes are
none of them. A sign is noticed by plain words for it, or by what it is made of (`concepts.py`) and
a suspicion, or by the model when it is sure, or by a hint and the model together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.nlu.clauses import Span, clauses
from assistant.nlu.concepts import concepts_in
from assistant.nlu.dialect import standard
from assistant.nlu.mixed import Model
from assistant.nlu.reading import ANSWER, SERIOUS, Reading
from assistant.nlu.serious_words import FIGURES, HARM, HINTS, OF_HARM, PLAIN_WORDS
from assistant.nlu.wording import cut, plain, words

SURE: Mapping[str, float] = {"danger": 0.4, "not_coping": 0.65, "others_at_risk": 0.8}
"""Probability from which the model alone is believed of the whole text."""
ALL_BUT_CERTAIN = 0.97
"""Probability from which it is believed of one clause, torn from the rest; and of others at risk
where no word of harm is said, for a quarrel at work is told in the same words."""
LIKELY: Mapping[str, float] = {"danger": 0.0, "not_coping": 0.15, "others_at_risk": 0.5}
"""Probability by the model without which plain words are not believed: they may be a quotation, or
news of others."""

LIKELY_HINTED: Mapping[str, float] = {"danger": 0.3, "not_coping": 0.55, "others_at_risk": 0.25}
"""Probability from which the model is believed where a word such as "tablets" stands by it."""

BESIDE_A_FIGURE = 0.75
"""Probability from which the model is believed of a text that holds a figure of speech, which it
takes at its word, and nothing that confirms it."""

FAINTEST = 0.01
"""Probability below which it is not asked what a text is made of."""
SUSPICION = 0.1
"""Probability by the wording alone from which a part of a text is read."""
MOST_PARTS = 4
SHORTEST_PART = 4
SURE_BEFORE = 0.7

_TOLD_OF_OTHERS = re.compile(
    r"\b(?:patients?|pupils?|clients?|residents?|staff|prisoners?|students?|tenants?|"
    r"people|families|carers?|nurses?|teachers?|he|she|they|some of (?:them|the)|"
    r"the (?:lad|girl|boy|woman|man)|officers?|colleagues?|my (?:wife|husband|deputy|"
    r"sister|brother|son|daughter|mother|father))"
    r"(?: \w+){0,3}? (?:can't|cannot|couldn't|aren't|isn't|not|were|are|is|was|been|"
    r"getting|say\w*|have|had|has|who)\b|\bthey're\b(?! \w+ing me\b)"
)
"""Somebody else is the one who is not coping: not the member's own sign."""

_OVER = re.compile(
    r"\b(?:i'm|i am|im|we're|feel|felt) (?:\w+ )?(?:fine|better|ok|okay|all right|alright|over it) "
    r"(?:now|since|afterwards|after)\b|\bnowhere near that\b|\bfelt better after\b"
)
"""What tells that it is over: a breakdown years ago is no sign of one today."""
_ONLY_SAID = re.compile(
    r"\b(?:tell|tells|telling|told|say|says|saying|said|pretend\w*|claim\w*|insist\w*|answer\w*|"
    r"reply|replied|act(?:ing)?|look|seem|sound)\b[^.!?;,]*$"
)
"""Before it: being fine is what is told to others. "I tell everyone I'm fine now.\""""
_NOT_FOR_GOOD = re.compile(
    r"^ (?:and (?:then|again)\b|[^.!?;]*\b(?:i'm|i am|im|it's|really|but) not\b|"
    r"[^.!?;]*\bi (?:\w+ )?(?:tell|say|said|told)\b)|^,? (?:is what |or so |so |that's what )?i "
    r"(?:\w+ )?(?:tell|say)\b"
)
"""Behind it: fine at times, or only said to be."""
_STILL = re.compile(
    r"\b(?:not|isn't|aren't|never|can't|cannot|can not|cant|unable to|don't|haven't) "
    r"(?:\w+ ){0,2}(?:cop(?:e|ing)|go on|carry on|keep going|do this|take (?:it|this|any|much)|"
    r"function|sleep\w*|eat|eating|stop)\b|\bstill (?:not|can't|cry\w*|"
    r"hav(?:e|ing)|get(?:ting)?|do|am|struggl\w*|off|shak\w*|on)\b"
)
"""A sign of today: nothing beside it makes it over."""
_PAST = re.compile(
    r"\b(?:had|was|were|did|didn't|couldn't|wasn't|used to|got|went|came|cried|wept|sobbed|ago|"
    r"that (?:year|winter|summer|spring|autumn|time)|back then|in (?:19|20)\d\d)\b"
)
_PRESENT = re.compile(
    r"\b(?:i'm|im|i am|am|is|it's|can't|cannot|cant|don't|i've|i have|keep|need|"
    r"these days|lately)\b"
)
_CLAUSE_ENDS = re.compile(r"[.!?;,:]+|\b(?:but|though|although|yet)\b")


@dataclass(frozen=True)
class Sign:
    """A serious sign: its tier, how sure it is (0 to 1), and the plain answer said before it."""

    tier: str
    confidence: float
    before: str


def notice(text: str, whole: Reading, model: Model) -> Sign | None:
    """Return the sign that a text holds, or None; parts of it are read only if there is cause."""
    parts = _suspicious(text, whole, model)
    readings = model.read([part.text for part in parts])
    found = serious_sign(text, [whole, *readings, *model.read(_spelt_otherwise(text))])
    if found is None:
        return None
    return Sign(*found, before=_before(text, parts, readings, model))


def _spelt_otherwise(text: str) -> list[str]:
    """Return the text in the spelling that the model knows better, if it is in another."""
    low = plain(text)
    return [standard(low)] if standard(low) != low else []


def _suspicious(text: str, whole: Reading, model: Model) -> list[Span]:
    """Return the clauses that may hold a sign, at most `MOST_PARTS`."""
    parts = [part for part in clauses(cut(text)) if len(words(part.text)) >= SHORTEST_PART]
    if len(parts) < 2:
        return []
    shares = [
        sum(_of(Reading("", glance)).values())
        for glance in model.glance([part.text for part in parts])
    ]
    order = sorted(range(len(parts)), key=lambda index: -shares[index])[:MOST_PARTS]
    return [parts[index] for index in sorted(order) if shares[index] >= SUSPICION]


def _before(text: str, parts: Sequence[Span], readings: Sequence[Reading], model: Model) -> str:
    """Return what was said before the first part that holds the sign, if it is an answer."""
    signs = [
        part
        for part, reading in zip(parts, readings, strict=True)
        if serious_sign(part.text, [reading])
    ]
    head = cut(text)[: signs[0].start].strip() if signs else ""
    if not words(head):
        return ""
    (reading,) = model.read([head])
    is_answer = reading.shares.get(ANSWER, 0.0) >= SURE_BEFORE and not serious_sign(head, [reading])
    return head if is_answer else ""


def serious_sign(text: str, readings: Sequence[Reading]) -> tuple[str, float] | None:
    """Return the tier of a sign in the text and how sure it is, or None.

    `readings` are the model's, of the whole text and of parts of it.
    """
    low = FIGURES.sub(" ", standard(plain(text)))
    said = [tier for tier, pattern in PLAIN_WORDS.items() if _says(tier, pattern, low)]
    model = _strongest(readings)
    tier = max(model, key=lambda name: model[name])
    total = max((sum(_of(reading).values()) for reading in readings), default=0.0)
    plainly = next((name for name in said if _support(name, readings) >= LIKELY[name]), None)
    plainly = plainly or _made_of(low, readings)
    if plainly == "not_coping" and _is_over(low):
        return None
    if plainly is not None:
        return plainly, max(total, SURE[plainly])
    whole = sum(_of(readings[0]).values())
    bar = _bar(tier, low)
    if FIGURES.search(standard(plain(text))) and not HINTS.search(low):
        bar = max(bar, BESIDE_A_FIGURE)
    believed = whole >= bar or total >= ALL_BUT_CERTAIN
    return (tier, total) if believed else None


def _is_over(low: str) -> bool:
    """Whether the text tells that not coping is over: its sign is of the past, and none of today.

    When in doubt it is not: an old sorrow taken for a new one costs one question more.
    """
    over = _OVER.search(low)
    if over is None or _STILL.search(low):
        return False
    before, after = low[: over.start()], low[over.end() :]
    if _ONLY_SAID.search(before) or _NOT_FOR_GOOD.search(after):
        return False
    parts = [part for text in (before, after) for part in _CLAUSE_ENDS.split(text)]
    signs = [part for part in parts if _holds_not_coping(part)] or [f"{before} {after}"]
    return all(_PAST.search(sign) and not _PRESENT.search(sign) for sign in signs)


def _holds_not_coping(part: str) -> bool:
    if _says("not_coping", PLAIN_WORDS["not_coping"], part):
        return True
    return any(concept.tier == "not_coping" for concept in concepts_in(part))


def _made_of(low: str, readings: Sequence[Reading]) -> str | None:
    """Return the tier of which the text holds a concept that the model does not rule out.

    The more of a tier's concepts it holds, the less the model has to suspect.
    """
    whole, *parts = readings
    if max(_strongest(readings).values()) < FAINTEST:
        return None
    found = concepts_in(low)
    believed = {}
    for tier in {concept.tier for concept in found}:
        held = [concept for concept in found if concept.tier == tier]
        holding = [part for part in parts if set(held) & set(concepts_in(plain(part.text)))]
        share = max(reading.shares.get(tier, 0.0) for reading in (whole, *holding))
        if share >= min(concept.needs for concept in held) / len(held):
            believed[tier] = share
    if "danger" in believed:
        return "danger"
    return max(believed, key=lambda tier: believed[tier], default=None)


def _support(tier: str, readings: Sequence[Reading]) -> float:
    """Return what the model makes of the whole, and of the parts that hold the words for a tier."""
    whole, *parts = readings
    held = [part for part in parts if _says(tier, PLAIN_WORDS[tier], plain(part.text))]
    return max(sum(_of(reading).values()) for reading in (whole, *held))


def _bar(tier: str, low: str) -> float:
    """Return how sure the model has to be of a whole text where nothing plain is said."""
    at_risk = tier == "others_at_risk"
    if (HARM if at_risk else HINTS).search(low):
        return LIKELY_HINTED[tier]
    return SURE[tier] if OF_HARM.search(low) or not at_risk else ALL_BUT_CERTAIN


def _says(tier: str, pattern: re.Pattern[str], low: str) -> bool:
    if tier != "not_coping":
        return bool(pattern.search(low))
    return any(
        not _TOLD_OF_OTHERS.search(_sentence(low, found.start(), found.end()))
        for found in pattern.finditer(low)
    )


def _sentence(low: str, start: int, end: int) -> str:
    before = re.split(r"[.!?;]", low[:start])[-1]
    return before + low[start:end]


def _strongest(readings: Iterable[Reading]) -> dict[str, float]:
    strongest = dict.fromkeys(sorted(SERIOUS), 0.0)
    for reading in readings:
        for tier, share in _of(reading).items():
            strongest[tier] = max(strongest[tier], share)
    return strongest


def _of(reading: Reading) -> dict[str, float]:
    return {tier: reading.shares.get(tier, 0.0) for tier in SERIOUS}
