"""Listens to one answer: from the first word to its end, and what it was."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from assistant.voice.devices.microphone import Microphone
from assistant.voice.devices.problem import DeviceProblem
from assistant.voice.listen.recogniser import AT_ONCE, Heard, Recogniser
from assistant.voice.listen.transcript import Transcript
from assistant.voice.listen.watcher import Watcher
from assistant.voice.sound import SILENT_DB, Samples, level_db
from assistant.voice.turns.activity import Activity
from assistant.voice.turns.ending import Ended, ending
from assistant.voice.turns.patience import Patience
from assistant.voice.turns.phrases import without_closing
from assistant.voice.turns.speech import Speech
from assistant.voice.windows import WINDOW_S

LOOK_AHEAD_S = 0.35
"""Silence after which what was said is transcribed, should nothing more come."""
_STRETCH_S, _LONG_STRETCH_S = 10.0, 20.0  # seconds of speech; shorter ones fare better whole
_PAUSE_S, _BREATH_S = 0.6, 0.25
_MUTED_S = 8.0  # a microphone that hears nothing at all for so long, not even the room


@dataclass
class _Turn:
    """What is known of the answer that is listened to."""

    transcript: Transcript
    patience: Patience
    told: set[str]
    speech: Speech = field(default_factory=Speech)
    key: bool = False
    nothing_at_all: int = 0


class Ears:
    """Hears a member, one answer after another.

    Attributes:
        deaf: what is heard does not count, as while the assistant speaks.
    """

    def __init__(self, microphone: Microphone, recogniser: Recogniser) -> None:
        """Nothing is opened or loaded before it is needed."""
        self.microphone = microphone
        self.deaf = False
        self._opening = asyncio.Lock()
        self._recogniser = recogniser
        self._worker = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="recogniser")
        self._activity: Activity | None = None
        self._turn: _Turn | None = None

    async def ready(self) -> None:
        """Open the microphone and load the models. Raises DeviceProblem, RecogniserFailed."""
        async with self._opening:
            await self.microphone.open()
            if self._activity is None:
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self._worker, self._recogniser.load)
                self._activity = await loop.run_in_executor(self._worker, Activity)

    async def answer(
        self, patience: Patience, watcher: Watcher, names: Sequence[str] = ()
    ) -> Heard:
        """Listen until an answer has ended; never empty, since nothing heard is no answer.

        Raises DeviceProblem, RecogniserFailed.
        """
        await self.ready()
        told: set[str] = set()
        while True:
            heard = await self._one(patience, watcher, names, told)
            if heard.text:
                return Heard(without_closing(heard.text), heard.sure)

    def end(self) -> bool:
        """The member says by key that this was the answer; False where nothing has been said."""
        begun = self._turn is not None and self._turn.speech.began
        if self._turn:
            self._turn.key = begun
        return begun

    def close(self) -> None:
        """Let go of the threads; the microphone is closed by itself."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _one(
        self, patience: Patience, watcher: Watcher, names: Sequence[str], told: set[str]
    ) -> Heard:
        assert self._activity
        self._activity.reset()
        transcript = Transcript(self._recogniser, self._worker, names, watcher.text)
        turn = self._turn = _Turn(transcript, patience, told)
        try:
            async with contextlib.aclosing(self.microphone.windows()) as windows:
                async for window in windows:
                    if self.deaf:
                        continue
                    self._take(turn, window, watcher)
                    if ended := self._ended(turn):
                        watcher.known(ended, turn.speech.silence_s)
                        break
            return await transcript.finished(turn.speech.silent_windows)
        except DeviceProblem:
            heard = await transcript.finished(turn.speech.silent_windows)
            if heard.text:
                watcher.unfinished(heard.text)
            raise
        finally:
            transcript.drop()
            self._turn = None

    def _take(self, turn: _Turn, window: Samples, watcher: Watcher) -> None:
        assert self._activity
        speech, transcript = turn.speech, turn.transcript
        had_begun = speech.began
        speech.take(self._activity(window))
        transcript.take(window, speaking=speech.speaking)
        self._use_the_pause(turn)
        level = level_db(window)
        watcher.level(level)
        if speech.began and not had_begun:
            watcher.began()
        _tell(turn, level, watcher)

    def _use_the_pause(self, turn: _Turn) -> None:
        """Transcribe in pauses; a stretch that is long enough need not be touched again."""
        speech, transcript = turn.speech, turn.transcript
        if not transcript.open_s:
            return
        pause, length = speech.silence_s, transcript.open_s
        finished = (pause >= _PAUSE_S and length >= _STRETCH_S) or (
            pause >= _BREATH_S and length >= _LONG_STRETCH_S
        )
        if finished:
            transcript.close_stretch(speech.silent_windows)
        elif pause >= LOOK_AHEAD_S:
            transcript.look_ahead(speech.silent_windows)

    def _ended(self, turn: _Turn) -> Ended | None:
        if turn.key:
            return Ended.KEY
        transcript = turn.transcript
        return ending(turn.speech, transcript.text, transcript.is_settled, turn.patience)


def _tell(turn: _Turn, level: float, watcher: Watcher) -> None:
    """Tell what is worth a word, each once an answer."""
    turn.nothing_at_all = turn.nothing_at_all + 1 if level <= SILENT_DB else 0
    silent_for, spoken = turn.speech.silence_s, turn.speech.spoken_s
    signs = {
        "waited": not turn.speech.began and silent_for >= turn.patience.gentle_s,
        "long": spoken >= turn.patience.long_s,
        "muted": turn.nothing_at_all * WINDOW_S >= _MUTED_S,
    }
    for name, is_so in signs.items():
        if is_so and name not in turn.told:
            turn.told.add(name)
            getattr(watcher, name)()
