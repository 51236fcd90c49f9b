"""Plans: the handful of ways in which pieces are joined to a sentence; what is seen of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING, Literal

from assistant.summary.check import WANTED
from assistant.summary.words import FUNCTION, VAGUE

if TYPE_CHECKING:
    from assistant.summary.judge import Role
    from assistant.summary.pieces import Piece
    from assistant.summary.reading import Sentence

Emphasis = Literal["goal", "obstacle", "importance", "own"]
_TRIED: Mapping[Role, int] = {"aim": 4, "obstacle": 8, "scene": 3, "reason": 3, "purpose": 2}
_PAIRED = 5  # obstacles of which two are told together
_OPENS = -0.3  # log-odds that a reader would open the sentence with it
_MEANT = 0.7  # log-odds that it is what the aim is for, and not only what would come of it
_PAIR = 24  # words of two obstacles together, at most
_TOPICS = 10  # nouns the worksheet speaks of most
# How much a noun weighs, by the question under which it was said.
_WEIGHTS = {"problem": 1.0, "try": 1.5, "stopping": 1.5, "difficulties": 0.7,
            "importance_self": 0.6, "importance_practice": 0.6}  # fmt: skip
_WEIGHT = 0.3


@dataclass(frozen=True, eq=False)
class Plan:
    """A sentence before its check.

    `front` opens it (what goes on, or why it matters), `purpose` follows the aim; `own` is a
    sentence of the member's that needs nothing.
    """

    emphasis: Emphasis
    aim: Piece | None
    ways: tuple[Piece, ...]
    front: Piece | None = None
    purpose: Piece | None = None
    own: str = ""

    @property
    def parts(self) -> tuple[Piece, ...]:
        """The pieces in the order in which they are said."""
        every = (self.front, self.aim, self.purpose, *self.ways)
        return tuple(piece for piece in every if piece is not None)

    @cached_property
    def text(self) -> str:
        """The sentence, with its stop."""
        if self.own:
            return self.own
        ways = self.ways[0].text if self.ways else ""
        for way in self.ways[1:]:
            so = way.span.lead == "so" and _in_one_breath(self.ways[0], way)
            ways += f", {'so' if so else 'and'} {way.text}"
        wanted = self.aim.text if self.aim else ""
        wanted += f" so {self.purpose.text}" if self.purpose else ""
        front = self.front.text if self.front else ""
        opened = ", and ".join(filter(None, (front, wanted)))
        text = ", but ".join(filter(None, (opened, ways))) if wanted else f"{front}, and {ways}"
        text = re.sub(r"\s+", " ", text).strip(" ,")
        return f"{text[0].upper()}{text[1:]}."

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


def _in_one_breath(first: Piece, second: Piece) -> bool:
    """Whether one was said right after the other in one sentence: elsewhere "so" only goes on."""
    return first.span.sentence == second.span.sentence and _follows(first, second)


def _follows(first: Piece, second: Piece) -> bool:
    """Whether one was said right after the other."""
    one, two = first.span, second.span
    if one.key != two.key:
        return False
    return two.sentence - one.sentence == 1 or (
        one.sentence == two.sentence and 0 < two.start - one.end < 3
    )


def plans(found: Mapping[Role, Sequence[Piece]]) -> Iterator[Plan]:
    """Yield every sentence that the best pieces make."""
    best = {role: pieces[: _TRIED[role]] for role, pieces in found.items()}
    fronts = [
        p for p in (*best["scene"], *best["reason"]) if p.worth > _OPENS and not _is_a_tale(p)
    ]
    purposes = [p for p in best["purpose"] if p.worth > _MEANT]
    ways = list(_ways(best["obstacle"]))
    for aim in best["aim"]:
        for way in (way for way in ways if _apart(aim, *way)):
            yield Plan("goal", aim, way)
            for front in fronts:
                if _apart(front, aim, *way) and not front.text.startswith("I want"):
                    emphasis: Emphasis = "obstacle" if front.role == "scene" else "importance"
                    yield Plan(emphasis, aim, way, front=front)
            for purpose in purposes:
                if _apart(purpose, aim, *way):
                    yield Plan("importance", aim, way, purpose=purpose)


def _is_a_tale(piece: Piece) -> bool:
    """Whether a reason tells of what somebody else did once: "my uncle had a stall"."""
    root = next(token for token in piece.doc if token.dep_ == "ROOT")
    ours = any(child.lower_ in {"i", "we"} for child in root.children)
    return piece.role == "reason" and root.tag_ == "VBD" and not ours


def lesser(found: Mapping[Role, Sequence[Piece]]) -> Iterator[Plan]:
    """Yield what can be said where no sentence of an aim and an obstacle can be made."""
    best = {role: pieces[: _TRIED[role]] for role, pieces in found.items()}
    for aim in best["aim"]:
        yield Plan("goal", aim, ())
        yield from (
            Plan("goal", aim, (), front=front) for front in best["scene"] if _apart(front, aim)
        )
    for front in (*best["scene"], *best["reason"]):
        for way in best["obstacle"]:
            if _apart(front, way):
                yield Plan("obstacle", None, (way,), front=front)


def _ways(obstacles: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    yield from ((piece,) for piece in obstacles)
    for first, second in permutations(obstacles[:_PAIRED], 2):
        ordered = first.span.key != second.span.key or _place(first) < _place(second)
        if ordered and first.size + second.size <= _PAIR and _apart(first, second):
            yield first, second


def _place(piece: Piece) -> tuple[int, int]:
    return piece.span.sentence, piece.span.start


def _apart(*pieces: Piece) -> bool:
    return not any(
        one.span.overlaps(two.span) for i, one in enumerate(pieces) for two in pieces[i + 1 :]
    )


def topics(said: Iterable[Sentence]) -> Mapping[str, float]:
    """Return the nouns of a worksheet, each with its weight as a share of the weightiest ten's."""
    weights: Counter[str] = Counter()
    for sentence in said:
        for token in sentence.doc:
            lemma = token.lemma_.lower()
            if token.pos_ in {"NOUN", "PROPN"} and not token.is_stop and lemma not in VAGUE:
                weights[lemma] += _WEIGHTS.get(sentence.key, _WEIGHT)  # type: ignore[assignment]
    whole = sum(weight for _, weight in weights.most_common(_TOPICS)) or 1.0
    return {lemma: weight / whole for lemma, weight in weights.items()}


_I = re.compile(r"\bI\b")


def seen(plan: Plan, topics: Mapping[str, float]) -> Mapping[str, float]:
    """Return what the ranking looks at in a plan: a name and a figure each."""
    text, ways, aim = plan.text, plan.ways, plan.aim
    words, (least, most) = plan.words, WANTED
    said = frozenset[str]().union(*(piece.content for piece in plan.parts))
    figures: dict[str, float] = {
        f"is {plan.emphasis}": 1.0,
        "words": words / 10,
        "too short": max(0, least - words) / 10,
        "too long": max(0, words - most) / 10,
        "out of breath": float(words > most + 4),
        "loose": loose(plan.parts),
        "covered": sum(topics.get(lemma, 0.0) for lemma in sorted(said)),
        "said again": _repeated(text),
        "commas": text.count(","),
        "joins": len(re.findall(r"\b(?:and|so|because)\b", text)),
        "another but": len(re.findall(r"\bbut\b", text)) - 1.0,
        "own part": float(any(_I.search(way.text) for way in ways)),
    }
    if aim is not None:
        figures |= {"aim": aim.worth, "aim clear": aim.clear, "tried": float(aim.span.key == "try"),
                    "aim loose": loose([aim])}  # fmt: skip
    if ways:
        figures |= _of_ways(ways)
    if aim is not None and ways:
        figures["of the aim"] = max(float(aim.meaning @ way.meaning) for way in ways)
        figures["shared"] = len(aim.content & frozenset[str]().union(*(w.content for w in ways)))
    for part in filter(None, (plan.front, plan.purpose)):
        figures |= {part.role: part.worth, f"{part.role} clear": part.clear,
                    f"{part.role} size": part.size / 10, f"is {part.role}": 1.0}  # fmt: skip
    return figures


def _of_ways(ways: Sequence[Piece]) -> Mapping[str, float]:
    first, second = ways[0], ways[-1]
    figures = {
        "way": first.worth,
        "way clear": first.clear,
        "best way": max(way.worth for way in ways),
        "least way": min(way.worth for way in ways),
        "stopping": float(any(way.span.key == "stopping" for way in ways)),
        "stopping first": float(first.span.key == "stopping"),
        "problem first": float(first.span.key == "problem"),
    }
    if len(ways) > 1:
        figures |= {
            "two": 1.0,
            "second": second.worth,
            "second clear": second.clear,
            "of one answer": float(first.span.key == second.span.key),
            "one after the other": float(_follows(first, second)),
            "second is mine": float(second.text.startswith("I")),
            "only second is mine": float(
                not _I.search(first.text) and bool(_I.search(second.text))
            ),
            "alike": float(first.meaning @ second.meaning),
        }
    return figures


def _repeated(text: str) -> float:
    words = [w for w in re.findall(r"[a-z'-]{3,}", text.lower()) if w not in FUNCTION]
    return float(len(words) - len(set(words)))


def loose(pieces: Iterable[Piece]) -> float:
    """Return how many pronouns stand for nobody and nothing that was named before them."""
    named: set[str] = set()
    count = 0
    for piece in pieces:
        for is_pronoun, kinds in piece.references:
            if not is_pronoun:
                named |= kinds
            elif not kinds & named:
                count += 1
    return float(count)
