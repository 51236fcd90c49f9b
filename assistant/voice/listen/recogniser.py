"""What a recogniser is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.voice.problems import VoiceProblem
from assistant.voice.sound import Samples

AT_ONCE = 2
"""Transcriptions that run side by side at most; a third would only slow the others down."""


class RecogniserFailed(VoiceProblem):
    """Speech cannot be recognised; ``str()`` is the sentence that says so and what to do."""


@dataclass(frozen=True)
class Heard:
    """What was understood.

    Attributes:
        text: the words; empty where there were none.
        sure: whether the recogniser is reasonably sure of all of them.
    """

    text: str = ""
    sure: bool = True


class Recogniser(ABC):
    """Makes text of speech."""

    def load(self) -> None:  # noqa: B027, a recogniser may have nothing to load
        """Get ready, which may take a while. Raises RecogniserFailed."""

    @abstractmethod
    def text(self, samples: Samples, names: Sequence[str] = ()) -> Heard:
        """What was said in these samples, 16,000 a second; nothing in silence and noise.

        ``names`` are words that are likely to come up. Takes a while; may be called from any
        thread, and AT_ONCE times at once. Raises RecogniserFailed.
        """
