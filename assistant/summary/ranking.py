"""Rank: how well a sentence promises to read, and which sentences pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from assistant.summary import grammar
from assistant.summary.check import CEILING, WANTED, compared
from assistant.summary.language import load
from assistant.summary.own_words import ready_made
from assistant.summary.pieces import find
from assistant.summary.plans import Plan, lesser, plans, seen
from assistant.summary.said import Said
from assistant.summary.salience import salience
from assistant.summary.weights import PLANS, held

WEIGHTS = PLANS
_CHECKED = 5  # the best plans of each emphasis are parsed and checked
_SHORT = 4  # and a few more that are short
_BATCH, _TRIED = 16, 64  # more of them, where none of these pass
_WHOLE = 20.0  # what a sentence of the member's is worth that needs nothing: more than ours

Ranked = tuple[float, Plan]


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    arrays = held(WEIGHTS)
    return dict(zip(str(arrays["names"]).split("\n"), map(float, arrays["weights"]), strict=True))


def worth(figures: Mapping[str, float]) -> float:
    """Return how well a plan promises to read, from what is seen of it (`plans.seen`)."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * figure for name, figure in figures.items())


def ranked(answers: Mapping[str, str], keep: Callable[[str], bool]) -> list[Ranked]:
    """Return the sentences that pass the check and that `keep` keeps, the best first."""
    found = find(answers)
    about = salience(found.said)
    said = Said(answers, found.said)
    own = [(_WHOLE, plan) for plan in ready_made(found.said) if keep(plan.text)]
    for every in (plans(found.pieces), lesser(found.pieces)):
        once = {plan.text: plan for plan in every if keep(plan.text)}.values()
        scored = [(worth(seen(plan, about)), plan) for plan in once]
        if passing := _passing([*own, *sorted(scored, key=_order)], said):
            return passing
    return []


def _order(pair: Ranked) -> tuple[float, str]:
    return -pair[0], pair[1].text


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
    return sorted(next(filter(None, (_checked(batch, said) for batch in batches)), []), key=_order)


def _checked(scored: Sequence[Ranked], said: Said) -> list[Ranked]:
    docs = load().pipe([plan.text for _, plan in scored])
    return [
        pair
        for pair, doc in zip(scored, docs, strict=True)
        if compared(doc, said).passed and not grammar.problems(doc)
    ]
