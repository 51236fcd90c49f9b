"""The choice among plans, learned from what the marks say that a sentence is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from assistant.embedding import embedder
from assistant.summary.check import CEILING
from assistant.summary.fitting.marked import Marked, Session
from assistant.summary.fitting.nouns import MarkedTopic
from assistant.summary.fitting.regressions import Rows
from assistant.summary.fitting.worth import Marks, mentioned, worth
from assistant.summary.judge import ROLES, Role, Vectors
from assistant.summary.pieces import LONGEST, Piece, as_piece, said_aloud
from assistant.summary.plans import Plan, plans, seen
from assistant.summary.ranking import WEIGHTS

_FAR = -15.0  # what is worth less was not looked at closely
_STEADY = 0.02  # how much the weights are held back

Reading = tuple[Rows, Vectors]
"""The rows of some plans, and the marks that a reader gave them."""


@dataclass(frozen=True)
class Choice:
    """The plans of one session: what is seen of each, what each is worth, what it mentions.

    `read` has the marks of each reader who marked some of them.
    """

    seen: Sequence[Mapping[str, float]]
    worth: Vectors
    mentioned: Vectors
    plans: Sequence[Plan]
    read: Sequence[Reading]


def choice(
    session: Session,
    examples: Sequence[Marked],
    apart: Vectors,
    about: Mapping[str, float],
    topics: Sequence[MarkedTopic],
) -> Choice:
    """Return the plans that can be made of a session, its pieces judged by `apart`."""
    pieces, marked = _pieces(examples, apart)
    named = {as_piece(each.topic): each.value for each in topics}
    every = [p for p in plans({**pieces, "topic": list(named)}) if p.words <= CEILING]
    marks = Marks(session, marked, named)
    return Choice(
        [seen(plan, about) for plan in every],
        np.array([worth(plan, marks) for plan in every]),
        np.array([mentioned(plan.text, session) for plan in every]),
        every,
        [reading for marks in session.get("read", ()) if (reading := _reading(marks, every))],
    )


def _reading(marks: Mapping[str, float], every: Sequence[Plan]) -> Reading | None:
    """Return the rows of the plans that a reader marked, and the marks; None of less than two."""
    rows = [row for row, plan in enumerate(every) if plan.text in marks]
    if len(rows) < 2:
        return None
    return np.array(rows), np.array([marks[every[row].text] for row in rows])


def _pieces(
    examples: Sequence[Marked], apart: Vectors
) -> tuple[Mapping[Role, Sequence[Piece]], Mapping[Piece, Marked]]:
    close = [(e, row) for e, row in zip(examples, apart, strict=True) if row[0] > _FAR]
    meanings = embedder()([example.wording.text for example, _ in close])
    found: defaultdict[Role, list[Piece]] = defaultdict(list)
    marked = {}
    for (example, (good, clear)), meaning in zip(close, meanings, strict=True):
        w = example.wording
        text = said_aloud(w.doc)
        piece = Piece(w.role, w.span, text, w.doc, float(good), float(clear), meaning)
        if piece.size <= LONGEST:
            found[w.role].append(piece)
            marked[piece] = example
    for pieces in found.values():
        pieces.sort(key=lambda piece: (-piece.worth, piece.text))
    return {role: found[role] for role in ROLES}, marked


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
    """Return the weights under which the plans that are likely to be chosen are worth most.

    The odds of plans that readers marked are to be as far apart as their marks.
    """
    names = sorted({name for choice in choices for figures in choice.seen for name in figures})
    tables = [_table(choice, names) for choice in choices]
    spread = np.maximum(np.concatenate(tables).std(axis=0), _RARE)
    spread_out = [table / spread for table in tables]

    def cost(weights: Vectors) -> tuple[float, Vectors]:
        total, slope = 0.0, np.zeros_like(weights)
        for table, choice in zip(spread_out, choices, strict=True):
            odds = table @ weights
            told = [_unworthy(odds, choice.worth), *(_misread(odds, r) for r in choice.read)]
            for part, change in told:
                total += part
                slope += table.T @ change
        steady = _STEADY * weights @ weights
        return float(total / len(tables) + steady), slope / len(tables) + 2 * _STEADY * weights

    start = np.array([_START.get(name, 0.0) for name in names])
    found = minimize(cost, start * spread, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return Weights(names, found.x / spread)


def _unworthy(odds: Vectors, worth: Vectors) -> tuple[float, Vectors]:
    """Return how little the likely plans are worth, and how that changes with the odds."""
    likely = np.exp(odds - odds.max())
    likely /= likely.sum()
    mean = likely @ worth
    return -mean, -likely * (worth - mean)


def _misread(odds: Vectors, read: Reading) -> tuple[float, Vectors]:
    """Return how far the odds are from a reader's marks, and how it changes with the odds."""
    rows, marks = read
    away = odds[rows] - odds[rows].mean() - _APART * (marks - marks.mean())
    change = np.zeros_like(odds)
    change[rows] = _HEEDED * 2 * away / len(rows)
    return _HEEDED * float(away @ away) / len(rows), change


_APART = 2.0  # how far apart the odds are of two plans whose marks differ by one
_HEEDED = 0.15  # how much their marks count beside what the marks of the pieces say
_RARE = 0.2  # what is seen so seldom that it spreads less is held back as if it spread so far


# Where the search begins; whole worth has many hills, and this is the foot of a good one.
_START = {"aim": 0.5, "way": 0.3, "second": 0.3, "scene": 0.3, "reason": 0.3, "purpose": 0.3,
          "covered": 2.0, "too long": -2.0, "too short": -1.0}  # fmt: skip


def _table(choice: Choice, names: Sequence[str]) -> Vectors:
    return np.array([[figures.get(name, 0.0) for name in names] for figures in choice.seen])
