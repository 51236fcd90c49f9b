"""The choice among plans, learned from what the marks say that a sentence is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from assistant.embedding import embedder
from assistant.summary.check import CEILING, WANTED
from assistant.summary.fitting.marked import Marked, Session, bare
from assistant.summary.judge import ROLES, Role, Vectors
from assistant.summary.language import lemmas
from assistant.summary.pieces import LONGEST, Piece, said_aloud
from assistant.summary.plans import Plan, loose, plans, seen, topics
from assistant.summary.ranking import WEIGHTS
from assistant.summary.reading import Sentence

_FIRST, _FURTHER = 0.45, 0.3  # what the aim and the first obstacle are worth, and what others are
_UNMARKED = -0.25  # and what nobody marked
_BEST, _MENTIONED = 0.4, 1.5  # what it is worth to be a reader's choice, and to mention everything
_OUT_OF_BREATH, _TOO_SHORT = 0.5, 0.3  # what five words too many or too few cost
_UNCLEAR = (0.2, 0.07, 0.0)  # what a piece costs, by how clear it is by itself
_LOOSE = 0.35  # what it costs that a pronoun stands for nobody; more than two cost no more
_FAR = -15.0  # what is worth less was not looked at closely
_STEADY = 0.02  # how much the weights are held back


@dataclass(frozen=True)
class Choice:
    """The plans of one session: what is seen of each, what each is worth, what it mentions."""

    seen: Sequence[Mapping[str, float]]
    worth: Vectors
    mentioned: Vectors
    plans: Sequence[Plan]


def choice(
    session: Session, said: Sequence[Sentence], examples: Sequence[Marked], apart: Vectors
) -> Choice:
    """Return the plans that can be made of a session, its pieces judged by `apart`."""
    pieces, values = _pieces(examples, apart)
    about, every = topics(said), [p for p in plans(pieces) if p.words <= CEILING]
    best = [_spans_of(session, numbers) for numbers in session["best"]]
    return Choice(
        [seen(plan, about) for plan in every],
        np.array([_worth(plan, values, best, session) for plan in every]),
        np.array([_mentioned(plan.text, session) for plan in every]),
        every,
    )


def _pieces(
    examples: Sequence[Marked], apart: Vectors
) -> tuple[Mapping[Role, Sequence[Piece]], Mapping[int, Marked]]:
    close = [(e, row) for e, row in zip(examples, apart, strict=True) if row[0] > _FAR]
    meanings = embedder()([example.wording.text for example, _ in close])
    found: defaultdict[Role, list[Piece]] = defaultdict(list)
    values = {}
    for (example, (worth, clear)), meaning in zip(close, meanings, strict=True):
        w = example.wording
        text = said_aloud(w.doc)
        piece = Piece(w.role, w.span, text, w.doc, float(worth), float(clear), meaning)
        if piece.size <= LONGEST:
            found[w.role].append(piece)
            values[id(piece)] = example
    for pieces in found.values():
        pieces.sort(key=lambda piece: (-piece.worth, piece.text))
    return {role: found[role] for role in ROLES}, values


def _spans_of(session: Session, numbers: Sequence[int]) -> frozenset[tuple[str, str]]:
    known = [session["pieces"][n] for n in numbers if n < len(session["pieces"])]
    return frozenset((piece["key"], bare(piece["span"])) for piece in known)


def _worth(
    plan: Plan,
    values: Mapping[int, Marked],
    best: Sequence[frozenset[tuple[str, str]]],
    session: Session,
) -> float:
    marked = [values[id(piece)] for piece in plan.parts]
    first = (plan.aim, plan.ways[0])
    worth = 0.0
    for piece, mark in zip(plan.parts, marked, strict=True):
        weight = _FIRST if piece in first else _FURTHER
        worth += weight * mark.value / 3 if mark.value else _UNMARKED
    worth -= sum(_UNCLEAR[piece.clear] for piece in marked if piece.clear is not None)
    worth -= _LOOSE * min(2, loose(plan.parts))
    same = frozenset((piece.span.key, bare(piece.span.text)) for piece in plan.parts)
    worth += _BEST * (same in best)
    worth += _MENTIONED * _mentioned(plan.text, session)
    least, most = WANTED
    worth -= _OUT_OF_BREATH * max(0, plan.words - most - 1) / 5
    return worth - _TOO_SHORT * max(0, least - plan.words) / 5


def _mentioned(text: str, session: Session) -> float:
    """Return the share of what has to be mentioned that is, as the benchmark counts it."""
    said = {form for word in text.lower().strip(".").split() for form in lemmas(word.strip(",'"))}
    wanted = session["must_mention"]
    others = session.get("must_mention_alternatives", {})
    named = [
        any(
            all(lemmas(part) & said for part in form.lower().split())
            for form in (word, *others.get(word, ()))
        )
        for word in wanted
    ]
    return sum(named) / len(named) if named else 1.0


@dataclass(frozen=True)
class Weights:
    """The weight of each figure of a plan."""

    names: Sequence[str]
    weights: Vectors

    def scores(self, choice: Choice) -> Vectors:
        """Return how well each plan promises to read, shape (plans,)."""
        return np.array(_table(choice, self.names) @ self.weights)

    def write(self) -> None:
        """Write them for `ranking`."""
        held = np.array("\n".join(self.names)), self.weights.astype(np.float32)
        np.savez_compressed(WEIGHTS, names=held[0], weights=held[1])


def learn_choice(choices: Sequence[Choice]) -> Weights:
    """Return the weights under which the plans that are likely to be chosen are worth most."""
    names = sorted({name for choice in choices for figures in choice.seen for name in figures})
    tables = [_table(choice, names) for choice in choices]
    spread = np.concatenate(tables).std(axis=0) + 1e-6

    def cost(weights: Vectors) -> tuple[float, Vectors]:
        total, slope = 0.0, np.zeros_like(weights)
        for table, choice in zip(tables, choices, strict=True):
            odds = (table / spread) @ weights
            likely = np.exp(odds - odds.max())
            likely /= likely.sum()
            mean = likely @ choice.worth
            total -= mean
            slope -= (table / spread).T @ (likely * (choice.worth - mean))
        steady = _STEADY * weights @ weights
        return float(total / len(tables) + steady), slope / len(tables) + 2 * _STEADY * weights

    start = np.array([_START.get(name, 0.0) for name in names])
    found = minimize(cost, start * spread, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return Weights(names, found.x / spread)


# Where the search begins; whole worth has many hills, and this is the foot of a good one.
_START = {"aim": 0.5, "way": 0.3, "second": 0.3, "scene": 0.3, "reason": 0.3, "purpose": 0.3,
          "covered": 2.0, "too long": -2.0, "too short": -1.0}  # fmt: skip


def _table(choice: Choice, names: Sequence[str]) -> Vectors:
    return np.array([[figures.get(name, 0.0) for name in names] for figures in choice.seen])
