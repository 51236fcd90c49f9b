"""Plans: the handful of ways in which pieces are joined to a sentence; what is seen of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING, Literal

from assistant.summary.check import WANTED
from assistant.summary.language import HELPERS, SUBJECTS
from assistant.summary.words import FUNCTION, listed

if TYPE_CHECKING:
    from assistant.summary.judge import Role
    from assistant.summary.pieces import Piece

Emphasis = Literal["goal", "obstacle", "importance", "own"]
_TRIED: Mapping[Role, int] = {
    "aim": 4, "obstacle": 8, "scene": 3, "reason": 3, "purpose": 2, "topic": 3
}  # fmt: skip
LONG = 30
"""Words of a sentence that is just still one breath."""
_PAIRED = 5  # obstacles of which two are told together
_OPENS = -0.3  # log-odds that a reader would open the sentence with it
_MEANT = 0.7  # log-odds that it is what the aim is for, and not only what would come of it
_ABOUT = -1.0  # log-odds that a topic says what it is about
_NEAR = 0.8  # what falls so far behind the best topic is none
_PAIR = 24  # words of two obstacles together, at most
_SALIENT = 6  # words that matter most, of which a sentence mentions so many


@dataclass(frozen=True, eq=False)
class Plan:
    """A sentence before its check.

    `front` opens it (what goes on, why it matters, or what it is about), `purpose` follows the
    aim; `own` is a sentence of the member's that needs nothing.
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
        led = ", " if self.front and self.front.role == "topic" else ", and "
        opened = led.join(filter(None, (front, wanted)))
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
    """Yield every sentence that the best pieces make; what opens one leaves it a breath long."""
    for plan in _joined(found):
        if plan.front is None or plan.words <= LONG:
            yield plan


def _joined(found: Mapping[Role, Sequence[Piece]]) -> Iterator[Plan]:
    best = {role: pieces[: _TRIED[role]] for role, pieces in found.items()}
    fronts = [
        p for p in (*best["scene"], *best["reason"]) if p.worth > _OPENS and not _is_a_tale(p)
    ]
    purposes = [p for p in best["purpose"] if p.worth > _MEANT]
    topics = [t for t in best["topic"] if t.worth > max(_ABOUT, best["topic"][0].worth - _NEAR)]
    ways = list(_ways(best["obstacle"]))
    for aim in best["aim"]:
        for way in (way for way in ways if _apart(aim, *way)):
            yield Plan("goal", aim, way)
            for front in fronts:
                if _apart(front, aim, *way) and not front.text.startswith("I want"):
                    emphasis: Emphasis = "obstacle" if front.role == "scene" else "importance"
                    yield Plan(emphasis, aim, way, front=front)
            yield from (
                Plan("goal", aim, way, front=topic) for topic in topics if _opens(topic, aim, *way)
            )
            for purpose in purposes:
                if _apart(purpose, aim, *way):
                    yield Plan("importance", aim, way, purpose=purpose)


def _opens(topic: Piece, *rest: Piece) -> bool:
    """Whether it tells a listener what a pronoun is, and names nothing that is named anyway."""
    again = any(topic.content & piece.content for piece in rest)
    return _apart(topic, *rest) and not again and loose([topic, *rest]) < loose(rest)


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


_I = re.compile(r"\bI\b")


def seen(plan: Plan, salience: Mapping[str, float]) -> Mapping[str, float]:
    """Return what the ranking looks at in a plan: a name and a figure each.

    `salience` is how likely each word has to be mentioned.
    """
    figures = dict(_of_text(plan))
    said = frozenset[str]().union(*(piece.content for piece in plan.parts))
    figures["covered"] = covered(said, salience)
    figures["loose"] = loose(plan.parts)
    figures["pointing"] = float(sum(piece.pointing for piece in plan.parts))
    if aim := plan.aim:
        figures |= {"aim": aim.worth, "aim clear": aim.clear, "tried": float(aim.span.key == "try"),
                    "aim loose": loose([aim]), "aim covered": covered(aim.content, salience),
                    f"aim of {aim.span.key}": 1.0}  # fmt: skip
    if plan.ways:
        figures |= _of_ways(plan.ways)
    if aim is not None and plan.ways:
        figures["of the aim"] = _likeness(aim, plan.ways)
        said = frozenset[str]().union(*(way.content for way in plan.ways))
        figures["shared"] = len(aim.content & said)
    for part in filter(None, (plan.front, plan.purpose)):
        rest = [piece for piece in plan.parts if piece is not part]
        figures |= {part.role: part.worth, f"{part.role} clear": part.clear,
                    f"{part.role} size": part.size / 10, f"is {part.role}": 1.0,
                    f"{part.role} like": _likeness(part, rest)}  # fmt: skip
        if part.role == "topic":
            figures |= _of_topic(part, rest)
    return figures


def _of_text(plan: Plan) -> Iterator[tuple[str, float]]:
    """Yield how long a plan is, and how it is joined."""
    text, words, (least, most) = plan.text, plan.words, WANTED
    yield f"is {plan.emphasis}", 1.0
    yield "words", words / 10
    yield "too short", max(0, least - words) / 10
    yield "too long", max(0, words - most) / 10
    yield "out of breath", float(words > most + 4)
    yield "said again", _repeated(text)
    yield "commas", text.count(",")
    yield "joins", len(re.findall(r"\b(?:and|so|because)\b", text))
    yield "another but", len(re.findall(r"\bbut\b", text)) - 1.0


def _likeness(piece: Piece, others: Iterable[Piece]) -> float:
    """Return how near the meaning of a piece comes to that of one of the others."""
    return max(float(piece.meaning @ other.meaning) for other in others)


def _of_topic(topic: Piece, rest: Sequence[Piece]) -> Mapping[str, float]:
    """Return what is seen of what the sentence opens with, beside the rest of it."""
    said = frozenset[str]().union(*(piece.content for piece in rest))
    return {
        "topic needed": loose(rest),
        "topic settles": loose(rest) - loose([topic, *rest]),
        "topic for aim": loose(rest[:1]) - loose([topic, *rest[:1]]),
        "topic unclear": -min(piece.clear for piece in rest),
        "topic again": float(len(topic.content & said)),
        "topic of the problem": float(topic.span.key == "problem"),
        "topic for nothing": float(loose(rest) == loose([topic, *rest])),
        "topic counted": float(topic.doc[0].pos_ == "NUM"),
    }


def covered(said: Iterable[str], salience: Mapping[str, float]) -> float:
    """Return what is mentioned of what has to be, as a share of the weightiest words."""
    whole = sum(sorted(salience.values(), reverse=True)[:_SALIENT])
    return sum(salience.get(word, 0.0) for word in sorted(said)) / whole if whole else 0.0


def _of_ways(ways: Sequence[Piece]) -> Mapping[str, float]:
    first, second = ways[0], ways[-1]
    mine = [bool(_I.search(way.text)) for way in ways]
    figures = {
        "way": first.worth,
        "way clear": first.clear,
        "best way": max(way.worth for way in ways),
        "least way": min(way.worth for way in ways),
        "stopping": float(any(way.span.key == "stopping" for way in ways)),
        f"way of {first.span.key}": 1.0,
        "own part": float(any(mine)),
        "I do it": float(bool(_I.match(first.text))),
        "others do it": float(bool(_OTHERS.match(first.text))),
    }
    figures |= {deed: 1.0 for way in ways if (deed := _deed(way))}
    if len(ways) > 1:
        figures |= {
            "two": 1.0,
            "second": second.worth,
            "second clear": second.clear,
            "of one answer": float(first.span.key == second.span.key),
            "one after the other": float(_follows(first, second)),
            "second is mine": float(bool(_I.match(second.text))),
            "only second is mine": float(mine == [False, True]),
            "alike": float(first.meaning @ second.meaning),
        }
    return figures


def _deed(way: Piece) -> str:
    """Return how the member acts in it: "I do", "I have not", "I can", "I think"; or ""."""
    root = next(token for token in way.doc if token.dep_ == "ROOT")
    if not any(child.dep_ in SUBJECTS and child.lower_ == "i" for child in root.children):
        return ""
    if root.lemma_ in _THOUGHT:
        return "I think"
    helpers = {child.lemma_ for child in root.children if child.dep_ in HELPERS}
    denied = any(child.dep_ == "neg" for child in root.children)
    done = "have" if helpers & {"have", "'ve"} else "did" if root.tag_ == "VBD" else "do"
    if any(child.tag_ == "MD" for child in root.children):
        done = "can"
    elif root.lemma_ == "be":
        done = "am"
    return f"I {done}{' not' * denied}"


_THOUGHT = listed("know think suppose feel reckon hope want like need guess believe mean wish")
_OTHERS = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)


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
