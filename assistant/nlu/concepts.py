"""What serious signs are made of: words that say something only where they stand together.

The concepts are data (`signs.yml`). A text holds one if it has something of each group of a line,
within a sentence and close together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise, product
from pathlib import Path

import yaml

from assistant.nlu.wording import words

FILE = Path(__file__).with_name("signs.yml")
CLOSE = 80
"""Characters of a sentence within which the groups of a line have to stand."""
SHORTEST_STEM = 2
"""Letters of a word's beginning that may stand before "*"."""

_GROUP = re.compile(r"<(\w+)>")
_SENTENCE = re.compile(r"[.!?;]+(?=\s|$)")


@dataclass(frozen=True)
class Group:
    """Wordings of one thing, and how each of them begins (`_beginnings`)."""

    ways: Sequence[str]
    beginnings: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of them; made when it is first needed, for making all takes a while."""
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(_pattern, self.ways))})(?!\S)")


@dataclass(frozen=True, eq=False)
class Concept:
    """A thing that is serious.

    Attributes:
        tier: danger, not_coping or others_at_risk.
        name: what it is.
        needs: probability of its tier by the model, 0 to 1, from which it is believed.
        lines: each holds the groups that say it together.
    """

    tier: str
    name: str
    needs: float
    lines: Sequence[Sequence[Group]]


def concepts_in(low: str) -> list[Concept]:
    """Return the concepts that a text in lower case holds."""
    said = frozenset(way for word in words(low) for way in _beginnings(word))
    sentences = [" ".join(words(part)) for part in _SENTENCE.split(low)]
    return [
        concept
        for concept in concepts()
        if any(_holds(line, sentences) for line in concept.lines if _may_hold(line, said))
    ]


def _may_hold(line: Sequence[Group], said: Collection[str]) -> bool:
    """Tell whether a word for each group is said at all; hardly ever so, and quickly told."""
    return not any(group.beginnings.isdisjoint(said) for group in line)


def _holds(line: Sequence[Group], sentences: Sequence[str]) -> bool:
    return any(
        _stand_together(spans)
        for sentence in sentences
        for spans in product(*([m.span() for m in g.pattern.finditer(sentence)] for g in line))
    )


def _stand_together(spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether spans lie close together, and none within another."""
    ordered = sorted(spans)
    apart = all(one[1] <= other[0] for one, other in pairwise(ordered))
    return apart and ordered[-1][1] - ordered[0][0] <= CLOSE


def _beginnings(word: str) -> Iterator[str]:
    """Return a word, and each stem that it may be written as."""
    yield word
    yield from (f"{word[:end]}*" for end in range(SHORTEST_STEM, len(word) + 1))


@cache
def concepts() -> tuple[Concept, ...]:
    """Return all concepts, in the order of `signs.yml`."""
    read = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    groups: Mapping[str, str] = read.pop("groups")
    return tuple(
        Concept(tier, name, said["needs"], [_line(line, groups) for line in said["said"]])
        for tier, named in read.items()
        for name, said in named.items()
    )


def _line(line: str, groups: Mapping[str, str]) -> list[Group]:
    return [_group(part, groups) for part in line.split(" + ")]


def _group(part: str, groups: Mapping[str, str]) -> Group:
    ways = [way for written in part.split(",") for way in _spelt_out(written.strip(), groups)]
    return Group(ways, frozenset(way.split()[0] for way in ways))


def _spelt_out(way: str, groups: Mapping[str, str]) -> list[str]:
    """Return a wording once for each member of the group that it names."""
    named = _GROUP.search(way)
    if named is None:
        return [way]
    members = groups[named[1]].split(",")
    return [way.replace(named[0], member.strip()) for member in members]


def _pattern(way: str) -> str:
    escaped = " ".join(re.escape(word) for word in way.replace("...", "~").split())
    return escaped.replace(r" \~ ", r"(?: \S+){0,3} ").replace(r"\*", r"\S*")
