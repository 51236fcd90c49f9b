"""Makes replies, and keeps them as text for a message that comes twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from assistant.actions.turn_log import TurnLog
from assistant.coaching.choices import choices
from assistant.coaching.route import questions_dealt_with
from assistant.engine.turn import Choice, Progress, Reply

ENDED, PAUSED = "ended", "paused"


def reply_of(log: TurnLog, messages: Sequence[str]) -> Reply:
    """The reply at the end of a turn."""
    state, texts = log.state, log.catalogue
    done, of = questions_dealt_with(state, texts)
    return Reply(
        messages=tuple(messages),
        question=log.next,
        kind=_kind(log),
        choices=() if log.deleted else _choices(log),
        progress=Progress(done, of),
    )


def as_json(reply: Reply, apart: str = "") -> str:
    """A reply as text; the other way round: ``from_json``.

    A message that holds the words ``apart`` is left out, and told again when the reply is.
    """
    kept = [None if apart and apart in message else message for message in reply.messages]
    return json.dumps({**asdict(reply), "messages": kept})


def from_json(text: str, told_again: Callable[[], str]) -> Reply:
    """The reply that ``as_json`` made this text of; what was left out is ``told_again``."""
    fields = json.loads(text)
    return Reply(
        messages=tuple(told_again() if each is None else each for each in fields["messages"]),
        question=fields["question"],
        kind=fields["kind"],
        choices=tuple(Choice(**choice) for choice in fields["choices"]),
        progress=Progress(**fields["progress"]),
    )


def _choices(log: TurnLog) -> tuple[Choice, ...]:
    offered = choices(log.state, log.catalogue)
    return tuple(Choice(key, label) for key, label in offered.items())


def _kind(log: TurnLog) -> str:
    if log.deleted:
        return ENDED
    if log.state.paused:
        return PAUSED
    return log.catalogue.question(log.next).kind
