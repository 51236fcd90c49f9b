"""People named in what is to be passed on: marked, kept, or said by a role.

The names are found elsewhere (assistant/summary/naming.py); here a wording is only written anew,
with what the member decided for each of them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType

KEEP = ""
"""What stands for "keep the name" where a role could stand."""

_SENTENCE_START = re.compile(
    r"(?:\A|[.!?\u2026][\"')\u201d\u2019]*\s|\n)[\s\"'(\[\u201c\u2018*\u2022-]*\Z"
)
_OWNED = re.compile(r"(?:my|our|the|an?|his|her|their|one|some|somebody|someone)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """Somebody who is named.

    Attributes:
        name: the fullest form of the name, as it was said.
        forms: every form in which it stands, as it was said.
        role: who it is in the member's own words, where they said so ("my friend"); else empty.
        count: how often it stands in the wordings that were looked at.
        which: which of these is meant where the member told two people apart, from 1; 0 for all.
    """

    name: str
    forms: tuple[str, ...]
    role: str = ""
    count: int = 1
    which: int = 0

    @property
    def id(self) -> str:
        """What the member's decision is kept under."""
        return f"{self.name}\n{self.which}" if self.which else self.name


def as_text(people: Sequence[Person]) -> str:
    """People as one private text of the log; the other way round: ``from_text``."""
    return json.dumps([asdict(person) for person in people], ensure_ascii=False)


def from_text(text: str) -> tuple[Person, ...]:
    """The people that ``as_text`` made this of."""
    return tuple(Person(**{**each, "forms": tuple(each["forms"])}) for each in json.loads(text))


def told_apart(people: Sequence[Person], person: Person) -> tuple[Person, ...]:
    """These people with one of them taken for as many as there are places where it stands."""
    each = tuple(replace(person, which=place) for place in range(1, person.count + 1))
    at = people.index(person)
    return (*people[:at], *each, *people[at + 1 :])


def places(texts: Mapping[str, str], forms: Sequence[str]) -> int:
    """How often one of these forms stands in some texts, apart and not within another word."""
    pattern = _pattern(forms)
    return sum(1 for text in texts.values() for _ in pattern.finditer(text))


def marked(
    texts: Mapping[str, str],
    person: Person,
    people: Sequence[Person] = (),
    decided: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Those of the texts that name this person, the name between square brackets.

    The others of the people stand in them as the member decided.
    """

    def mark(text: str, found: re.Match[str], before: str) -> tuple[str, int]:
        return f"{before}[{found['form']}]{found['ending']}", found.end()

    def writer(each: Person) -> _Write | None:
        role = decided.get(each.id, KEEP)
        return mark if each == person else _in_role(role) if role else None

    everybody = people or (person,)
    plain = worded(texts, everybody, decided)
    written = _written(texts, everybody, writer)
    return {key: text for key, text in written.items() if text != plain[key]}


def worded(
    texts: Mapping[str, str], people: Sequence[Person], decided: Mapping[str, str]
) -> dict[str, str]:
    """The texts as they are to be passed on: roles where the member wants them, else the names."""

    def writer(person: Person) -> _Write | None:
        role = decided.get(person.id, KEEP)
        return _in_role(role) if role else None

    return _written(texts, people, writer)


_Write = Callable[[str, "re.Match[str]", str], "tuple[str, int]"]
"""Writes one place anew: of the text, where the name stands, and the new text up to there, it
makes the new text and from where on the old one follows."""


def _written(
    texts: Mapping[str, str],
    people: Sequence[Person],
    writer: Callable[[Person], _Write | None],
) -> dict[str, str]:
    """The texts with every place of a name written anew, where its writer is not None."""
    by_form = {form: [p for p in people if form in p.forms] for p in people for form in p.forms}
    if not by_form:
        return dict(texts)
    pattern, seen = _pattern(tuple(by_form)), Counter[str]()

    def rewrite(text: str) -> str:
        new, rest = "", 0
        for found in pattern.finditer(text):
            if found.start() < rest:
                continue  # said within the role that was written before it
            person = _meant(by_form[found["form"]], seen)
            write = writer(person) if person else None
            before = new + text[rest : found.start()]
            new, rest = write(text, found, before) if write else (before + found[0], found.end())
        return new + text[rest:]

    return {key: rewrite(text) for key, text in texts.items()}


def _meant(people: Sequence[Person], seen: Counter[str]) -> Person | None:
    """Which of the people with this name stands here."""
    seen[people[0].name] += 1
    here = seen[people[0].name]
    return next((person for person in people if person.which in (0, here)), None)


def _in_role(role: str) -> _Write:
    """Writes a role in the place of a name, once where the role stands beside it already."""
    beside = re.escape(role)
    before_it = re.compile(rf"(?<!\w)({beside}),?\s+\Z", re.IGNORECASE)
    after_it = re.compile(rf",?\s+{beside}(?!\w),?", re.IGNORECASE)

    def write(text: str, found: re.Match[str], before: str) -> tuple[str, int]:
        ending = _possessive(role) if found["ending"] else ""
        said_before = before_it.search(before)
        if said_before:
            return before[: said_before.end(1)] + ending, found.end()
        said_after = after_it.match(text, found.end())
        end = said_after.end() if said_after else found.end()
        return before + _cased(role, found["form"], before) + ending, end

    return write


def _cased(role: str, name: str, before: str) -> str:
    """The role with the first letter that its place wants."""
    if _SENTENCE_START.search(before) and name[:1].isupper():
        return role[:1].upper() + role[1:]
    return role[:1].lower() + role[1:] if _OWNED.match(role) else role


def _possessive(role: str) -> str:
    return "'" if role.endswith("s") and not role.endswith("ss") else "'s"


def names(text: str, forms: Sequence[str]) -> bool:
    """Whether one of the forms of a name stands in a text, as a word and in any case."""
    return (
        bool(forms) and _pattern([form.lower() for form in forms]).search(text.lower()) is not None
    )


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Finds the forms, the longest first, and a possessive after them."""
    either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    ending = r"['\u2019]s\b|(?<=s)['\u2019](?=\s\w)|"
    return re.compile(rf"(?<!\w)(?<!\w['\u2019])(?P<form>{either})(?P<ending>{ending})(?!\w)")
