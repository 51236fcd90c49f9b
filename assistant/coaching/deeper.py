"""Going deeper: which further questions the answers call for, two at most.

Source: COACHING, the table under "Talk". A rule is a signal in the member's own words and the
question that it leads to; the first two whose signal is there are asked, in the table's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.coaching.adding import STAY
from assistant.coaching.quoting import ended, is_short, quoted, sentence_with
from assistant.coaching.readable import readable
from assistant.coaching.state import State

MOST = 2

_SHORT_PROBLEM = 12  # words, fewer of which leave the story untold
_FEW_WORDS = 3
_NUMBERS = 3

_DEEDS = (
    "asked|told|spoke|spoken|talked|rang|rung|phoned|called|emailed|wrote|written|sent|showed|shown|"
    "met|went|gone|visited|invited|suggested|offered|proposed|raised|brought|started|began|begun|"
    "organised|arranged|set up|introduced|ran|held|piloted|moved|changed|stopped|swapped|drafted"
)
_TRIED = re.compile(
    r"\b(?:(?:we|i)(?:'ve| have)? (?:already )?tried|(?:we|i) keep (?:on )?\w+ing|"
    r"(?:we|i)(?:'ve| have) been trying|tried (?:it|that|this|to)|last time (?:we|i)|"
    r"(?<!\bif )(?<!\bwhen )(?:we|i)(?:'ve| have)? (?:(?:already|even|once|just) )?"
    rf"(?:{_DEEDS}))\b",
    re.IGNORECASE,
)
"""Something tried, or a step that was taken: "I sent her my list", not "if I sent it"."""
_SPEECH = re.compile(
    r"[\"\u201c][^\"\u201d]{4,}[\"\u201d]|"
    r"(?<!\bi )(?<!\bi've )(?<!\bi have )(?<!\bit )\b(?:said|says)\b"
    r"(?! (?:something|nothing|anything|so|it(?= \w+ly\b|[,.;!?]|$))\b)|"
    r"(?<!\bever )(?<!\bnever )(?<!\bnobody )(?<!\bno one )\btold (?:me|us|her|him)\b",
    re.IGNORECASE,
)
"""Somebody's words to somebody; "he says it beautifully" and "nobody told her" tell none."""
_ONE_OFF = re.compile(
    r"\b(?:(?<!\bat )once(?! (?:a|an|every|per|in a|we|you|they|i|he|she|it|it's|the|all)\b)|"
    r"one (?:day|morning|night|evening)|the (?:second|third|other) (?:time|day)|yesterday|"
    r"last (?:week|month|year|night|monday|tuesday|wednesday|thursday|friday)(?!'s)|there was a)\b",
    re.IGNORECASE,
)
_STRAIN = re.compile(
    r"\b(?:tired|exhausted|worn out|fed up|dread\w*|afraid|scared|feart|frightened|asham\w+|"
    r"embarrass\w+|guilt\w*|angry|furious|lonely|awake|cry|crying|tears|anxious|stress\w*|hate|"
    r"(?<!\bnot to )(?<!\bdon't )worr\w+|can't stand|ground down|at the end of|"
    r"stuck(?! (?:it )?(?:out|to|with)\b)|(?<!\boff )(?<!\bin )(?<!\bwith )"
    r"sick(?! (?:leave|pay|notes?|days?|people|patients|child\w*|rates?|list)\b))\b"
)
"""Strain of the member's own; nobody's being off sick."""
_OTHERS_THINK = re.compile(
    r"(?<!\bi )(?<!\bi don't )\b(?:thinks?|blames?|refuses?|reckons?|complains?|couldn't care)\b|"
    r"(?<!\bi )(?<!\bit )\b(?:won't|don't (?:want|think))\b"
)
_OTHERS_FEEL = re.compile(
    r"(?<!\bi )\b(?:feels?|felt)\b|"
    r"\b(?:they|he|she|staff|team|people|everyone|nurses|parents|them)\b[^.]{0,40}\b(?:feel\w*|"
    r"felt|"
    r"fears?|afraid|scared|frightened|angry|upset|worried|embarrassed|lonely|hurt|proud)\b"
)
_ABSOLUTE = re.compile(r"\b(?:never asked|nobody|no one|always|nobody's|everybody)\b")
_QUIET = re.compile(
    r"\b(?:i (?:go|went|keep|stay) quiet|i (?:freeze|avoid|give in|back down|clam up))\b"
)
_NOTHING = re.compile(
    r"^\W*(?:nothing|not much|no idea|i (?:don't|do not) know|don't know|dunno)\b"
)


@dataclass(frozen=True)
class Said:
    """What the rules look at: the worksheet and the six as said, in small letters.

    Attributes:
        all: every answer.
        told: the answers that tell what is or was, without those that tell what is hoped for.
        problem: the problem.
        can_do: what can be done; None where nothing was said.
        felt: how the member feels has been told.
        stayed: it was asked whether to stay with a feeling, so that how they feel is not asked too.
    """

    all: str
    told: str
    problem: str
    can_do: str | None
    felt: bool
    stayed: bool


@dataclass(frozen=True)
class Rule:
    """A signal, the question that it leads to, and why."""

    question: str
    signal: Callable[[Said], bool]
    because: str


def _others_judge_and_no_feeling(said: Said) -> bool:
    return bool(_OTHERS_THINK.search(said.all)) and not _OTHERS_FEEL.search(said.all)


def _strained_or_only_numbers(said: Said) -> bool:
    """Whoever would rather go on than stay with it has said so, and is not asked by another way."""
    if said.stayed:
        return False
    counted = len(re.findall(r"\d+", said.problem)) >= _NUMBERS
    return bool(_STRAIN.search(said.all)) or (counted and not re.search(r"\bfeel", said.all))


def _nothing_to_be_done(said: Said) -> bool:
    empty = said.can_do is None or len(said.can_do.split()) < _FEW_WORDS
    return empty or bool(_NOTHING.search(said.can_do or "")) or bool(_QUIET.search(said.all))


def _worth_a_story(said: Said) -> bool:
    told = _SPEECH.search(said.told) or _ONE_OFF.search(said.told)
    return bool(told) or 0 < len(said.problem.split()) < _SHORT_PROBLEM


RULES: tuple[Rule, ...] = (
    Rule("learned", lambda said: bool(_TRIED.search(said.told)), "something was tried"),
    Rule("story", _worth_a_story, "somebody's words, one event, or a short problem"),
    Rule("feelings", _strained_or_only_numbers, "a strained word, or only numbers"),
    Rule("others_feel", _others_judge_and_no_feeling, "what others think, not how they feel"),
    Rule(
        "raises",
        lambda said: said.felt or bool(_ABSOLUTE.search(said.all)),
        "a feeling was told; or never asked, nobody, always",
    ),
    Rule("admire", _nothing_to_be_done, "nothing that can be done, or going quiet"),
)
"""In the order in which they are asked."""

_ABOUT: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "learned": (_TRIED,),
    "story": (_SPEECH, _ONE_OFF),
}
"""Question -> what the words that it is about hold."""

_TOLD = frozenset(
    (
        *("problem", "importance_self", "importance_practice", "stakeholders", "difficulties"),
        *("more_stopping", "more_can_do", STAY),
        *("stopping", "can_do", "who_knows", "who_cares", "who_helps"),
    )
)
_HOPED_FOR = frozenset(
    ("progress_signs", "benefits_self", "benefits_others", "benefits_practice", "try")
)
_READ = _TOLD | _HOPED_FOR


def going_deeper(state: State) -> Iterator[str]:
    """The further question that the answers call for next; none once two were asked."""
    dealt = [rule for rule in RULES if _is_dealt_with(rule.question, state)]
    if len(dealt) < MOST:
        called_for = _called_for(_said(state))
        yield from [key for key in called_for if not _is_dealt_with(key, state)][:1]


def words_behind(question: str, state: State, quoted_before: Sequence[str] = ()) -> str | None:
    """The words that a further question is about, quoted: what was tried, which story.

    A story is not asked for with words that a question before it was about, or that were quoted
    before; "what have you learned from that?" cannot do without. Where no other words are left, it
    is the story of the problem, which is quoted whole or not at all.
    """
    is_story = question == "story"
    of_learned = _quotes("learned", state)[:1] if _is_dealt_with("learned", state) else []
    before = [*of_learned, *quoted_before] if is_story else []
    problem = state.answers.get("problem") if is_story else None
    whole = [quoted(readable(problem))] if problem and is_short(readable(problem)) else []
    found = [*_quotes(question, state), *whole]
    fresh = (words for words in found if not any(words in other for other in before))
    said = next(fresh, None)
    return ended(said) if said is not None else None


def _quotes(question: str, state: State) -> list[str]:
    """The sentences that a further question may be about, the first of them first."""
    told = [readable(text) for key, text in state.answers.items() if key in _TOLD]
    found = (sentence_with(text, cue) for cue in _ABOUT.get(question, ()) for text in told)
    return [words for words in found if words is not None]


def _is_dealt_with(key: str, state: State) -> bool:
    return key in state.answers or key in state.skipped


def _said(state: State) -> Said:
    own = {key: _plain(text) for key, text in state.answers.items() if key in _READ}
    return Said(
        all="\n".join(own.values()),
        told="\n".join(text for key, text in own.items() if key in _TOLD),
        problem=own.get("problem", ""),
        can_do=own.get("can_do"),
        felt="feelings" in state.answers or STAY in state.answers,
        stayed=STAY in state.trail,
    )


def _plain(text: str) -> str:
    return readable(text).lower().replace("\u2019", "'")


@lru_cache(maxsize=64)
def _called_for(said: Said) -> tuple[str, ...]:
    """Cached: a turn asks several times where the preparation stands."""
    return tuple(rule.question for rule in RULES if rule.signal(said))
