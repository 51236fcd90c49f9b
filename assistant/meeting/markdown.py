"""Markdown made of parts, in which people's own words stay words.

What a member said can make no heading, list, link or HTML, whatever characters it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MEANINGFUL = re.compile(r"[\\`*_\[\]<>|~&@]|(?<=[a-zA-Z]):(?=//)|(?<=[wW]{3})\.")
_LINE_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")
_NO_BREAK_SPACE = "\u00a0"


def escaped(text: str) -> str:
    """One line of plain text as Markdown that shows just that."""
    stripped = text.lstrip(" \t")
    indent = text[: len(text) - len(stripped)].replace("\t", "    ")
    return _NO_BREAK_SPACE * len(indent) + _LINE_START.sub(_disarmed, _inline(stripped))


def quoted(text: str) -> str:
    """Somebody's words as a block quotation, line for line."""
    lines = text.strip("\n").split("\n")
    return "\n".join(f"> {escaped(line)}{_break_after(lines, i)}" for i, line in enumerate(lines))


def heading(level: int, text: str) -> str:
    """A heading of this level, 1 to 6."""
    return f"{'#' * level} {escaped(_one_line(text))}"


def strong(text: str) -> str:
    """One line of plain text, standing out."""
    return f"**{escaped(_one_line(text).strip())}**"


def emphasised(text: str) -> str:
    """One line of plain text, set apart."""
    return f"*{escaped(_one_line(text).strip())}*"


def listed(texts: Iterable[str]) -> str:
    """A list, one line of plain text each."""
    return "\n".join(f"- {escaped(_one_line(text).strip())}" for text in texts)


def document(*blocks: str) -> str:
    """Blocks with an empty line between them, and a new line at the end."""
    return "\n\n".join(blocks) + "\n"


def _inline(text: str) -> str:
    return _MEANINGFUL.sub(r"\\\g<0>", text)


def _disarmed(start: re.Match[str]) -> str:
    """The first sign of a list or heading with a backslash; for a number, after it."""
    sign = start[0]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _break_after(lines: list[str], at: int) -> str:
    """A hard break, where the next line belongs to the same paragraph."""
    more = at + 1 < len(lines) and lines[at].strip() and lines[at + 1].strip()
    return "  " if more else ""


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
