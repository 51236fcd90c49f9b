"""What the member was asked when a message came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.catalogue import catalogue

YES_NO = "yes_no"

ASIDES = {
    "settle_held": YES_NO,
    "confirm_start_again": YES_NO,
    "confirm_delete": YES_NO,
    "confirm_release": YES_NO,
    "summary": "summary",
    "which_answer": "choice",
    "review": "choice",
    "person": "role",
    "release": "choice",
    "closing": "closed",
    "paused": "closed",
}
"""What stands in front of a question of the worksheet, and what it takes."""

ABOUT_PEOPLE = frozenset({"stakeholders", "who_knows", "who_cares", "who_helps"})
ABOUT_DOING = frozenset({"try", "can_do", "more_can_do", "options", "first_steps", "actions"})
"""Questions to which "stop chasing" is an answer."""
ABOUT_A_STEP = frozenset({"smaller_step", "step_day", "likelihood_up"})
"""Questions about the step that was just named, whose words an answer says again."""


@dataclass(frozen=True)
class Asked:
    """What was asked.

    Attributes:
        key: the open question, or the aside in front of it (`settle_held`, `confirm_delete`,
            `summary`, ...); None when it is not known.
        kind: what the question takes: text, list, number, date, yes_no, choice, summary, closed.
        under: the question of the worksheet underneath an aside.
        answers: the answers so far, question key -> text, in their order.
        how: typed, spoken or chosen.
        listed: whether the answers have just been listed, so that a number means one of them.
        taken_as: what the message before was taken for, answer or command; empty where either
            can be said to have been wrong.
    """

    key: str | None = None
    kind: str = "text"
    under: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    how: str = "typed"
    listed: bool = False
    taken_as: str = ""

    @property
    def takes_yes_or_no(self) -> bool:
        """Whether "yes" and "no" are more than an answer in somebody's own words."""
        return self.key in ASIDES


def asked_in(slots: Mapping[str, Any], metadata: Mapping[str, Any]) -> Asked:
    """Return what was asked, from the slots by name and the message's metadata."""
    key = slots.get("requested_slot")
    under = slots.get("open_question")
    answers = {
        name: value
        for name, value in slots.items()
        if isinstance(value, str) and name not in ASIDES and name in catalogue().questions
    }
    how, listed = str(metadata.get("how") or "typed"), bool(slots.get("listed"))
    taken_as = str(slots.get("taken_as") or "")
    return Asked(key, kind_of(key), under, answers, how, listed, taken_as)


def kind_of(key: str | None) -> str:
    """Return what a question or an aside takes; plain text where that is not known."""
    if key in ASIDES:
        return ASIDES[str(key)]
    question = catalogue().questions.get(key) if key is not None else None
    return question.kind if question is not None else "text"
