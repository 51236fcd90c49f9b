"""What became of a session's answers: a pure function of the preparation's log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.coaching.fold import standing
from assistant.records.steps import Step, StepKind

_KEEPING = frozenset({StepKind.ANSWERED, StepKind.REVISED, StepKind.SETTLED})
_TAKING_WHOLE = frozenset({StepKind.ANSWERED, StepKind.REVISED, StepKind.HELD})


@dataclass(frozen=True)
class Verdict:
    """What became of the answers.

    Attributes:
        verbatim: questions whose answer stands as it was typed.
        invented: what stands or stood in the log as an answer and was not given to that question.
        held: questions whose answer was held in doubt first.
        made_of: by question, what was made of an answer that was held, changed or not kept.
    """

    verbatim: frozenset[str]
    invented: tuple[str, ...]
    held: frozenset[str]
    made_of: Mapping[str, str]


def verdict(
    steps: Sequence[Step], expected: Mapping[str, str], given: Mapping[str, str]
) -> Verdict:
    """Judge a log.

    Args:
        steps: the log.
        expected: the answers that the member has to give, by question.
        given: what the member typed as answers, by the question that it was typed to.
    """
    taken = {key: _taken(steps, key, text) for key, text in given.items() if key in expected}
    standing_answers = standing(steps).answers
    verbatim = {
        key
        for key, step in taken.items()
        if step is not None
        and step.kind in _TAKING_WHOLE
        and standing_answers.get(key) == given[key].strip()
    }
    held = {key for key, step in taken.items() if step and step.kind is StepKind.HELD}
    telling = {key for key in expected if key not in verbatim or key in held}
    return Verdict(
        verbatim=frozenset(verbatim),
        invented=tuple(_invented(steps, given)),
        held=frozenset(held),
        made_of={key: _made_of(taken.get(key), standing_answers.get(key)) for key in telling},
    )


def _taken(steps: Sequence[Step], key: str, text: str) -> Step | None:
    """The step that a message became: the first of the message's steps carries it whole."""
    return next((step for step in steps if step.said == text and step.question == key), None)


def _invented(steps: Sequence[Step], given: Mapping[str, str]) -> list[str]:
    return [
        f"{step.question}: {step.text}"
        for step in steps
        if step.kind in _KEEPING
        and step.text is not None
        and step.question is not None
        and step.question != "release"  # there, a step names the items that were chosen
        and step.text not in given.get(step.question, "")
    ]


def _made_of(step: Step | None, answer: str | None) -> str:
    if step is None:
        return "never asked, or not in the log"
    made = f"{step.kind.value} ({step.command})" if step.command else step.kind.value
    return made if answer is None else f"{made}, and the answer stands as: {answer}"
