"""Keeps a terminal from showing what is typed while no prompt is open."""

from __future__ import annotations

import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager

_INPUT, _LOCAL = 0, 3  # places in what tcgetattr gives


@contextmanager
def no_echo() -> Iterator[None]:
    """While it lasts, what is typed too early waits unseen, key by key, for the next prompt."""
    terminal = sys.stdin.fileno()
    before, quiet = termios.tcgetattr(terminal), termios.tcgetattr(terminal)
    quiet[_LOCAL] &= ~(termios.ECHO | termios.ICANON)
    quiet[_INPUT] &= ~termios.ICRNL  # Enter stays Enter, apart from a new line that is pasted
    termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
