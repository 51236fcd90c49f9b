"""The Rasa component that decides: it reads the conversation and settles the intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.asked import Asked, asked_in
from assistant.nlu.classifier import MODEL, READING
from assistant.nlu.decision import Choice
from assistant.nlu.judgement import Judgement, judge
from assistant.nlu.reading import ANSWER, Reading
from assistant.nlu.recipe import register
from assistant.nlu.slash import is_signed

JUDGEMENT = "judgement"
"""Property of the parsed message: the fields of `Judgement`, by name."""


@register(is_trainable=False)
class Judge(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Sets the intent to `answer`, `in_doubt` or a command, and adds the `judgement`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Judge:
        """Make the component; what it knows, it gets with the message."""
        return cls()

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Judge each message in the light of the conversation, if there is one."""
        slots = tracker.current_slot_values() if tracker is not None else {}
        for message in messages:
            if not _is_button(message):
                _settle(message, _judged(message, slots))
        return messages


def _is_button(message: Message) -> bool:
    metadata = message.get("metadata") or {}
    return is_signed(str(message.get("text") or ""), metadata.get("token"))


def _judged(message: Message, slots: Mapping[str, Any]) -> Judgement:
    model = message.get(MODEL) or _Untrained()
    metadata = message.get("metadata") or {}
    text = str(message.get("text") or "")
    return judge(text, asked_in(slots, metadata), model, message.get(READING))


class _Untrained:
    """Stands in for a model that is not there: everything is an answer."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        return [Reading(text, {ANSWER: 1.0}) for text in texts]

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        return [{ANSWER: 1.0} for _ in texts]

    def answer_score(self, reading: Reading, asked: Asked) -> float:
        return 0.0

    def goes_back(self, reading: Reading, asked: Asked) -> Choice:
        return Choice()


def _settle(message: Message, judgement: Judgement) -> None:
    intent = {"name": judgement.intent, "confidence": judgement.confidence}
    message.set("intent", intent, add_to_output=True)
    message.set(JUDGEMENT, asdict(judgement), add_to_output=True)
