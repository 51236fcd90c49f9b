"""What a thing was called when it came up: "the portal" is "the self-service portal"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.summary.hyphens import hyphenated
from assistant.summary.nouns import Noun, is_person, is_role
from assistant.summary.refer import Reference
from assistant.summary.words import GROUPS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from assistant.summary.clauses import Clause

_NEW = listed("a an")
_OURS = listed("a an the my our this")
_TOLD = listed("problem try")  # what these speak of is what the whole worksheet is about
# Words before a noun that do not tell which one it is.
_LOOSE = listed(
    "same other last next first new old wee whole own right wrong good bad big little different "
    "such back front top bottom side left upper lower inner outer main"
)
_MOST = 3  # words before a noun


@dataclass(frozen=True)
class Mention:
    """What is known of a thing: its full name, or "", and the clauses that speak of it."""

    full: str
    new: frozenset[tuple[str, int]]  # question and place where it came up: "a form"
    places: frozenset[tuple[str, int]]


def mentions(clauses: Iterable[Clause]) -> Mapping[str, Mention]:
    """Return what the worksheet says of each single thing, by the noun."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    new: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    places: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for clause in clauses:
        text = hyphenated(clause.doc)
        for chunk in filter(_is_thing, clause.doc.noun_chunks):
            noun, place = chunk.root.lemma_.lower(), (clause.key, clause.index)
            places[noun].add(place)
            if chunk[0].lower_ in _NEW:
                new[noun].add(place)
            if clause.key in _TOLD and (name := _name(chunk, text)):
                names[noun].add(name)
    return {
        noun: Mention(
            next(iter(names[noun])) if len(names[noun]) == 1 else "",
            frozenset(new[noun]),
            frozenset(places[noun]),
        )
        for noun in places
    }


def _is_thing(chunk: Span) -> bool:
    head = chunk.root
    lemma = head.lemma_.lower()
    known = head.tag_ == "NN" and lemma not in VAGUE | GROUPS
    return known and not is_person(head) and not is_role(lemma) and not head.ent_type_


def _name(chunk: Span, text: str) -> str:
    """Return the words that tell which thing it is, with the noun; "" where none do."""
    if chunk[0].lower_ not in _OURS:
        return ""
    words = [t for t in chunk[1:] if t.lower_ not in _LOOSE]
    plain = all(t.dep_ in {"amod", "compound"} and t.text.islower() for t in words[:-1])
    if not plain or not 1 < len(words) <= _MOST or words[-1] != chunk.root:
        return ""
    start = words[0].idx
    whole = words[-1].i - words[0].i == len(words) - 1
    return text[start : chunk.root.idx + len(chunk.root)] if whole else ""


def named_again(doc: Doc, clause: Clause, known: Mapping[str, Mention]) -> Iterator[Reference]:
    """Yield each bare "the form" of a clause that was spoken of before, with its full name."""
    for chunk in doc.noun_chunks:
        if len(chunk) != 2 or chunk[0].lower_ != "the" or not _is_thing(chunk):
            continue
        noun = chunk.root.lemma_.lower()
        mention = known.get(noun)
        if mention is None:
            continue
        before = {p for p in mention.places if p[0] == clause.key and p[1] < clause.index}
        elsewhere = {p for p in mention.new if p[0] != clause.key}
        if mention.full or before or elsewhere:
            end = chunk[1].idx + len(chunk[1])
            full = Noun(f"the {mention.full or noun}", noun, bool(mention.full))
            yield Reference(chunk[0].idx, end, "the", full, bool(mention.full), "answer")
