"""The rounds of a preparation: what was asked and answered until the member started again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.catalogue import Catalogue
from assistant.coaching.fold import after
from assistant.coaching.state import Held, State
from assistant.records.steps import Step, StepKind

SENTENCE = "summary"
PARTS = (
    "coming_back",
    "worksheet",
    "good_questions",
    "more",
    "staying",
    "going_deeper",
    "options",
    "steps",
    "session",
    "review",
)
"""The parts whose questions a member answers, in the order in which a copy shows them."""


@dataclass(frozen=True)
class AnswerCopy:
    """One question and what the member made of it.

    Attributes:
        question: its key.
        part: of what it is a part: worksheet, good_questions, going_deeper, ... or review.
        asked: its wording, as it was last shown.
        answer: the current answer; None where there is none.
        earlier: earlier wordings of the answer, oldest first.
        skipped: whether the member left it out.
    """

    question: str
    part: str
    asked: str
    answer: str | None
    earlier: tuple[str, ...]
    skipped: bool


@dataclass(frozen=True)
class Round:
    """What was said until the member started again, or until now.

    Attributes:
        answers: the questions that were shown, in the order of the parts.
        sentence: the sentence accepted; None while there is none.
        offered: the sentence offered and not accepted.
        earlier_sentences: earlier wordings of the sentence, oldest first.
        held: a message in doubt, neither an answer nor a command.
    """

    answers: tuple[AnswerCopy, ...]
    sentence: str | None
    offered: str | None
    earlier_sentences: tuple[str, ...]
    held: Held | None


def rounds(steps: Iterable[Step], catalogue: Catalogue) -> tuple[Round, ...]:
    """The rounds of a log, the present one last; none where nothing was ever shown."""
    made: list[Round] = []
    state, notes = State(), _Notes()
    for step in steps:
        new = after(state, step)
        if len(new.earlier) > len(state.earlier):
            made.append(_round(state, notes, catalogue))
            notes = _Notes()
        else:
            notes.take(step, state, new)
        state = new
    return (*made, _round(state, notes, catalogue)) if state.seq else tuple(made)


class _Notes:
    """What a state no longer knows: wordings shown, and texts that others replaced."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}
        self._earlier: dict[str, list[str]] = {}

    def take(self, step: Step, before: State, now: State) -> None:
        """Note what this step showed or replaced."""
        if step.question and step.wording is not None:
            self.asked[step.question] = step.wording
        if step.kind is StepKind.SETTLED and step.text is None:
            return  # "that was a command": what it takes out never was an answer
        kept = dict(_texts(now))
        for key, text in _texts(before):
            if kept.get(key) != text:
                self._earlier.setdefault(key, []).append(text)

    def earlier(self, key: str, current: str | None) -> tuple[str, ...]:
        """Earlier wordings, each once, without the current one."""
        texts = dict.fromkeys(self._earlier.get(key, ()))
        return tuple(text for text in texts if text != current)


def _texts(state: State) -> Iterator[tuple[str, str]]:
    yield from state.answers.items()
    sentence = state.accepted or state.offered
    if sentence:
        yield SENTENCE, sentence


def _round(state: State, notes: _Notes, catalogue: Catalogue) -> Round:
    seen = {*notes.asked, *state.answers, *state.skipped}
    return Round(
        answers=tuple(
            _answer(key, state, notes, catalogue) for key in catalogue.parts(*PARTS) if key in seen
        ),
        sentence=state.accepted,
        offered=None if state.accepted else state.offered or state.so_far,
        earlier_sentences=notes.earlier(SENTENCE, state.accepted or state.offered),
        held=state.held,
    )


def _answer(key: str, state: State, notes: _Notes, catalogue: Catalogue) -> AnswerCopy:
    answer = state.answers.get(key)
    return AnswerCopy(
        question=key,
        part=catalogue.question(key).part,
        asked=notes.asked.get(key) or catalogue.asking(key, {}),
        answer=answer,
        earlier=notes.earlier(key, answer),
        skipped=key in state.skipped,
    )
