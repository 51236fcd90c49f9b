"""A face of the terminal that a benchmark, or a test, sits at."""

from __future__ import annotations

import asyncio
import time

from assistant.engine.turn import Reply
from assistant.records.steps import How
from assistant.terminal.face import Leaving, Said, said
from assistant.texts.texts import texts
from assistant.voice.screen import TalkingFace


class BenchFace(TalkingFace):
    """What a member sees and types.

    Attributes:
        reply: what was shown last.
        shown_at: when, by ``time.monotonic``.
        listening: set while the assistant listens.
        told: what was told beside the conversation.
    """

    def __init__(self) -> None:
        self.reply: Reply | None = None
        self.shown_at = 0.0
        self.listening = asyncio.Event()
        self.told: list[str] = []
        self._said: asyncio.Future[Said] | None = None
        self._listens = texts("voice")("listening", level="").split()[0]
        self.drafted = ""
        self.asks = 0

    def show(self, reply: Reply) -> None:
        self.reply, self.shown_at = reply, time.monotonic()

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        self.asks += 1
        self.listening.clear()
        self._said = asyncio.get_running_loop().create_future()
        answer = await self._said
        if answer.choice == "":
            raise Leaving
        return answer

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell_keys(self) -> None:
        pass

    def give_back(self, said: Said) -> bool:
        raise AssertionError(f"not taken in: {said.text}")

    def training(self, stage: str, done: float) -> None:
        pass

    def status(self, sentence: str) -> None:
        if sentence.startswith(self._listens):
            self.listening.set()
        else:
            self.listening.clear()

    def hearing(self, text: str) -> None:
        pass

    def heard(self, text: str) -> None:
        assert self.reply
        self.settle(said(text, self.reply, How.SPOKEN))

    def draft(self, text: str) -> None:
        self.drafted = text

    def settle(self, said: Said) -> None:
        if self._said and not self._said.done():
            self._said.set_result(said)

    def type(self, text: str) -> None:
        """Type a message."""
        assert self.reply
        self.settle(said(text, self.reply))
