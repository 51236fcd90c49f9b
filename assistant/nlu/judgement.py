"""Answer, command, both, or in doubt: what a message is while a question is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.nlu.model import Reading

Outcome = Literal["answer", "command", "both", "in_doubt"]
Reader = Callable[[Sequence[str]], list[Reading]]
"""Reads some texts at once."""

ANSWER = "answer"
IN_DOUBT = "in_doubt"
YES_OR_NO = frozenset({"affirm", "deny"})
SERIOUS = frozenset({"not_coping", "danger", "others_at_risk"})

SURE_ANSWER = 0.5
"""From this probability on a message is an answer."""
SURE_COMMAND = 0.35
"""Below this probability of an answer a message is a command; between the two is doubt."""


@dataclass(frozen=True)
class Asked:
    """What the member was asked when the message came.

    Attributes:
        key: the open question, or the aside in front of it (`settle_held`, `confirm_delete`,
            `summary`, ...); None when it is not known.
        kind: what the question takes: text, list, number, date, yes_no or choice.
        under: the question of the worksheet underneath an aside.
        answers: the answers so far, question key -> text.
        how: typed, spoken or chosen.
    """

    key: str | None = None
    kind: str = "text"
    under: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    how: str = "typed"


@dataclass(frozen=True)
class Judgement:
    """What a message was judged to be.

    Attributes:
        outcome: answer, command, both or in_doubt.
        command: the command; for an answer or in doubt, what it would be as a command.
        answer: the span of the text that is the answer.
        about: the question whose answer is to be changed.
        content: the new content that a request to change contains.
        confidence: how sure the judgement is, 0 to 1.
    """

    outcome: Outcome
    command: str | None = None
    answer: str | None = None
    about: str | None = None
    content: str | None = None
    confidence: float = 1.0

    @property
    def intent(self) -> str:
        """The name under which the conversation's rules know it."""
        if self.outcome in (ANSWER, IN_DOUBT) or self.command is None:
            return self.outcome
        return self.command


def judge(text: str, asked: Asked, read: Reader) -> Judgement:
    """Judge a message by what it says, while this was asked."""
    stripped = text.strip()
    if not stripped:
        return Judgement(IN_DOUBT, confidence=0.0)
    if stripped.startswith("/"):
        return Judgement(ANSWER, answer=stripped)
    can_say_yes = asked.kind == "yes_no"
    shares = dict(read([stripped])[0].shares)
    if not can_say_yes:
        shares[ANSWER] = shares.get(ANSWER, 0.0) + sum(shares.pop(x, 0.0) for x in YES_OR_NO)
    answer = shares.pop(ANSWER, 0.0)
    command = max(shares, key=lambda label: shares[label], default=None)
    if can_say_yes and command in YES_OR_NO and shares[command] > answer / 2:
        return Judgement("command", command=command, confidence=shares[command])
    if answer >= SURE_ANSWER or command is None:
        return Judgement(ANSWER, command=command, answer=stripped, confidence=answer)
    if answer >= SURE_COMMAND:
        return Judgement(IN_DOUBT, command=command, answer=stripped, confidence=1 - answer)
    return Judgement("command", command=command, confidence=1 - answer)
