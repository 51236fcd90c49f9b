"""What one answer says so far: transcribed in pauses, and no stretch of it twice."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from assistant.voice.listen.recogniser import AT_ONCE, Heard, Recogniser
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
        begun: windows of it that are being transcribed, or have been.
        covered: windows of it that have been.
    """

    windows: list[Samples] = field(default_factory=list)
    spoken: int = 0
    wanted: int = 0
    begun: int = 0
    covered: int = 0
    heard: Heard = field(default_factory=Heard)


class Transcript:
    """Sound goes in, text comes out; the sound is in memory only, and gone with this object.

    A transcription that speech has overtaken cannot be ended; it is not waited for either. The
    next one runs beside it, and what comes back late does not count.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        worker: ThreadPoolExecutor,
        names: Sequence[str],
        on_text: Callable[[str], None],
    ) -> None:
        """``worker`` has AT_ONCE threads; ``on_text`` is told whenever there is more text."""
        self._recogniser, self._worker = recogniser, worker
        self._names, self._on_text = names, on_text
        self._before: deque[Samples] = deque(maxlen=_BEFORE)
        self._stretches: list[_Stretch] = []
        self._open = False
        self._running: set[asyncio.Task[None]] = set()

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
        while self._stretches and not self.is_settled:
            self._catch_up()
            done, _ = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            for transcribed in done:
                transcribed.result()
        return Heard(self.text, self.sure)

    def drop(self) -> None:
        """Nobody waits for this any more; what is still being transcribed comes to nothing."""
        for running in self._running:
            running.cancel()

    def _catch_up(self) -> None:
        """Begin what is to be transcribed, as much of it as can run at once."""
        while len(self._running) < AT_ONCE and (stretch := self._to_transcribe):
            stretch.begun = stretch.wanted
            running = asyncio.create_task(self._transcribe(stretch, stretch.begun))
            self._running.add(running)
            running.add_done_callback(self._ended)

    @property
    def _to_transcribe(self) -> _Stretch | None:
        return next((one for one in self._stretches if one.begun < one.wanted), None)

    async def _transcribe(self, stretch: _Stretch, end: int) -> None:
        samples = np.concatenate(stretch.windows[:end])
        loop = asyncio.get_running_loop()
        try:
            heard = await loop.run_in_executor(
                self._worker, self._recogniser.text, samples, self._names
            )
        except Exception:
            stretch.begun = stretch.covered  # to be tried once more
            raise
        if end > stretch.covered:
            stretch.heard, stretch.covered = heard, end
            self._on_text(self.text)

    def _ended(self, transcribed: asyncio.Task[None]) -> None:
        self._running.discard(transcribed)
        if not transcribed.cancelled() and transcribed.exception() is None:
            self._catch_up()


def joined(texts: Sequence[str]) -> str:
    """Stretches as one text; one that ends in mid-sentence has a full stop that nobody said."""
    whole = ""
    for text in filter(None, texts):
        if text[0].islower():
            whole = whole.rstrip(".")
        whole = f"{whole} {text}".strip()
    return whole
