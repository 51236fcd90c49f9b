"""Rank: how well a sentence promises to read, and which sentences pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from assistant.summary import grammar
from assistant.summary.check import compared
from assistant.summary.choose import (
    CEILING,
    WANTED,
    coverage,
    dwelt_on,
    length_cost,
    opening_of,
    share_said,
    topics,
)
from assistant.summary.find import Part, find
from assistant.summary.join import Plan, plans
from assistant.summary.language import load
from assistant.summary.own_words import ready_made
from assistant.summary.said import Said
from assistant.summary.words import FUNCTION

_CHECKED = 8  # the best plans of each emphasis are parsed and checked
_SHORT = 4  # and a few more that are short
_THIN = 3  # words of an obstacle that tell nobody what happens: "I translate"
_OPENED = 0.5  # what it is worth to name what the member began with
_UNCLEAR = 1.5  # a sentence with a "he" or "they" of whom nobody knows is not offered

_ASKED = {"try": 2.0, "stopping": 3.0}
"""What it is worth to say all that what is tried, and what stands in the way, turn on."""
_TOLD = 0.03  # what a word of an obstacle is worth: a short one tells nobody what happens

_BESIDE = 0.15  # what it costs that an obstacle speaks of something else than the aim

Ranked = tuple[float, Plan]


def ranked(answers: Mapping[str, str], keep: Callable[[str], bool]) -> list[Ranked]:
    """Return the sentences that pass the check and that `keep` keeps, the best first."""
    found = find(answers)
    weights, opening = topics(found.clauses, found.names), opening_of(found.clauses)
    asked = {key: dwelt_on(found.clauses, key) for key in _ASKED}
    every = (*plans(found), *ready_made(found, answers))
    scored = [
        (worth(plan, weights) + _OPENED * bool(plan.content & opening) + _says(plan, asked), plan)
        for plan in every
        if keep(plan.text)
    ]
    return _passing(_shortlist(sorted(scored, key=_order)), Said(answers, found.said))


def _says(plan: Plan, asked: Mapping[str, Mapping[str, float]]) -> float:
    """Return what it is worth how much a plan says of what was asked, and how fully."""
    ways = sum(part.size for part in plan.parts if part.role == "obstacle")
    share = sum(_ASKED[key] * share_said(plan.content, asked[key]) for key in asked)
    return share + _TOLD * ways


def _order(pair: Ranked) -> tuple[float, str]:
    return -pair[0], pair[1].text


def worth(plan: Plan, weights: Mapping[str, float]) -> float:
    """Return how well a plan promises to read: what it says, less what is wrong with it."""
    core = [part for part in plan.parts if part.role in {"aim", "obstacle"}] or list(plan.parts)
    around = [part for part in plan.parts if part not in core]
    aims = [part for part in core if part.role == "aim"]
    ways = [part for part in core if part.role == "obstacle"] or core
    said = sum(_trust(part) for part in core if part.role == "aim")
    said += sum(_trust(part) for part in ways) / len(ways) + _flow(ways) + _own_part(ways)
    share = 0.5 if any(part.role == "aim" for part in core) else 1.0
    said += sum(share * (_trust(part) - 0.6) for part in around)
    said += 0.9 * coverage(plan.content, weights) + plan.shape
    wrong = 0.35 * (sum(part.size for part in ways) < _THIN)
    wrong += _BESIDE * sum(_is_beside(part, aim) for part in ways for aim in aims)
    wrong += sum(0.3 for part in around if _adds_nothing(part, plan, weights))
    return said - wrong - length_cost(plan.words) - plan.unclear - _repetition(plan)


def _is_beside(way: Part, aim: Part) -> bool:
    """Say whether an obstacle speaks of nothing that the aim speaks of, and not of the member."""
    asked = way.key == "stopping" or way.mine
    named = any(r.noun and r.noun.lemma in aim.content for r in way.refers)
    return not (asked or named or way.content & aim.content)


def _adds_nothing(part: Part, plan: Plan, weights: Mapping[str, float]) -> bool:
    """Say whether a scene only repeats what the rest is about, or a reason speaks of neither."""
    others = frozenset().union(*(other.content for other in plan.parts if other != part))
    if part.role == "reason":
        return not (part.content & others or _OURS.search(part.text))
    return part.role == "scene" and coverage(part.content - others, weights) < 0.1


def _trust(part: Part) -> float:
    if part.role == "aim":
        return part.weight
    mine = 0.15 if part.mine and part.role == "reason" else 0.0
    thin = 0.15 * (part.size < 4) if part.role == "obstacle" else 0.45 * (part.size < 5)
    thin += 0.25 * (not part.content and part.signs <= 0)
    return part.weight + part.signs + mine - thin


_OWN_PART = re.compile(r"I\b")
_LACK = re.compile(r"I(?:'ve| have)(?:n't| not)? (?:no|got|enough)\b|I'm only\b")  # "no time"
_OURS = re.compile(r"\b(?:I|me|my|we|us|our)\b")


def _own_part(ways: Sequence[Part]) -> float:
    """Return what it is worth that the member's own part is told (COACHING.md, second point)."""
    return max(
        (_share(part) for part in ways if part.mine and " feel " not in part.text), default=0
    )


def _share(part: Part) -> float:
    mine = 0.35 if _OWN_PART.search(part.text) and not _LACK.match(part.text) else 0.2
    return mine if part.key == "stopping" else mine - 0.15


def _flow(ways: Sequence[Part]) -> float:
    """Return what it is worth that two obstacles go together.

    They do when one was said after the other, or when the second tells the member's own part.
    """
    if len(ways) < 2 or ways[1].leans:
        return 0.0
    if ways[0].key != ways[1].key:
        return 0.3 if _OWN_PART.match(ways[1].text) and not _OURS.search(ways[0].text) else -0.05
    if not ways[1].mine and ways[1].signs <= 0:
        return -0.2  # "and there is a policy": what of it?
    near = 0.25 if ways[1].index - ways[0].index == 1 else 0.05
    return near if ways[0].key == "stopping" else near - 0.15


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
    docs = load().pipe([plan.text for _, plan in scored])
    passed = [
        pair
        for pair, doc in zip(scored, docs, strict=True)
        if compared(doc, said).passed and not grammar.problems(doc)
    ]
    clear = [pair for pair in passed if pair[1].unclear < _UNCLEAR]
    return sorted(clear or passed, key=_order)
