"""A leading "/" is text, unless the message is one of our own buttons."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.recipe import register

DISARMED = "\N{FRACTION SLASH}"
"""Stands for the "/" in the parsed text: it looks the same, and Rasa takes it for a letter."""

_secret: list[bytes] = []


def set_secret(secret: bytes) -> None:
    """Set this installation's secret; until then every leading "/" is disarmed."""
    _secret[:] = [secret]


def sign(secret: bytes, text: str) -> str:
    """Return the token that lets this very text pass (HMAC-SHA256, 64 hexadecimal digits)."""
    return hmac.new(secret, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def is_signed(text: str, token: object) -> bool:
    """Tell whether the token is the one that this installation gives for the text."""
    if not _secret or not isinstance(token, str):
        return False
    return hmac.compare_digest(sign(_secret[0], text).encode(), token.encode("utf-8", "replace"))


def disarmed(text: str) -> str:
    """Return the text with a leading "/" (after white space) replaced by its look-alike."""
    start = len(text) - len(text.lstrip())
    if not text.startswith("/", start):
        return text
    return f"{text[:start]}{DISARMED}{text[start + 1 :]}"


@register(is_trainable=False)
class SlashIsText(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Disarms "/intent" in the parsed text, last in the pipeline, before Rasa's own handler."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SlashIsText:
        """Make the component; it has neither configuration nor state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Change the parsed text of each message that begins with "/" and is not signed."""
        for message in messages:
            text = message.get("text")
            metadata = message.get("metadata") or {}
            if isinstance(text, str) and not is_signed(text, metadata.get("token")):
                message.set("text", disarmed(text))
        return messages
