"""Draft: the sentences that can be offered, and what the member asks of them."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from assistant.summary.clean import is_english
from assistant.summary.language import lemmas
from assistant.summary.own_words import own_words
from assistant.summary.plans import LONG, Emphasis
from assistant.summary.ranking import ranked
from assistant.summary.words import FUNCTION

_OFFERED = 3
_BEHIND = 1.5  # what is so much worse than the best is not offered unasked
_FAR_BEHIND = 4.0  # where nothing else could be offered beside the best
_SAME = 0.8  # two sentences that share more of their words than this are one candidate


@dataclass(frozen=True)
class Candidate:
    """A sentence that passed the check; `emphasis`: goal, obstacle, importance or own."""

    text: str
    emphasis: Emphasis
    worth: float = 0.0  # how well it promises to read; only the order means anything

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Draft:
    """What can be offered for a worksheet.

    `candidates` are ranked and say different things; `best` is the first of them, or the member's
    own best sentence, trimmed, when nothing passed (`own_words`), or None when nothing was said.
    """

    candidates: tuple[Candidate, ...]
    best: Candidate | None
    own_words: bool
    pool: tuple[Candidate, ...] = field(default=(), repr=False)
    worksheet: Mapping[str, str] = field(default_factory=dict, repr=False)


def draft(worksheet: Mapping[str, str], *, language: str = "en") -> Draft:
    """Return the sentences for a worksheet (question key to answer, in the order asked).

    Any answers may be missing. The same answers give the same draft.
    """
    answers = {key: text for key, text in worksheet.items() if text and text.strip()}
    pool: tuple[Candidate, ...] = ()
    if language.startswith("en") and is_english(answers.values()):
        pool = _pool(answers)
    if pool:
        candidates = _varied(pool)
        return Draft(candidates, candidates[0], False, pool, answers)
    own = own_words(answers)
    return Draft((), Candidate(own, "own") if own else None, True, (), answers)


def shorter(draft: Draft, current: Candidate | str) -> Candidate | None:
    """Return the best candidate that is at least three words shorter, or None."""
    limit = len(_text(current).split()) - 3
    return next((c for c in draft.pool if c.words <= limit), None)


def about(draft: Draft, topic: str) -> Candidate | None:
    """Return the best candidate that says most about a topic ("the rota"), or None."""
    wanted = [w for w in re.findall(r"[\w'-]+", topic.lower()) if w not in FUNCTION]
    if draft.own_words or not wanted:
        return None
    pool = (*draft.pool, *_pool(draft.worksheet, wanted))
    scores = [_mentions(candidate.text, wanted) for candidate in pool]
    most = max(scores, default=0)
    return pool[scores.index(most)] if most else None


def not_that(draft: Draft, current: Candidate | str) -> Candidate | None:
    """Return the next candidate after the current one that says something else, or None."""
    order = list(dict.fromkeys((*draft.candidates, *_apart(draft.pool))))
    texts = [candidate.text for candidate in order]
    place = texts.index(_text(current)) + 1 if _text(current) in texts else 0
    return next((c for c in order[place:] if not _alike(c.text, _text(current))), None)


def _text(candidate: Candidate | str) -> str:
    return candidate if isinstance(candidate, str) else candidate.text


def _pool(answers: Mapping[str, str], wanted: Collection[str] = ()) -> tuple[Candidate, ...]:
    plans = ranked(answers, keep=lambda text: not wanted or bool(_mentions(text, wanted)))
    least = plans[0][0] - _FAR_BEHIND if plans and plans[0][1].emphasis != "own" else -math.inf
    return tuple(
        Candidate(plan.text, plan.emphasis, worth) for worth, plan in plans if worth >= least
    )


def _mentions(text: str, wanted: Collection[str]) -> int:
    said = {form for word in re.findall(r"[\w'-]+", text.lower()) for form in lemmas(word)}
    return sum(bool(lemmas(word) & said) for word in wanted)


def _varied(pool: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the best of all, the best of each other emphasis, and what else is as good.

    A second one is offered even where it is a good deal behind: there is to be a choice.
    """
    chosen = _with_others([pool[0]], pool, _BEHIND, _OFFERED)
    return tuple(_with_others(chosen, pool, _FAR_BEHIND, 2))


def _with_others(
    chosen: list[Candidate], pool: tuple[Candidate, ...], behind: float, most: int
) -> list[Candidate]:
    """Add what is worth offering and says something else, the first of each emphasis before."""
    least = pool[0].worth - behind
    worthy = [
        c
        for c in pool
        if c.words <= LONG and c.worth > least and not any(_alike(c.text, o.text) for o in chosen)
    ]
    taken = {other.emphasis for other in chosen}
    firsts = {c.emphasis: c for c in reversed(worthy) if c.emphasis not in taken}.values()
    found = list(chosen)
    for candidate in (*sorted(firsts, key=worthy.index), *worthy):
        if len(found) < most and not any(_alike(candidate.text, other.text) for other in found):
            found.append(candidate)
    return found


def _apart(pool: tuple[Candidate, ...]) -> list[Candidate]:
    apart: list[Candidate] = []
    for candidate in pool:
        if not any(_alike(candidate.text, other.text) for other in apart):
            apart.append(candidate)
    return apart


def _alike(one: str, other: str) -> bool:
    a, b = (set(re.findall(r"[\w'-]+", text.lower())) for text in (one, other))
    return len(a & b) / max(1, len(a), len(b)) > _SAME
