"""The calm screen: text softly wrapped, a prompt with several lines, one quiet line of state."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from assistant.engine.turn import Reply
from assistant.terminal.echo import no_echo
from assistant.terminal.face import Face, Leaving, Said, choices_line
from assistant.terminal.training_told import TrainingTold
from assistant.terminal.wrapping import columns, wrapped
from assistant.texts.printable import printable
from assistant.texts.texts import texts

if TYPE_CHECKING:
    from assistant.terminal.prompt import Prompt


class Screen(Face):
    """A terminal that can move its cursor.

    What it takes to ask is imported after the first words.
    """

    def __init__(self) -> None:
        """Ready to show."""
        self._prompt: Prompt | None = None
        self._draft = ""
        self._training = TrainingTold()
        self._given_back = False

    def held(self) -> AbstractContextManager[None]:
        """Show nothing of what is typed before there is a prompt."""
        return no_echo()

    def prepare(self) -> None:
        """Import the prompt, which takes a fifth of a second."""
        self._prompt = self._new_prompt()

    def _new_prompt(self) -> Prompt:
        from assistant.terminal.prompt import Prompt

        return Prompt()

    def show(self, reply: Reply) -> None:
        """Write the messages, each with an empty line after it, and the choices by numbers."""
        if self._prompt is None:  # the first words
            print()
        for message in (*reply.messages, choices_line(reply)):
            if message:
                self.tell(message)

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        """Let the member write, with what could not be taken in before as a draft."""
        assert self._prompt
        self._prompt.given_back, self._given_back = self._given_back, False
        try:
            said = await self._prompt.ask(reply, ready, self._draft)
        except Leaving:
            print()
            raise
        self._draft = self._prompt.draft
        if said.text:  # it stays on the screen; a command that was sent by key does not
            print()
        return said

    def tell(self, sentence: str) -> None:
        """Write it, and an empty line after it."""
        print(f"{wrapped(printable(sentence), columns())}\n", flush=True)

    def tell_keys(self) -> None:
        """Say what each key does."""
        self.tell(texts()("keys"))

    def give_back(self, said: Said) -> bool:
        """Put the text back into the prompt, marked as a whole: nothing is written on it unseen."""
        if said.text:
            self._draft, self._given_back = said.text, True
        return True

    def training(self, stage: str, done: float) -> None:
        """Show it in the quiet line."""
        told = self._training(stage, done)
        if self._prompt:
            self._prompt.trained(told)
