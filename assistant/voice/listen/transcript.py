"""What one answer says so far: transcribed in pauses, and no stretch of it twice."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from assistant.voice.listen.recogniser import Heard, Recogniser
from assistant.voice.sound import Samples
from assistant.voice.windows import WINDOW_S

_BEFORE = 16  # windows kept from before speech was noticed: half a second
_AFTER = 10  # windows after the last speech that are transcribed with it


@dataclass
class _Stretch:
    """A part of the answer between two pauses.

    Attributes:
        windows: its sound.
        spoken: windows of it that are speech.
        wanted: windows of it that are to be transcribed.
        covered: windows of it that have been.
    """

    windows: list[Samples] = field(default_factory=list)
    spoken: int = 0
    wanted: int = 0
    covered: int = 0
    heard: Heard = field(default_factory=Heard)


class Transcript:
    """Sound goes in, text comes out; the sound is in memory only, and gone with this object.

    One transcription runs at a time; while it runs, a later one waits.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        worker: ThreadPoolExecutor,
        names: Sequence[str],
        on_text: Callable[[str], None],
    ) -> None:
        """``worker`` has one thread; ``on_text`` is told whenever there is more text."""
        self._recogniser, self._worker = recogniser, worker
        self._names, self._on_text = names, on_text
        self._before: deque[Samples] = deque(maxlen=_BEFORE)
        self._stretches: list[_Stretch] = []
        self._open = False
        self._running: asyncio.Task[None] | None = None

    @property
    def text(self) -> str:
        """What has been understood."""
        return joined([one.heard.text for one in self._stretches])

    @property
    def sure(self) -> bool:
        """Whether the recogniser was sure of all of it."""
        return all(one.heard.sure for one in self._stretches)

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked to be transcribed has been."""
        return all(one.covered >= one.wanted > 0 for one in self._stretches)

    @property
    def open_s(self) -> float:
        """Seconds of speech in the stretch that is still open."""
        return self._stretches[-1].spoken * WINDOW_S if self._open else 0.0

    def take(self, window: Samples, *, speaking: bool) -> None:
        """Take in a window; a stretch begins with speech, and a little before it."""
        if speaking and not self._open:
            self._stretches.append(_Stretch(list(self._before)))
            self._before.clear()
            self._open = True
        if self._open:
            self._stretches[-1].windows.append(window)
            self._stretches[-1].spoken += speaking
        else:
            self._before.append(window)

    def look_ahead(self, silent_windows: int) -> None:
        """Transcribe what there is, should nothing more come."""
        if self._open:
            stretch = self._stretches[-1]
            end = len(stretch.windows) - max(silent_windows - _AFTER, 0)
            stretch.wanted = max(stretch.wanted, end)
            self._catch_up()

    def close_stretch(self, silent_windows: int) -> None:
        """What comes next is transcribed by itself; this stretch is finished."""
        if self._open:
            self.look_ahead(silent_windows)
            stretch = self._stretches[-1]
            self._before.extend(stretch.windows[stretch.wanted :])
            del stretch.windows[stretch.wanted :]
            self._open = False

    async def finished(self, silent_windows: int) -> Heard:
        """Everything that was said. Raises RecogniserFailed."""
        self.look_ahead(silent_windows)
        if self._running:
            await self._running
        return Heard(self.text, self.sure)

    def _catch_up(self) -> None:
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._transcribe())

    async def _transcribe(self) -> None:
        loop = asyncio.get_running_loop()
        while stretch := next((s for s in self._stretches if s.covered < s.wanted), None):
            end = stretch.wanted
            samples = np.concatenate(stretch.windows[:end])
            stretch.heard = await loop.run_in_executor(
                self._worker, self._recogniser.text, samples, self._names
            )
            stretch.covered = end
            self._on_text(self.text)


def joined(texts: Sequence[str]) -> str:
    """Stretches as one text; one that ends in mid-sentence has a full stop that nobody said."""
    whole = ""
    for text in filter(None, texts):
        if text[0].islower():
            whole = whole.rstrip(".")
        whole = f"{whole} {text}".strip()
    return whole
