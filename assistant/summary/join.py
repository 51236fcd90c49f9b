"""Join: a handful of sentence plans, filled with parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from assistant.summary.find import Found, Part
from assistant.summary.refer import HE_SHE, THEY, Reference
from assistant.summary.words import GROUPS, PERSONS

Emphasis = Literal["goal", "obstacle", "importance", "own"]
_MOST = 10  # parts of one role that are tried
_A_SCENE = 4
_A_REASON = 5  # words that a reason needs at least: "We've tried" is none
_ENOUGH = 9  # words that can stand alone
_PLAINLY_HARD = 0.25  # signs of trouble, and nothing that speaks against it
_OTHERS_THINK = -0.6  # what others think is told in one breath or not at all
_EVENTS = 6  # parts of the problem that are tried before what stands in the way
_PAIR_WORDS = 22  # two obstacles together are no longer than this


@dataclass(frozen=True)
class Plan:
    """A sentence before its check: its text, what it is made of, and its cost for unclear words."""

    text: str
    emphasis: Emphasis
    parts: tuple[Part, ...]
    unclear: float
    shape: float  # how well this kind of sentence reads

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @property
    def content(self) -> frozenset[str]:
        """The lemmas of all words that carry content."""
        swapped = re.findall(r"[\w'-]+", self.text.lower())
        return frozenset().union(swapped, *(part.content for part in self.parts))


def plans(found: Found) -> Iterator[Plan]:
    """Yield every sentence that the plans make of what was found, in a fixed order."""
    aims, ways = _aims(found), list(_in_the_way(found))
    reasons = [part for part in found.of("reason") if part.size >= _A_REASON][:6]
    fronts: list[Part | None] = [None, *_scenes(found), *reasons]
    for front, aim, way in product(fronts, aims, ways):
        yield from _wanting(front, aim, way)
    for aim, purpose, way in product(aims[:3], found.of("purpose")[:4], ways):
        if _apart([aim, purpose, *way]):
            yield _plan("importance", [aim, "so", purpose, ", but", *_linked(way)], -0.4)
    if not any(part.key != "problem" for way in ways for part in way):
        yield from _without_obstacle(aims, _scenes(found))
    yield from _without_aim(found, ways)


def wishes(found: Found) -> Iterator[Plan]:
    """Yield each aim alone, for where nothing passes that says more."""
    yield from (_plan("goal", [aim], 0.0) for aim in _aims(found))


def _scenes(found: Found) -> list[Part]:
    return [part for part in found.of("scene") if part.size >= _A_SCENE][:_MOST]


def _aims(found: Found) -> list[Part]:
    """Return the aims; others than those of "What am I trying to do?" where these are not clear."""
    every = found.of("aim")
    plain = [aim for aim in every if not aim.leans]
    aims = plain if any(aim.key == "try" for aim in plain) else every
    tried = [aim for aim in aims if aim.key == "try"][:4]
    clear = any(aim.weight > _CLEAR and not _is_vague(aim) for aim in tried)
    return tried if clear else [*tried, *(aim for aim in aims if aim.key != "try")][:6]


_CLEAR = 0.5


def _is_vague(part: Part) -> bool:
    pronouns = (r for r in part.refers if r.where != "clause" and r.word != "the")
    return any(r.noun is None or not r.noun.short for r in pronouns)


def _without_obstacle(aims: Sequence[Part], scenes: Sequence[Part]) -> Iterator[Plan]:
    """Yield the aim, alone or after what goes on, where nobody asked what stands in the way."""
    for aim in aims:
        yield _plan("goal", [aim], -0.8)
        for scene in scenes:
            if _apart([scene, aim]):
                yield _plan("goal", [scene, ", and", aim], 0.4)


def _in_the_way(found: Found) -> Iterator[tuple[Part, ...]]:
    """Yield the obstacles, single and in pairs, the surest first."""
    every = found.of("obstacle")
    told = [part for part in every if part.key != "problem"]
    hard = [part for part in every if part.key == "problem" and part.signs > 0]
    own = [part for part in hard if part.text.startswith("I") and part.signs >= _PLAINLY_HARD]
    singles = [*told[:_MOST], *own] if told else hard[:_MOST]
    yield from ((part,) for part in singles if not part.leans)
    events = [part for part in hard if part not in own and not part.leans] if told else []
    for first, second in product([*singles, *events[:_EVENTS]], [*singles, *events]):
        if _pairs(first, second):
            yield first, second


def _says_again(first: Part, second: Part) -> bool:
    """Say whether one of two obstacles says nothing new: "I've hinted, and I hint a lot"."""
    return bool(first.content) and (
        first.content <= second.content or second.content <= first.content
    )


def _pairs(first: Part, second: Part) -> bool:
    next_said = first.key == second.key and second.index - first.index == 1
    if first.key == second.key:
        close = second.leans or second.lead == "so"
        ordered = next_said if close else first.index < second.index
    elif first.key == "problem":  # what happens, and what the member does then
        ordered = second.key == "stopping" and not second.leans and second.lead != "so"
    else:
        ordered = first.key == "stopping" and second.mine and second.size > 3 and not second.leans
        ordered &= second.key != "problem"
    joined = second.lead != "but" and first.size + second.size <= _PAIR_WORDS
    joined &= second.signs > _OTHERS_THINK
    if _overlap(first, second) or _says_again(first, second):
        return False
    return ordered and joined and not first.leans


def _overlap(first: Part, second: Part) -> bool:
    same = first.key == second.key and first.index == second.index
    return same or first.text in second.text or second.text in first.text


def _apart(parts: Sequence[Part]) -> bool:
    return not any(_overlap(a, b) for i, a in enumerate(parts) for b in parts[i + 1 :])


def _linked(way: Sequence[Part]) -> list[Part | str]:
    linked: list[Part | str] = [way[0]]
    for part in way[1:]:
        if named := _named_again(way[0].text, part):
            linked += [",", named]
            continue
        part = _with_it(way[0].text, part)
        if part.lead == "so":
            linked += [", so", part]
            continue
        short = way[0].size + part.size <= 6 and "," not in way[0].text
        linked += ["and" if short else ", and", part]
    return linked


def _named_again(before: str, part: Part) -> Part | None:
    """Turn "goes to an address, and the address is the one thing ..." into an apposition."""
    noun = re.search(r"\ban? (\w+)$", before)
    again = noun and re.match(
        rf"the {re.escape(noun[1])}(?: is|'s) (?=(?:the|an?|my|our) )", part.text
    )
    if not again:
        return None
    cut = again.end()
    refers = tuple(replace(r, start=r.start - cut, end=r.end - cut) for r in part.refers)
    return replace(part, text=part.text[cut:], refers=refers)


def _with_it(before: str, part: Part) -> Part:
    """Turn "the form has 61 lines, and I designed the form" into "... and I designed it"."""
    noun = re.match(r"(?:the|my|our) (\w*[^s\W])(?: has| is|'s) ", before)
    if not noun or noun[1] in PERSONS | GROUPS or not part.text.endswith(f" the {noun[1]}"):
        return part
    cut = len(part.text) - len(noun[1]) - len("the ")
    refers = tuple(r for r in part.refers if r.start < cut)
    return replace(part, text=f"{part.text[:cut]}it", refers=refers)


def _wanting(front: Part | None, aim: Part, way: Sequence[Part]) -> Iterator[Plan]:
    """Yield "I want to ..., but ...", opened by what goes on or by why it matters."""
    if not _apart([aim, *way] if front is None else [front, aim, *way]):
        return
    if len(way) > 1 and way[0].key == "problem" and not _is_of(aim, way[0]):
        return
    ending: list[Part | str] = [aim, ", but", *_linked(way)]
    if front is None:
        yield _plan("goal", ending, 0.0)
        return
    if front.text.startswith(("I want", "I'd like", "if ", "when ")):
        return
    emphasis: Emphasis = "importance" if front.role == "reason" else "obstacle"
    yield _plan(emphasis, [front, ", and", *ending], -0.35 if emphasis == "obstacle" else -0.4)


def _is_of(aim: Part, event: Part) -> bool:
    """Say whether what goes on is about what the aim is about."""
    meant = {reference.noun.lemma for reference in aim.refers if reference.noun}
    return bool(event.content & (aim.content | meant))


def _without_aim(found: Found, ways: Sequence[Sequence[Part]]) -> Iterator[Plan]:
    """Yield what goes on and what stands in the way, where no aim was said."""
    if found.of("aim"):
        return
    told = [way for way in ways if way[0].key != "problem"]
    for scene, way in product([*found.of("scene")[:_MOST], *found.of("reason")[:4]], told):
        if not _apart([scene, *way]):
            continue
        yield _plan("obstacle", [scene, ", and", *_linked(way)], -0.3 * len(way))
    for scene in found.of("scene")[:_MOST]:
        if scene.size >= _ENOUGH:
            yield _plan("obstacle", [scene], -0.8)
        for other in found.of("scene")[:_MOST]:
            if scene.index < other.index and _apart([scene, other]):
                yield _plan("obstacle", [scene, ", and", other], -0.6)


def _plan(emphasis: Emphasis, pieces: Sequence[Part | str], shape: float) -> Plan:
    text, unclear, seen = "", 0.0, ""
    scenes = [piece for piece in pieces if isinstance(piece, Part) and piece.role == "scene"]
    for piece in pieces:
        if isinstance(piece, str):
            text += piece if piece.startswith(",") else f" {piece}"
            continue
        words, cost = _clear(piece, seen, any(part.signs > 0 for part in scenes))
        text, unclear, seen = f"{text} {words}", unclear + cost, f"{seen} {words}"
    parts = tuple(piece for piece in pieces if isinstance(piece, Part))
    return Plan(_sentence(text), emphasis, parts, unclear, shape)


def _sentence(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text[0].upper() + text[1:] + "."


def _clear(part: Part, before: str, opened: bool) -> tuple[str, float]:
    """Return a part with its pronouns made clear by what comes before it, and the cost."""
    cost, said = 0.0, before
    loose: set[str] = set()
    swaps: list[tuple[Reference, str]] = []
    for reference in sorted(part.refers, key=lambda r: r.start):
        noun = reference.noun
        if reference.where == "clause" or _named(reference, said):
            continue
        if reference.word in loose:
            continue  # "what he knows before he goes": the same man both times
        if noun and _fits(reference, part) and noun.text not in part.text:
            swaps.append((reference, noun.text))
            said += f" {noun.text}"
            cost += _guess(reference, part)
        else:
            cost += _vagueness(reference, part, opened)
            loose |= {reference.word} & HE_SHE
    text = part.text
    for reference, noun_text in reversed(swaps):
        text = _swapped(text, reference, noun_text)
    return text, cost


def _guess(reference: Reference, part: Part) -> float:
    """Return what it costs to say what a pronoun seems to stand for."""
    if reference.word == "the":
        return 0.0
    return 0.1 if part.role == "aim" else 0.4 if reference.word == "it" else 0.2


def _fits(reference: Reference, part: Part) -> bool:
    """Say whether what a pronoun stands for can be said in its place."""
    noun = reference.noun
    if noun is None or not noun.short or not reference.swappable:
        return False
    if reference.word == "the":
        return part.role in {"aim", "obstacle"}
    if part.role == "scene":  # "she won't do the paperwork" at the head of all
        return reference.where == "answer" and noun.person
    if part.role == "obstacle":  # where it was not said just before, it would be a guess
        return reference.where in {"answer", "most"}
    return part.role == "aim"


def _swapped(text: str, reference: Reference, noun: str) -> str:
    before = text[: reference.start]
    bare = noun.split()[0] not in {"the", "my", "our", "his", "her", "their"}
    noun = (
        f"the {noun}"
        if bare and re.search(r"\b(?:half|most|some|one|all|each) of $", before)
        else noun
    )
    return before + noun + text[reference.end :]


def _named(reference: Reference, before: str) -> bool:
    noun = reference.noun
    if noun is None:
        return False
    head = noun.text.split()[-1].lower()
    return (
        re.search(rf"\b(?:{re.escape(noun.lemma)}|{re.escape(head)})(?:e?s)?\b", before.lower())
        is not None
    )


def _vagueness(reference: Reference, part: Part, opened: bool) -> float:
    """Return what it costs that nobody can tell who or what is meant."""
    if reference.word == "the":
        return _WHICH
    if reference.word in HE_SHE | THEY:
        return 2.0
    as_a_whole = part.role == "aim" and opened and reference.word in _AS_A_WHOLE
    return 0.4 if as_a_whole else 1.0


_WHICH = 0.3  # "the form", of which nobody has spoken
_AS_A_WHOLE = {"it", "there"}  # what was told just before, or the place of it
