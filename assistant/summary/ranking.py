"""Rank: how well a sentence promises to read, and which sentences pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.summary import grammar
from assistant.summary.check import compared
from assistant.summary.choose import (
    CEILING,
    TYPICAL,
    WANTED,
    coverage,
    dwelt_on,
    length_cost,
    opening_of,
    salience,
    share_said,
    topics,
)
from assistant.summary.find import Found, Part, find
from assistant.summary.join import Plan, plans, wishes
from assistant.summary.language import load
from assistant.summary.own_words import ready_made
from assistant.summary.said import Said
from assistant.summary.words import FUNCTION

_CHECKED = 8  # the best plans of each emphasis are parsed and checked
_SHORT = 4  # and a few more that are short
_BATCH, _TRIED = 16, 64  # more of them, where none of these pass
_UNCLEAR = 1.5  # a sentence with a "he" or "they" of whom nobody knows is not offered

# What a plan is worth. The weights hardly matter as long as what stands in the way is told.
_ASKED = {"try": 2.0, "stopping": 3.0, "problem": 0.5}  # to say all that these answers turn on
_COVERED = 0.9  # to say what the whole worksheet turns on
_OPENED = 0.5  # to name what the member began with
_AIM = 1.5  # how plainly it is an aim
_SHARED = 0.3  # that the obstacle speaks of what the aim speaks of
_OWN = 0.7  # that the member's own part is told
_TOLD = 0.03  # a word of an obstacle: a short one tells nobody what happens
_EVENT = 0.2  # what it costs to tell first what goes on, and then what stops the member
_IDLE = 0.3  # what it costs to add what is no trouble
_DOUBT, _SURE = 0.7, 1.0  # what it costs an opening to be less sure: it names no trouble
_CAUSE = 0.3  # what it costs to say what came of something, and not of what

Ranked = tuple[float, Plan]


@dataclass(frozen=True)
class Weights:
    """What is worth saying: lemmas and their weights, over the worksheet and by question."""

    likely: Mapping[str, float]
    topics: Mapping[str, float]
    opening: Collection[str]
    asked: Mapping[str, Mapping[str, float]]


def weights_of(found: Found) -> Weights:
    """Return what is worth saying of what was found."""
    return Weights(
        salience(found.clauses),
        topics(found.clauses, found.names),
        opening_of(found.clauses),
        {key: dwelt_on(found.clauses, key) for key in _ASKED},
    )


def ranked(answers: Mapping[str, str], keep: Callable[[str], bool]) -> list[Ranked]:
    """Return the sentences that pass the check and that `keep` keeps, the best first."""
    found = find(answers)
    weights = weights_of(found)
    said = Said(answers, found.said)
    for every in ((*plans(found), *ready_made(found, answers)), tuple(wishes(found))):
        scored = [(worth(plan, weights), plan) for plan in every if keep(plan.text)]
        if passing := _passing(sorted(scored, key=_order), said):
            return passing
    return []


def _order(pair: Ranked) -> tuple[float, str]:
    return -pair[0], pair[1].text


def worth(plan: Plan, weights: Weights) -> float:
    """Return how well a plan promises to read: what it says, less what is wrong with it."""
    aims = [part for part in plan.parts if part.role == "aim"]
    ways = [part for part in plan.parts if part.role == "obstacle"]
    said = _salient(plan.content, weights) + plan.shape + _AIM * sum(part.weight for part in aims)
    if ways:
        said += sum(part.weight + part.signs for part in ways) / len(ways)
        said += _OWN * _own_part(ways) + _TOLD * sum(part.size for part in ways)
        said -= _EVENT * (ways[0].key == "problem" and len(ways) > 1)
        said -= _CAUSE * (ways[0].lead == "so") + _IDLE * any(map(_is_idle, ways[1:]))
    around = (part.weight + part.signs for part in plan.parts if part not in aims + ways)
    said -= _DOUBT * sum(max(0.0, _SURE - trust) for trust in around)
    said += _SHARED * any(aim.content & way.content for aim in aims for way in ways)
    return said - length_cost(plan.words) - plan.unclear - _repetition(plan)


def _is_idle(way: Part) -> bool:
    """Say whether a second obstacle tells of no trouble and no deed: "and there is a policy"."""
    return way.signs <= 0 and not way.mine and way.lead != "so"


def _salient(told: Collection[str], weights: Weights) -> float:
    """Return what it is worth to say some lemmas."""
    said = share_said(told, weights.likely, TYPICAL) + _COVERED * coverage(told, weights.topics)
    said += _OPENED * any(lemma in weights.opening for lemma in told)
    return said + sum(_ASKED[key] * share_said(told, weights.asked[key]) for key in _ASKED)


_OWN_PART = re.compile(r"I\b")
_LACK = re.compile(r"I(?:'ve| have)(?:n't| not)? (?:no|got|enough)\b|I'm only\b")  # "no time"


def _own_part(ways: Sequence[Part]) -> float:
    """Return what it is worth that the member's own part is told (COACHING.md, second point)."""
    return max(
        (_share(part) for part in ways if part.mine and " feel " not in part.text), default=0
    )


def _share(part: Part) -> float:
    mine = 0.35 if _OWN_PART.search(part.text) and not _LACK.match(part.text) else 0.2
    return mine if part.key == "stopping" else mine - 0.15


def _repetition(plan: Plan) -> float:
    words = [w for w in re.findall(r"[a-z]{3,}", plan.text.lower()) if w not in FUNCTION]
    takes_back = 0.3 * (len(re.findall(r"\bbut\b", plan.text)) > 1)
    joins = len(re.findall(r"\band\b|\bbut\b|\bbecause\b|\bso\b", plan.text))
    return 0.04 * (len(words) - len(set(words))) + 0.08 * max(0, joins - 2) + takes_back


def _shortlist(scored: Sequence[Ranked]) -> list[Ranked]:
    """Keep the best plans of every emphasis, and a few short ones."""
    kept: list[Ranked] = []
    counts: Counter[str] = Counter()
    for pair in scored:
        plan = pair[1]
        if plan.words <= CEILING and counts[plan.emphasis] < _CHECKED:
            counts[plan.emphasis] += 1
            kept.append(pair)
    short = [pair for pair in scored if pair[1].words < WANTED[0] and pair not in kept]
    return kept + short[:_SHORT]


def _passing(scored: Sequence[Ranked], said: Said) -> list[Ranked]:
    """Return the plans that pass; those that are less good are tried where none of the best do."""
    first = _shortlist(scored)
    rest = [pair for pair in scored if pair not in first and pair[1].words <= CEILING]
    batches = (first, *(rest[i : i + _BATCH] for i in range(0, min(len(rest), _TRIED), _BATCH)))
    passed = next(filter(None, (_checked(batch, said) for batch in batches)), [])
    clear = [pair for pair in passed if pair[1].unclear < _UNCLEAR]
    return sorted(clear or passed, key=_order)


def _checked(scored: Sequence[Ranked], said: Said) -> list[Ranked]:
    docs = load().pipe([plan.text for _, plan in scored])
    return [
        pair
        for pair, doc in zip(scored, docs, strict=True)
        if compared(doc, said).passed and not grammar.problems(doc)
    ]
