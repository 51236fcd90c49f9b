"""One message through Rasa: NLU, rules, the form, our actions."""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from assistant.actions.turn_log import TurnLog
from assistant.coaching.choices import choices
from assistant.coaching.readable import readable
from assistant.coaching.wording import asking
from assistant.engine.channel import ReplyChannel
from assistant.engine.turn import Turn
from assistant.nlu.slash import sign
from assistant.records.steps import StepKind

_JUDGED = frozenset({"answer", "in_doubt"})  # what only words can be


async def converse(agent: Agent, log: TurnLog, turn: Turn, secret: bytes) -> list[str]:
    """Let Rasa handle the message; note the question as shown where it was asked."""
    channel = ReplyChannel()
    text, token = _for_rasa(turn, log, agent, secret)
    await agent.handle_message(
        UserMessage(
            text,
            channel,
            sender_id=turn.preparation_id,
            metadata={"how": turn.how.value, "token": token},
            message_id=turn.message_id,
        )
    )
    if log.deleted or log.failure:
        return channel.texts
    if not log.steps:
        log.append(StepKind.ASKED)
    wording = asking(log.state, log.catalogue)
    if channel.texts and channel.texts[-1] == wording:
        log.note(StepKind.SHOWN, log.next, wording=wording)
    return channel.texts


def _for_rasa(turn: Turn, log: TurnLog, agent: Agent, secret: bytes) -> tuple[str, str | None]:
    """What Rasa is to parse, and the token for it where that is no words to judge."""
    if turn.choice is not None:
        intent = _chosen(turn.choice, log, agent)
    elif not turn.text.strip():
        intent = "thinking"  # nothing typed at all is a member who is thinking
    elif (labelled := _labelled(turn.text, log, agent)) is not None:
        intent = labelled
    else:
        return readable(turn.text), None
    return f"/{intent}", sign(secret, f"/{intent}")


def _labelled(text: str, log: TurnLog, agent: Agent) -> str | None:
    """The command whose choice is shown under these very words; None where none is."""
    said = _plain(text)
    for key, label in choices(log.state, log.catalogue).items():
        if _plain(label) == said and key in agent.domain.intents:
            return key
    return None


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .!\"'")


def _chosen(choice: str, log: TurnLog, agent: Agent) -> str:
    """The intent of a choice: a command, or "answer" for something of the list that is shown.

    Anything else, such as a button of a question that is gone, only shows the question again.
    """
    if choice in agent.domain.intents and choice not in _JUDGED:
        return choice
    return "answer" if choice in choices(log.state, log.catalogue) else "repeat"
