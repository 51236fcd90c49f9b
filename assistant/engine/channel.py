"""Collects what Rasa says in a turn, each message whole."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class ReplyChannel(OutputChannel):  # type: ignore[misc]
    """Keeps the texts in order; Rasa's own collecting channel would split them at blank lines."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.texts: list[str] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name in Rasa."""
        return "reply"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the text of a response."""
        if message.get("text"):
            self.texts.append(message["text"])
