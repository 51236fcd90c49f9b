"""What a spoken session needs of a screen: to show what is heard, and to take it in."""

from __future__ import annotations

import asyncio
import sys
import threading
from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from assistant.engine.turn import Reply
from assistant.records.steps import How
from assistant.terminal.face import Face, Leaving, Said, said
from assistant.terminal.plain import Plain
from assistant.terminal.screen import Screen

if TYPE_CHECKING:
    from assistant.voice.keys import Keys
    from assistant.voice.prompt import TalkPrompt


class TalkingFace(Face):
    """A face of the terminal that also shows what is said and heard."""

    keys: Keys

    @abstractmethod
    def status(self, sentence: str) -> None:
        """Say what the assistant is doing; empty while it neither speaks nor listens."""

    @abstractmethod
    def hearing(self, text: str) -> None:
        """Show what has been understood of the answer so far."""

    @abstractmethod
    def heard(self, text: str) -> None:
        """Take a spoken message as if it had been typed."""

    @abstractmethod
    def draft(self, text: str) -> None:
        """Give back what was said and not sent."""

    @abstractmethod
    def settle(self, said: Said) -> None:
        """End the asking with this, whether or not the assistant can answer yet."""


class TalkScreen(Screen, TalkingFace):
    """The calm screen, spoken."""

    def _new_prompt(self) -> TalkPrompt:
        from assistant.voice.prompt import TalkPrompt

        return TalkPrompt(self.keys)

    @property
    def _talk(self) -> TalkPrompt | None:
        from assistant.voice.prompt import TalkPrompt

        return self._prompt if isinstance(self._prompt, TalkPrompt) else None

    def tell(self, sentence: str) -> None:
        """Write it above the prompt that is open."""
        if self._talk:
            self._talk.above(lambda: super(TalkScreen, self).tell(sentence))
        else:
            super().tell(sentence)

    def status(self, sentence: str) -> None:
        """Show it in the quiet line."""
        if self._talk and self._talk.status != sentence:
            self._talk.status = sentence
            self._talk.refresh()

    def hearing(self, text: str) -> None:
        """Show it above the quiet line."""
        if self._talk and self._talk.heard != text:
            self._talk.heard = text
            self._talk.refresh()

    def heard(self, text: str) -> None:
        """It stands after ">" like what is typed."""
        if self._talk:
            self._talk.take_heard(text)

    def draft(self, text: str) -> None:
        """It goes into the prompt."""
        if self._talk:
            self._talk.take_draft(text)

    def settle(self, said: Said) -> None:
        """The prompt ends."""
        if self._talk:
            self._talk.settle(said)


class TalkPlain(Plain, TalkingFace):
    """Plain lines, spoken: what is heard stands after ">" on a line of its own."""

    def __init__(self) -> None:
        """Read standard input once something is asked."""
        super().__init__()
        self._said: asyncio.Future[Said] | None = None
        self._reply: Reply | None = None
        self._lines: asyncio.Queue[str] | None = None

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        """Wait for a line or for a spoken message. Raises Leaving."""
        self._reply = reply
        self._said = asyncio.get_running_loop().create_future()
        line = asyncio.ensure_future(self._reading().get())
        either: set[asyncio.Future[Any]] = {self._said, line}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not line.done():
            line.cancel()
            return self._said.result()
        if not line.result():
            raise Leaving
        self.keys.stop()
        typed = line.result().removesuffix("\n").removesuffix("\r")
        if self.keys.finish():  # it goes on with what is just being said
            return Said(f"{(await self._said).text} {typed}".strip())
        return said(typed, reply)

    def _reading(self) -> asyncio.Queue[str]:
        """The lines typed, each as it comes; the last one is empty."""
        if self._lines is None:
            self._lines = asyncio.Queue()
            put, loop = self._lines.put_nowait, asyncio.get_running_loop()

            def read() -> None:
                line = "there is more"
                while line:
                    line = sys.stdin.readline()
                    loop.call_soon_threadsafe(put, line)

            # Nothing can end a read of standard input, and nobody waits for this thread.
            threading.Thread(target=read, daemon=True).start()
        return self._lines

    def status(self, sentence: str) -> None:
        """Nothing: a line for each change would drown the conversation."""

    def hearing(self, text: str) -> None:
        """Nothing: it comes when it is whole."""

    def heard(self, text: str) -> None:
        """Write it as if it had been typed."""
        assert self._reply
        print(f"> {text}", flush=True)
        self.settle(said(text, self._reply, How.SPOKEN))

    def draft(self, text: str) -> None:
        """Write it, to be typed again."""
        self.give_back(Said(text))

    def settle(self, said: Said) -> None:
        """End the asking."""
        if self._said and not self._said.done():
            self._said.set_result(said)
