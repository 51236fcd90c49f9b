"""What the keys do in the prompt of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys

from assistant.terminal.keys import COMMANDS, PAUSE

if TYPE_CHECKING:
    from assistant.terminal.prompt import Prompt

_IGNORED = ("c-z", "c-\\", "c-o")  # they would put themselves into the text, or send it


def bindings(prompt: Prompt) -> KeyBindings:
    """Enter sends, Alt-Enter makes a new line, the function keys are commands."""
    keys = KeyBindings()
    keys.add("enter")(lambda event: prompt.send())
    keys.add("escape", "enter")(lambda event: prompt.buffer.newline(copy_margin=False))
    _bind_leaving(keys, prompt)
    _bind_commands(keys, prompt)
    _bind_writing_on(keys, prompt)
    _bind_replacing(keys, prompt)
    for key in _IGNORED:
        keys.add(key)(lambda event: None)
    return keys


def _bind_leaving(keys: KeyBindings, prompt: Prompt) -> None:
    nothing_written = Condition(lambda: not prompt.buffer.text)
    keys.add("c-c")(lambda event: prompt.leave())
    keys.add("<sigint>")(lambda event: prompt.leave())
    keys.add("c-d", filter=nothing_written)(lambda event: prompt.leave())


def _bind_commands(keys: KeyBindings, prompt: Prompt) -> None:
    for key, command in COMMANDS.items():
        keys.add(key)(_leaving(prompt) if command == PAUSE else _choosing(prompt, command))


def _leaving(prompt: Prompt) -> Callable[[KeyPressEvent], None]:
    return lambda event: prompt.leave()


def _choosing(prompt: Prompt, command: str) -> Callable[[KeyPressEvent], None]:
    return lambda event: prompt.choose(command)


def _bind_replacing(keys: KeyBindings, prompt: Prompt) -> None:
    """What is pasted takes the place of what was given back; what is typed does so anyhow."""
    marked = Condition(lambda: prompt.is_marked)
    keys.add(Keys.BracketedPaste, filter=marked)(lambda event: prompt.paste(_lines(event.data)))


def _lines(pasted: str) -> str:
    return pasted.replace("\r\n", "\n").replace("\r", "\n")


def _bind_writing_on(keys: KeyBindings, prompt: Prompt) -> None:
    """While a text waits, more begins a message of its own."""
    waits = Condition(lambda: prompt.text_waits)

    @keys.add(Keys.Any, filter=waits)
    def write_on(event: KeyPressEvent) -> None:
        prompt.edit_on(event.data)

    @keys.add(Keys.BracketedPaste, filter=waits)
    def paste_on(event: KeyPressEvent) -> None:
        prompt.edit_on(_lines(event.data))

    @keys.add("backspace", filter=waits)
    @keys.add("c-h", filter=waits)
    def take_back(event: KeyPressEvent) -> None:
        prompt.edited()
        prompt.buffer.delete_before_cursor()
