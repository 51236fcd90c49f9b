"""A text as programs can read it; the log keeps it as it was said."""

from __future__ import annotations

_MOST = 2000  # characters of the beginning, and as many of the end


def readable(text: str) -> str:
    """The text without half characters, and of a very long one the beginning and the end.

    A bad paste leaves half a character, which cannot be written as UTF-8. What is judged or put
    into a sentence takes time for every word, and 200,000 characters would take minutes.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole if len(whole) <= 2 * _MOST else f"{whole[:_MOST]}\n{whole[-_MOST:]}"
