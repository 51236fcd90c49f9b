"""Reads lines and writes lines: for scripts, screen readers and terminals that can do no more."""

from __future__ import annotations

import asyncio
import sys

from assistant.engine.turn import Reply
from assistant.terminal.face import Face, Leaving, Said, choices_line, said
from assistant.terminal.training_told import TrainingLines
from assistant.terminal.wrapping import fitting
from assistant.texts.printable import printable
from assistant.texts.texts import texts


class Plain(Face):
    """One message a line; an empty line after each turn; nothing but text."""

    def __init__(self) -> None:
        """Read standard input from now on."""
        self._training: TrainingLines | None = None

    def show(self, reply: Reply) -> None:
        """Write the messages and the choices, then an empty line."""
        for message in (*reply.messages, choices_line(reply)):
            if message:
                print(fitting(message, sys.stdout))
        print(flush=True)

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        """Read a line; while it waits, what makes the assistant ready goes on in its thread."""
        if sys.stdin.isatty():
            print("> ", end="", flush=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            print()
            raise Leaving from None
        if not line:
            raise Leaving
        return said(line.removesuffix("\n").removesuffix("\r"), reply)

    def tell(self, sentence: str) -> None:
        """Write a line, and an empty one."""
        print(f"{fitting(sentence, sys.stdout)}\n", flush=True)

    def tell_keys(self) -> None:
        """There are none here."""

    def give_back(self, said: Said) -> bool:
        """Repeat it on standard error. Further lines of a script would answer other questions."""
        words = said.choice if said.choice is not None else said.text
        told = texts()("not_taken_in", text=words)
        print(printable(told), file=sys.stderr, flush=True)
        return sys.stdin.isatty()

    def training(self, stage: str, done: float) -> None:
        """Write a line on standard error now and then."""
        if self._training is None:
            self._training = TrainingLines()
            print(texts()("first_time"), file=sys.stderr, flush=True)
        self._training(stage, done)
