"""What will probably be said next: a pure function of where the preparation stands.

A voice makes the sound of it while the member answers. Each text comes from the functions that
word the real turn, so what was made ahead is what is then said; what quotes the answer that is
still to come cannot be known and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone

from assistant.catalogue import Catalogue
from assistant.coaching.adding import ADDED, STAY, may_stay
from assistant.coaching.fold import after
from assistant.coaching.next_question import next_question
from assistant.coaching.phrasing import phrased
from assistant.coaching.route import ROUTES, holds_answer, is_at_start
from assistant.coaching.state import SENTENCE, State
from assistant.coaching.wording import asking
from assistant.records.steps import How, Step, StepKind

_WORD = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a word of the answer to come
_UNKNOWN = " ".join([_WORD] * 12)  # long enough to be quoted, and to tell a problem
_AT = datetime.min.replace(tzinfo=timezone.utc)  # no wording depends on the time of an answer
_REACTIONS = ("utter_skip_question", "utter_thinking")
_SCALE = range(1, 11)
_LEFT_OUT = frozenset({SENTENCE, "review", "release"})  # what can be skipped and is no answer


def likely_next(state: State, catalogue: Catalogue, preparation: str) -> tuple[str, ...]:
    """What will probably be said next, each once, the most likely first; of a preparation by id.

    The question that comes when the open one is answered or skipped, with the line that begins
    its part; whether to stay with the answer; then what commands are answered with.
    """
    key = next_question(state, catalogue)
    found = [text for step in _steps(state, catalogue) for text in _said(step, state, catalogue)]
    if may_stay(key, state):
        found.append(catalogue.asking(STAY, {}))
    reactions = (*_REACTIONS, f"utter_why_{key}")
    found += [
        phrased(each, catalogue, preparation, state.turns)
        for each in reactions
        if catalogue.has(each)
    ]
    return tuple(text for text in dict.fromkeys(found) if _WORD not in text)


def _said(step: Step, state: State, catalogue: Catalogue) -> Iterator[str]:
    """What is said after this step: the line of a part that begins with it, and the question."""
    then = after(state, step)
    parts = [catalogue.question(next_question(each, catalogue)).part for each in (state, then)]
    begins = f"utter_begin_{parts[1]}"
    if parts[0] != parts[1] and catalogue.has(begins):
        yield catalogue.text(begins)
    yield asking(then, catalogue)


def _steps(state: State, catalogue: Catalogue) -> Iterator[Step]:
    """What the member may do to the open question."""
    key = next_question(state, catalogue)
    if key == SENTENCE:
        yield _step(StepKind.ACCEPTED, key, text=state.offered)
    elif key == "likelihood":
        yield from (_step(StepKind.ANSWERED, key, about=str(number)) for number in _SCALE)
    elif holds_answer(key, catalogue):
        yield _step(StepKind.ANSWERED, key)
    if holds_answer(key, catalogue) or key in _LEFT_OUT:
        yield _step(StepKind.SKIPPED, key)
    if key in ADDED:
        yield _step(StepKind.ASKED, key, command="reworded")
    if is_at_start(state):
        for route in ROUTES:
            yield _step(StepKind.ASKED, key, about=route, command="choose_route")


def _step(
    kind: StepKind,
    key: str,
    *,
    text: str | None = _UNKNOWN,
    about: str | None = None,
    command: str | None = None,
) -> Step:
    spoken = Step(kind, key, _AT, said=_UNKNOWN, how=How.SPOKEN)
    return replace(spoken, text=text, about=about, command=command)
