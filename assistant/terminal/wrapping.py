"""Soft wrapping: lines broken between words, never within, and none of the text's own lost."""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TextIO

from assistant.texts.printable import printable

WIDEST = 80
_LIST_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def columns() -> int:
    """How wide the text may be now."""
    return max(20, min(WIDEST, shutil.get_terminal_size().columns))


def fitting(text: str, stream: TextIO) -> str:
    """The text made safe to show; wrapped for a terminal, each line as it is for a program."""
    safe = printable(text)
    return wrapped(safe, columns()) if stream.isatty() else safe


def wrapped(text: str, width: int) -> str:
    """The text with every line at most ``width`` characters, where words allow it.

    A word that is longer stands on a line of its own. The lines of a list item are indented.
    """
    return "\n".join(_line(line, width) for line in text.split("\n"))


def _line(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    item = _LIST_ITEM.match(line)
    return textwrap.fill(
        line,
        width,
        subsequent_indent=" " * len(item[0]) if item else "",
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
        expand_tabs=False,
    )
