"""What a voice is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from assistant.voice.problems import VoiceProblem
from assistant.voice.sound import Sound
from assistant.voice.speak.manner import Manner


class VoiceFailed(VoiceProblem):
    """A voice cannot speak; ``str()`` is the sentence that says so and what to do."""


class Voice(ABC):
    """Makes sound of text."""

    @abstractmethod
    def make(self, text: str, manner: Manner) -> Sound:
        """The text as sound; may take a while, may be called from any one thread at a time.

        ``manner.volume`` is not its concern. Raises VoiceFailed.
        """

    def names(self) -> Sequence[str]:
        """By which names it can speak otherwise, its own choice among them; none by default.

        May take a while, as ``make`` may. Raises VoiceFailed.
        """
        return ()

    def close(self) -> None:  # noqa: B027, most voices hold nothing
        """Let go of what it holds."""
