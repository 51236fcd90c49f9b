"""What can be wrong with a device, and the sentence that says so."""

from __future__ import annotations

from assistant.texts.texts import texts
from assistant.voice.problems import VoiceProblem

NO_PORTAUDIO, NO_DEVICE, BUSY, LOST, UNKNOWN = "no_portaudio", "none", "busy", "lost", "unknown"
_NO_DEVICE = ("no default", "invalid device", "error querying device", "no input device", "-1")
_BUSY = ("device unavailable", "busy", "resource")


class DeviceProblem(VoiceProblem):
    """A device cannot be used; ``str()`` is the sentence that says so and what to do.

    Attributes:
        kind: no_portaudio, none, busy, lost or unknown.
    """

    def __init__(self, device: str, kind: str, detail: str = "") -> None:
        """``device`` is microphone or speaker."""
        self.kind = kind
        super().__init__(texts("voice")(f"{device}_{kind}", detail=detail))


def kind_of(error: Exception) -> str:
    """The kind of problem behind what PortAudio or the system raised."""
    told = str(error).lower()
    if isinstance(error, ImportError) or "portaudio library not found" in told:
        return NO_PORTAUDIO
    if any(words in told for words in _BUSY):
        return BUSY
    if isinstance(error, ValueError) or any(words in told for words in _NO_DEVICE):
        return NO_DEVICE
    return UNKNOWN
