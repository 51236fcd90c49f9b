"""Strain that is really felt: ordinary, and strong enough to stay with for a moment.

Source: COACHING, "When it is serious", the first row. Not every strained word (those of
assistant/coaching/deeper.py): "tired" and "fed up" are said of a form. It is what takes somebody's
sleep, their tears or their stomach, or what they dread; theirs, now, and not denied.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NOT_I = (
    r"he|she|they|we|you|who|him|her|them|us|somebody|someone|everyone|everybody|people|staff|team|"
    r"parents|patients|pupils|children|kids|nurses|colleagues|the \w+ (?:who|that|is|are|was|were)"
)
_NOT_SO = r"not|never|no|without|stop|stopped|used|would|wouldn't|don't|didn't|won't|doesn't"
_UP_TO_CUE = rf"(?:\s+(?!(?:{_NOT_I}|{_NOT_SO})\b)[\w']+){{0,7}}?\s+"
"""At most seven words, none of them somebody else or a denial."""
_AND_SO = r"(?:(?:and|but|so|well|honestly|still|just|often|always|mostly|now|even)\s+){0,3}"
_BEGINS = rf"(?:^|[.,;:!?\n\u2013\u2014-])\s*{_AND_SO}"
"""Where "I" is left out: "Lying awake over it.\""""

_VERY = r"(?:(?:physically|really|properly|quite|so|just|absolutely|actually)\s+)?"
_FOR_A_REASON = (
    r"(?!(?:\s*[ap]m| in the morning| o'clock)?,? (?:to (?:catch|get|drive|open|feed|milk|bake|"
    r"start|make|do|travel|take|let|beat|set|unload|load|prepare)\b(?! (?:a breath|over|away))|"
    r"for (?:the|a|an|my|our) (?:\w+ ){0,2}(?:shifts?|train|bus|coach|ferry|flight|plane|run|"
    r"rounds?|deliver(?:y|ies)|market|gym|feeds?|milking)\b))"
)
"""Somebody who wakes at four for an early shift has not lost sleep over it."""
_LAUGHING = r"(?! (?:(?:of|with|from) )?(?:laugh\w*|joy|happiness|relief)\b)"
_NO_TEARS = rf"{_LAUGHING}(?! (?:out for|off|wolf|over spilt|shame)\b)"
_SICK = rf"{_VERY}sick(?!\s+(?:of|leave|pay|days?|notes?)\b)"
_MINE = (
    r"(?:lie|lay|lying) awake|(?:wide )?awake (?:at|till|until|half|most|all|over|with|worrying)\b",
    r"(?:can't|cannot|can not|couldn't|hardly|barely|don't|didn't|do not|not)"
    r"(?: (?:even|really|get to))* (?:sleep|slept|sleeping)\b(?! on (?:the job|duty)\b)",
    r"(?:lose|lost|losing) (?:\w+ )?sleep\b",
    r"w(?:ake|aking|oke)(?: up)? (?:at (?:two|three|four|[2-4])\b|in the (?:small|early) hours)"
    + _FOR_A_REASON,
    rf"(?:cry|cried|crying|weep|wept|weeping|sob|sobbed|sobbing)\b{_NO_TEARS}",
    r"(?:can't|cannot|couldn't) stop (?:crying|shaking)",
    rf"in (?:floods of )?tears\b{_LAUGHING}|(?:close|near) to tears\b",
    r"(?:dread|dreading)\b(?! to (?:think|imagine|say|guess|ask)\b)",
    rf"(?:feel|felt|feeling) {_SICK}|sick (?:about|over|with (?:worry|nerves|fear))\b",
    r"(?:terrified|petrified|heartbroken|distraught)\b",
    r"at (?:my wits' end|the end of my (?:tether|rope))\b",
)
_ME = (
    r"keep(?:s|ing)? me (?:up|awake)\b|kept me (?:up|awake)\b",
    rf"(?:makes?|made|making) me (?:(?:feel|want to) )?(?:{_SICK}|cry|weep)\b",
    r"(?:turns?|turned|churns?) my stomach|my (?:stomach|insides|guts) (?:\w+ )?"
    r"(?:turns?|churns?|churning|drops?|sinks?|knots?|flips?|lurch\w*|in knots)",
    r"\b(?:knots?|pit|feeling) (?:in|of) (?:the pit of )?my (?:stomach|tummy|chest)",
    r"(?:breaks?|breaking|broke) my heart|my heart (?:races|pounds|breaks)",
    r"(?:bring|brings|reduces?|reduced) me to tears|had me in tears",
)
_FELT = re.compile(
    rf"(?<!\bif )\b(?:i|i'm|im|i've|ive|i'll){_UP_TO_CUE}(?:{'|'.join(_MINE)})"
    rf"|{_BEGINS}(?:{'|'.join(_MINE)})|(?:{'|'.join(_ME)})"
)
_SAID_BY_SOMEBODY = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d")


@lru_cache(maxsize=64)
def is_felt(text: str) -> bool:
    """Whether an answer tells of strain that the member really feels.

    Cached: a turn asks several times where the preparation stands.
    """
    own = _SAID_BY_SOMEBODY.sub(" ", text.lower().replace("\u2019", "'"))
    return bool(_FELT.search(own))
