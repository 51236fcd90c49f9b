"""The prompt of a spoken session: the same, with what is heard above it and keys for the voice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, merge_key_bindings

from assistant.records.steps import How
from assistant.terminal.face import Said, said
from assistant.terminal.prompt import Prompt
from assistant.texts.texts import texts
from assistant.voice.keys import EDIT_KEY, VOICE_KEY, Keys


class TalkPrompt(Prompt):
    """Asks for one message at a time, typed or spoken.

    Attributes:
        status: what the assistant is doing; empty while it neither speaks nor listens.
        heard: what has been understood of the answer so far.
    """

    def __init__(self, keys: Keys) -> None:
        """With what the keys do."""
        self.status = self.heard = ""
        self._keys = keys
        self._correcting = self._to_edit = self._to_send = False
        super().__init__()
        self._app.key_processor.before_key_press += lambda _: keys.stop()

    def send(self) -> None:
        """Send what is written, and what is still being said before it."""
        self._to_send = self._keys.finish()
        if not self._to_send:
            super().send()

    def choose(self, command: str) -> None:
        """Send a command by key; what was said so far stays as what was typed does."""
        self._write(f"{self.heard} {self.buffer.text}".strip())
        super().choose(command)

    def take_draft(self, text: str) -> None:
        """Put what was said before what is written, to be sent by hand."""
        self.heard = ""
        self._write(f"{text} {self.buffer.text}".rstrip())

    def take_heard(self, text: str) -> None:
        """Send what was said; or, where the member is writing, put it before what is written."""
        self.heard = ""
        written, self._to_send, to_send = self.buffer.text, False, self._to_send
        if self._to_edit or (written and not to_send):
            self._to_edit = False
            self.take_draft(text)
        elif written:
            self._write(f"{text} {written}")
            super().send()
        else:
            self._write(text)
            self._send(said(text, self._asked(), How.SPOKEN))

    def settle(self, message: Said) -> None:
        """End the asking and leave nothing of it on the screen."""
        self._app.erase_when_done = True
        self._send(message)

    def above(self, write: Callable[[], None]) -> None:
        """Let something be written above the prompt."""
        if self._app.is_running and not self._app.is_done:
            self._writing = run_in_terminal(write)
        else:
            write()

    def refresh(self) -> None:
        """Show what has changed."""
        self._app.invalidate()

    @property
    def state(self) -> str:
        """What is heard, and what the quiet line says."""
        if self._correcting:
            return texts("voice")("correcting")
        if not self.status:
            return super().state
        heard = [texts("voice")("heard", text=self.heard)] if self.heard else []
        return "\n".join([*heard, self.status])

    def _send(self, message: Said) -> None:
        if self._app.is_running and not self._app.is_done:
            self._exit(message)

    def _exit(self, said: Said) -> None:
        said = replace(said, corrects=self._correcting and said.choice is None)
        self._correcting = False
        self.heard = ""
        super()._exit(said)

    def _write(self, text: str) -> None:
        self.buffer.text = text
        self.buffer.cursor_position = len(text)

    def _bindings(self) -> KeyBindingsBase:
        keys = KeyBindings()
        nothing_written = Condition(lambda: not self.buffer.text)
        keys.add(" ", filter=nothing_written)(lambda event: self._keys.finish())
        keys.add(EDIT_KEY)(lambda event: self._edit())
        keys.add(VOICE_KEY)(lambda event: self._keys.voice())
        return merge_key_bindings([super()._bindings(), keys])

    def _edit(self) -> None:
        """Write on in what is being said, or correct what was understood last."""
        if self._keys.finish():
            self._to_edit = True
        elif not self.buffer.text and self._keys.last():
            self._correcting = True
            self._write(self._keys.last())
