"""What is meant by the words that "Stay with that, or go on?" is answered with."""

from __future__ import annotations

from assistant.coaching.heard import nothing_but


def stays(text: str) -> bool | None:
    """Whether a message chooses to stay (True), or to go on (False); None: it chooses nothing.

    What chooses neither ("I don't mind") goes on: it costs nothing. In anything else the member has
    begun to say more, and that is kept.
    """
    if nothing_but("stay", text):
        return True
    return False if nothing_but("go", text) else None
