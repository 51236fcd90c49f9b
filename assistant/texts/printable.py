"""Text made safe to show: nothing in it steers the terminal or hides what is there."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, C0 and C1, but for the tab and the new line
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # overrides and isolates of the direction of writing
    "\ufff9-\ufffb"  # annotations
    "\ud800-\udfff"  # halves of characters, which no terminal can be sent
    "]"
)
_PICTURES = 0x2400  # Unicode has a picture for each control of C0, from here on
_DELETE = "\N{SYMBOL FOR DELETE}"
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """The text with each control and direction mark replaced by one character that shows it.

    New lines and tabs stay; everything else keeps its place.
    """
    return _UNSAFE.sub(_stand_in, text)


def printable_json(json_text: str) -> str:
    """JSON with the same characters written as escapes: safe to show, and it says the same.

    They stand only within strings there, where JSON allows an escape for any of them.
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return _DELETE if code == 0x7F else _UNKNOWN
