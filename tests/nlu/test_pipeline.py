"""The trained pipeline, asked as a conversation asks it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.engine.model import Model


def _parse(loaded: Model, text: str, question: str | None = "problem") -> dict[str, Any]:
    agent = loaded.load()
    tracker = DialogueStateTracker("a member", agent.domain.slots)
    tracker.update(SlotSet("requested_slot", question))
    message = UserMessage(text)
    parsed: dict[str, Any] = asyncio.run(agent.processor.parse_message(message, tracker))
    return parsed


@pytest.mark.parametrize(
    ("text", "question", "intent"),
    [
        ("skip this question please", "problem", "skip_question"),
        ("could you say that again", "who_helps", "repeat"),
        ("the harbour board keeps putting the ferry fares up", "problem", "answer"),
        ("nobody, really", "who_helps", "answer"),
        ("seven", "likelihood", "answer"),
        ("yes please", "confirm_delete", "affirm"),
        ("no thanks", "confirm_delete", "deny"),
        ("/restart", "problem", "answer"),
        ("I've been thinking about killing myself", "problem", "danger"),
    ],
)
def test_it_is_judged_in_its_conversation(
    loaded: Model, text: str, question: str, intent: str
) -> None:
    assert _parse(loaded, text, question)["intent"]["name"] == intent


def test_a_long_answer_is_kept_to_the_last_character(loaded: Model) -> None:
    text = "The ferry is late. " * 10_000
    judged = _parse(loaded, text)["judgement"]
    assert judged["outcome"] == "answer" and judged["answer"] == text.strip()
