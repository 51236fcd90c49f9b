"""What a terminal has to be able to do for a conversation: show, ask, and give words back."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from assistant.engine.turn import Choice, Reply
from assistant.records.steps import How

NUMBERED = frozenset({"yes_no", "summary", "role"})
"""Kinds of questions whose choices are numbered here; lists bring numbers of their own."""


@dataclass(frozen=True)
class Said:
    """What a member sent: a text, or the key of a choice.

    Attributes:
        text: as it was typed or understood.
        choice: key of a choice instead of a text.
        how: typed or spoken; whatever was chosen is chosen.
        corrects: whether it is what the member said before, put right.
    """

    text: str = ""
    choice: str | None = None
    how: How = How.TYPED
    corrects: bool = False


class Leaving(Exception):
    """The member leaves; ``unsent`` is what stood in the prompt."""

    def __init__(self, unsent: str = "") -> None:
        """With what was written and not sent."""
        super().__init__()
        self.unsent = unsent


class Face(ABC):
    """One way for a member to read and write."""

    def held(self) -> AbstractContextManager[None]:
        """Hold the terminal for a conversation, while it lasts."""
        return nullcontext()

    def prepare(self) -> None:  # noqa: B027, most faces need nothing
        """Get ready to ask; the first words have been shown."""

    @abstractmethod
    def show(self, reply: Reply) -> None:
        """Show what the assistant says."""

    @abstractmethod
    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        """Wait for what the member sends; ``ready`` is done once the assistant can answer.

        Raises Leaving, or what ``ready`` failed with.
        """

    @abstractmethod
    def tell(self, sentence: str) -> None:
        """Say something about the program itself."""

    @abstractmethod
    def tell_keys(self) -> None:
        """Say which keys there are."""

    @abstractmethod
    def give_back(self, said: Said) -> bool:
        """Give back what could not be taken in; False when the conversation cannot go on."""

    @abstractmethod
    def training(self, stage: str, done: float) -> None:
        """Tell how far the training is, ``done`` from 0 to 1; called from another thread."""


def numbered(reply: Reply) -> tuple[Choice, ...]:
    """The choices that can be sent by their numbers."""
    return reply.choices if reply.kind in NUMBERED else ()


def choices_line(reply: Reply) -> str:
    """The choices with their numbers, on one line; empty where there are none."""
    return "   ".join(f"{n} {choice.label}" for n, choice in enumerate(numbered(reply), 1))


def said(text: str, reply: Reply, how: How = How.TYPED) -> Said:
    """What a text says: exactly the number of a choice chooses it."""
    keys = {str(number): choice.key for number, choice in enumerate(numbered(reply), 1)}
    return Said(text, keys.get(text.strip()), how)
