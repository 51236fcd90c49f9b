"""The prompt of the screen: several lines, the keys, and sending once the assistant is ready."""

from __future__ import annotations

import asyncio
import os

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindingsBase
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style

from assistant.engine.turn import Reply
from assistant.terminal.bindings import bindings
from assistant.terminal.face import Leaving, Said, said
from assistant.terminal.wrapping import columns, wrapped
from assistant.texts.printable import printable
from assistant.texts.texts import texts

_TEXT = ""  # what waits is the text in the prompt; otherwise it is a command


class Prompt:
    """Asks for one message at a time.

    Until the assistant is ready, what is sent waits in the prompt, to be seen; it goes out by
    itself as soon as the assistant is ready. What is written after it is a message of its own,
    and a draft by then: the question that it would answer has not been read yet.

    Attributes:
        draft: what stood in the prompt beside what was sent.
        given_back: the draft could not be taken in before: what is typed takes its place.
    """

    def __init__(self) -> None:
        """Take hold of the terminal's input and output; nothing is shown yet."""
        self.draft = ""
        self.given_back = False
        self._first: str | None = None
        self._reply: Reply | None = None
        self._ready: asyncio.Task[None] | None = None
        self._waiting: str | None = None
        self._leaving = False
        self._trained = ""
        self._session: PromptSession[Said] = PromptSession(
            self._message,
            multiline=True,
            key_bindings=self._bindings(),
            history=DummyHistory(),
            complete_while_typing=False,
            reserve_space_for_menu=0,
            prompt_continuation="  ",
            input_processors=[_Printable()],
            style=Style.from_dict({"quiet": "ansibrightblack"}),
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        )
        # Not asked where the cursor is: some terminals cannot say, and nothing here needs it.
        self._app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED

    async def ask(self, reply: Reply, ready: asyncio.Task[None], draft: str) -> Said:
        """Wait for a message.

        Raises Leaving, or what ``ready`` failed with.
        """
        if self._leaving:
            raise Leaving(draft)
        self._reply, self._ready, self._waiting, self.draft = reply, ready, None, ""
        self._first = None
        self._app.erase_when_done = False
        mark = self._mark if self.given_back and draft else None
        ready.add_done_callback(self._on_ready)
        try:
            return await self._session.prompt_async(default=draft, pre_run=mark)
        except EOFError:  # the terminal is gone
            raise Leaving from None
        finally:
            ready.remove_done_callback(self._on_ready)

    def send(self) -> None:
        """Send the text, now or as soon as the assistant is ready."""
        if self._is_ready():
            self._exit(said(self.buffer.text, self._asked()))
        else:
            self._waiting = _TEXT
            self.buffer.cursor_position = len(self.buffer.text)

    def choose(self, command: str) -> None:
        """Send a command by key; the text stays. While a text waits, only the text does."""
        if self.text_waits or self._first is not None:
            return
        if self._is_ready():
            self.draft = self.buffer.text
            self._app.erase_when_done = True
            self._exit(Said(choice=command))
        else:
            self._waiting = command

    def leave(self) -> None:
        """Leave; what is waiting is taken in first, unless leaving was asked for already."""
        waits = self._waiting is not None or self._first is not None
        if not waits or self._leaving:
            written = [self._first or "", self.buffer.text]
            self._app.exit(exception=Leaving("\n".join(text for text in written if text)))
        self._leaving = True

    def edit_on(self, more: str) -> None:
        """Write a message of its own after the text that waits."""
        self._waiting = None
        if self._first is None:
            self._first = self.buffer.text
            self.buffer.reset()
            self.buffer.insert_text(more)
        else:
            self.buffer.insert_text(f"\n{more}")

    def paste(self, text: str) -> None:
        """Put a text in the place of what was given back."""
        self.buffer.cut_selection()
        self.buffer.insert_text(text)

    def edited(self) -> None:
        """The text that waited was changed: it is to be sent again."""
        self._waiting = None

    def trained(self, told: str) -> None:
        """Show these words for how far the training is; may be called from any thread."""
        self._trained = told
        self._app.invalidate()

    @property
    def text_waits(self) -> bool:
        """Whether a text was sent and waits for the assistant to be ready."""
        return self._waiting == _TEXT

    @property
    def is_marked(self) -> bool:
        """Whether what was given back stands there untouched: what is typed takes its place."""
        return self.given_back and self.buffer.selection_state is not None

    @property
    def buffer(self) -> Buffer:
        """What is being written."""
        return self._session.default_buffer

    @property
    def _app(self) -> Application[Said]:
        return self._session.app

    def _bindings(self) -> KeyBindingsBase:
        return bindings(self)

    def _asked(self) -> Reply:
        assert self._reply  # there is no prompt before the first words
        return self._reply

    def _is_ready(self) -> bool:
        return self._ready is not None and self._ready.done()

    def _exit(self, said: Said) -> None:
        self._app.exit(result=said)

    def _on_ready(self, ready: asyncio.Task[None]) -> None:
        if not self._app.is_running or self._app.is_done:
            return
        failure = None if ready.cancelled() else ready.exception()
        if failure:
            self._app.exit(exception=failure)
        elif self._first is not None:
            self._send_first(self._first)
        elif self.text_waits:
            self.send()
        elif self._waiting:
            self.choose(self._waiting)
        else:
            self._app.invalidate()

    def _send_first(self, text: str) -> None:
        """Send what was sent first; what was written after it is kept as a draft."""
        self.draft, self.buffer.text = self.buffer.text, text
        self._first = None
        self.send()

    def _mark(self) -> None:
        """Select the draft as a whole, as if by shift and an arrow key."""
        self.buffer.cursor_position = 0
        self.buffer.start_selection()
        assert self.buffer.selection_state
        self.buffer.selection_state.enter_shift_mode()
        self.buffer.cursor_position = len(self.buffer.text)

    def _message(self) -> StyleAndTextTuples:
        """The quiet line and the prompt; of what was sent, only the prompt stays."""
        mark = ("", "> ")
        state = wrapped(self.state, columns())
        first = [] if self._first is None else [("", f"> {printable(self._first)}\n\n")]
        return [mark] if self._app.is_done else [*first, ("class:quiet", f"{state}\n"), mark]

    @property
    def state(self) -> str:
        """What the quiet line says."""
        if self._leaving:
            return texts()("leaving")
        if self.is_marked:
            return texts()("given_back")
        if self._is_ready() and self._asked().kind == "closed":
            return texts()("closed")
        if self._is_ready():
            progress = self._asked().progress
            return texts()("ready", done=progress.done, of=progress.of)
        if self._waiting is not None or self._first is not None:
            return self._with_percent(texts()("waiting"))
        return self._with_percent(texts()("first_time" if self._trained else "getting_ready"))

    def _with_percent(self, sentence: str) -> str:
        return f"{sentence} {self._trained}".rstrip()


class _Printable(Processor):
    """Shows what is being written without control sequences, each character in its place."""

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        return Transformation([(style, printable(text)) for style, text, *_ in given.fragments])
