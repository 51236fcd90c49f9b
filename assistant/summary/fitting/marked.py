"""The marked worksheets, and every wording that their answers allow, with its marks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.project import project_folder
from assistant.summary.features import Word, of_piece, of_span, words_of
from assistant.summary.judge import ROLES, Role
from assistant.summary.pieces import ASKED, Wording, worded_as
from assistant.summary.reading import Sentence
from assistant.summary.spans import Span, spans

Session = Mapping[str, Any]
"""{id, answers, must_mention, must_mention_alternatives, pieces: [{role, key, span, say, value (1
to 3), clear (0 to 2)}], best: [[numbers of pieces], ...]}"""


def sessions() -> list[Session]:
    """Return every marked session."""
    files = sorted((project_folder() / "data" / "summary").glob("*.json"))
    every = [json.loads(file.read_text("utf-8"))["sessions"] for file in files]
    return [session for some in every for session in some]


@dataclass(frozen=True)
class Marked:
    """A wording of a session with its marks: value 0 to 3, and clear 0 to 2 or None."""

    session: str
    wording: Wording
    value: int
    clear: int | None
    seen: tuple[str, ...]
    glance: tuple[str, ...]


def bare(text: str) -> str:
    """Return a text without what makes no difference between two copies of it."""
    return re.sub(r"\s+", " ", text).strip(" .,!?").lower()


def marked(session: Session, said: Sequence[Sentence]) -> list[Marked]:
    """Return every wording that the sentences of a session allow; unmarked, it has value 0."""
    words = {id(s.doc): words_of(s.doc) for s in said}
    every = [span for s in said for span in spans(s.key, s.number, s.doc)]
    chosen: Mapping[Role, Sequence[Span]] = {
        role: [span for span in every if span.key in ASKED[role]] for role in ROLES
    }
    return [_with_marks(session, wording, words) for wording in worded_as(chosen)]


def _with_marks(session: Session, wording: Wording, words: Mapping[int, Sequence[Word]]) -> Marked:
    key, span, said = wording.span.key, bare(wording.span.text), bare(wording.text)
    mark = next(
        (
            piece
            for piece in session["pieces"]
            if piece["role"] == wording.role
            and piece["key"] == key
            and (bare(piece["span"]) == span or bare(piece.get("say") or "") == said)
        ),
        None,
    )
    sentence = words[id(wording.span.doc)]
    return Marked(
        session["id"],
        wording,
        mark["value"] if mark else 0,
        mark["clear"] if mark else None,
        tuple(of_piece(wording.span, sentence, wording.doc)),
        tuple(of_span(wording.span, sentence)),
    )
