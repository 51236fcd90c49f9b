"""What the keys of a spoken session do beside those of the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

VOICE_KEY, EDIT_KEY = "f12", "tab"


@dataclass(frozen=True)
class Keys:
    """What is called when a key is pressed.

    Attributes:
        stop: any key: be silent.
        finish: "that is my answer"; False where nothing has been said.
        voice: speak and listen, or leave that.
        last: gives what was understood last, to be corrected.
    """

    stop: Callable[[], None]
    finish: Callable[[], bool]
    voice: Callable[[], None]
    last: Callable[[], str]
