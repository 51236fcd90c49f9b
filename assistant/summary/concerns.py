"""Is it one problem? Asked gently, as a question, with the member's own words quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.summary.clean import clean, is_english
from assistant.summary.language import SUBJECTS
from assistant.summary.nouns import is_person
from assistant.summary.pieces import Piece, find
from assistant.summary.reading import read, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

Kind = Literal["too_long", "two_problems", "solution", "someone_elses"]
_LONG = 70  # words of a problem beyond which it is asked which of it is meant
_QUOTED = 9  # words of a quotation
_TOLD = range(3, 12)  # words of a thing that is told


@dataclass(frozen=True)
class Concern:
    """What might be asked about the problem as it was worded, and the member's words it is about.

    too_long: two or three of the things said; two_problems: both; solution: what is wished for;
    someone_elses: whose problem it seems to be. The texts of the questions stand in the catalogue.
    """

    kind: Kind
    words: tuple[str, ...]


def one_problem(worksheet: Mapping[str, str]) -> Concern | None:
    """Return the one thing worth asking about the problem, or None."""
    problem = worksheet.get("problem", "")
    if not problem.strip() or not is_english([problem]):
        return None
    return (
        _two_problems(problem)
        or _someone_elses(worksheet)
        or _solution(problem)
        or _too_long(problem)
    )


_SECOND = re.compile(
    r"(?:[.,;]\s*|\band )(?:and )?(?:then there(?:'s| is)(?: also)?|on top of that|the other "
    r"(?:thing|problem|issue)(?: is)?|another (?:thing|problem|issue)(?: is)?|"
    r"secondly|a second (?:thing|problem) is|separately|as well as that|plus there(?:'s| is))\b"
    r"[,:]?\s*(?:that )?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:two|2|a couple of|several|three) (?:things|problems|issues)\b(?: really| here)?"
    r"(?:[:,.-]| is\b)?\s*",
    re.IGNORECASE,
)


def _two_problems(problem: str) -> Concern | None:
    text = clean(problem)
    if match := _SECOND.search(text):
        pair = (
            _first_words(_last_sentence(text[: match.start()])),
            _first_words(text[match.end() :]),
        )
        return Concern("two_problems", pair) if all(pair) else None
    if match := _ANNOUNCED.search(text):
        parts = re.split(r"\s*(?:[.,;]\s+(?:and |secondly,? )?|\band\b)\s*", text[match.end() :])
        named = tuple(_first_words(part) for part in parts if part.strip(" ."))[:2]
        return Concern("two_problems", named) if len(named) == 2 else None
    return None


def _last_sentence(text: str) -> str:
    return (sentences(text) or [""])[-1]


def _first_words(text: str) -> str:
    """Return the first few words of a text, up to a place where it can be broken."""
    text = re.sub(r"^(?:so|and|but|also|well)\b,?\s+", "", text.strip(), flags=re.I)
    first = re.split(r"[.?!;]|, ", text)[0]
    return " ".join(first.split()[:_QUOTED])


_OWN = re.compile(r"\b(?:I|me|my|we|us|our|mine|myself|ours|I'\w+|we'\w+)\b", re.IGNORECASE)


def _someone_elses(worksheet: Mapping[str, str]) -> Concern | None:
    said = " ".join(clean(worksheet.get(key, "")) for key in ("problem", "try", "stopping"))
    if _OWN.search(said) or len(said.split()) < 6:
        return None
    for sentence in read({"problem": worksheet["problem"]}):
        if subject := _person(sentence.doc):
            return Concern("someone_elses", (subject,))
    return None


def _person(doc: Doc) -> str:
    """Return whom a sentence tells of, or ""."""
    for token in doc:
        is_subject = token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"
        if is_subject and token.pos_ != "PRON" and is_person(token):
            return doc[token.left_edge.i : token.right_edge.i + 1].text
    return ""


_WISHED = re.compile(
    r"^(?:I|we)(?:'d| would| just| really)* (?:want|need|like|have|should|must|ought)(?: to)? "
    r"(?:(?:get|buy|introduce|hire|recruit|employ|install|implement|set up|bring in|roll out|"
    r"launch|appoint|adopt|switch to|move to|have|start using|build|create|put in|take)\b ?)?"
    r"(?P<thing>(?:an?|another|more|some|new|the|proper|better)\b[^.,;]*)",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:but|because|n't|not|never|no|nobody|can't|problem|struggl\w*|keeps?|always|late|"
    r"los\w+|stuck|fail\w*|blame\w*|instead|too)\b",
    re.IGNORECASE,
)


def _solution(problem: str) -> Concern | None:
    """A wish for a thing, and no word of what is the matter."""
    parts = sentences(clean(problem))
    match = _WISHED.match(parts[0]) if parts else None
    if not match or _TROUBLE.search(parts[0]) or len(parts) > 2:
        return None
    return Concern("solution", (" ".join(match["thing"].split()[:_QUOTED]),))


def _too_long(problem: str) -> Concern | None:
    """A long story: two or three things that it tells, those that weigh most."""
    if len(problem.split()) <= _LONG:
        return None
    pieces = find({"problem": problem}).pieces
    told = [p for p in (*pieces["obstacle"], *pieces["scene"]) if p.size in _TOLD]
    chosen: list[Piece] = []
    for piece in sorted(told, key=lambda piece: -piece.worth):
        if not any(piece.span.overlaps(other.span) for other in chosen):
            chosen.append(piece)
    quoted = sorted(chosen[:3], key=lambda piece: (piece.span.sentence, piece.span.start))
    return Concern("too_long", tuple(p.text for p in quoted)) if len(quoted) > 1 else None
