"""What a plan is worth, by the marks of its pieces and what its sentence must mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.summary.check import WANTED
from assistant.summary.fitting.marked import Marked, Session, bare
from assistant.summary.language import lemmas
from assistant.summary.pieces import Piece
from assistant.summary.plans import Plan, loose

_FIRST, _FURTHER = 0.45, 0.3  # what the aim and the first obstacle are worth, and what others are
_UNMARKED = -0.25  # and what nobody marked
_TOPIC, _NO_TOPIC = 0.6, -0.3  # what a topic is worth, and one that nobody marked
_UNCLEAR = (0.2, 0.07, 0.0)  # what a piece costs, by how clear it is by itself
_HELPS, _STILL = 1.5, 0.5  # a topic of such a mark leaves half as much unclear
_LOOSE = 1.4  # what it costs that a pronoun stands for nobody; more than three cost no more
_BEST, _MENTIONED = 0.4, 6.0  # what it is worth to be a reader's choice, and to mention everything
_OUT_OF_BREATH, _TOO_SHORT = 0.5, 0.3  # what five words too many or too few cost


@dataclass(frozen=True)
class Marks:
    """The marks of one session: of its pieces, and of the topics (0 to 3) before them."""

    session: Session
    pieces: Mapping[Piece, Marked]
    topics: Mapping[Piece, float]

    @cached_property
    def best(self) -> Sequence[frozenset[tuple[str, str]]]:
        """The pieces that readers would join, each choice by question and words."""
        return [
            frozenset((piece["key"], bare(piece["span"])) for piece in chosen)
            for numbers in self.session["best"]
            for chosen in [[self.session["pieces"][number] for number in numbers]]
        ]


def worth(plan: Plan, marks: Marks) -> float:
    """Return what a plan is worth; about one and more is good."""
    least, most = WANTED
    return (
        sum(_of_pieces(plan, marks))
        + _of_topic(plan, marks)
        - _unclear(plan, marks)
        - _LOOSE * min(3, loose(plan.parts if _is_helped(plan, marks) else _parts(plan)))
        + _MENTIONED * mentioned(plan.text, marks.session)
        - _OUT_OF_BREATH * max(0, plan.words - most - 1) / 5
        - _TOO_SHORT * max(0, least - plan.words) / 5
    )


def _parts(plan: Plan) -> Sequence[Piece]:
    return [piece for piece in plan.parts if piece.role != "topic"]


def _of_pieces(plan: Plan, marks: Marks) -> Iterator[float]:
    first, parts = (plan.aim, plan.ways[0]), _parts(plan)
    for piece in parts:
        value = marks.pieces[piece].value
        weight = _FIRST if piece in first else _FURTHER
        yield weight * value / 3 if value else _UNMARKED
    if frozenset((piece.span.key, bare(piece.span.text)) for piece in parts) in marks.best:
        yield _BEST


def _topic(plan: Plan) -> Piece | None:
    return plan.front if plan.front is not None and plan.front.role == "topic" else None


def _of_topic(plan: Plan, marks: Marks) -> float:
    topic = _topic(plan)
    if topic is None:
        return 0.0
    value = marks.topics[topic]
    return _TOPIC * value / 3 if value else _NO_TOPIC


def _unclear(plan: Plan, marks: Marks) -> float:
    clear = (marks.pieces[piece].clear for piece in _parts(plan))
    unclear = sum(_UNCLEAR[mark] for mark in clear if mark is not None)
    return unclear * _STILL if _is_helped(plan, marks) else unclear


def _is_helped(plan: Plan, marks: Marks) -> bool:
    """Whether it opens with a topic by which a reader would know what the pronouns are."""
    topic = _topic(plan)
    return topic is not None and marks.topics[topic] >= _HELPS


def mentioned(text: str, session: Session) -> float:
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
