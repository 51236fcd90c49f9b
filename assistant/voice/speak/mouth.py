"""Says things: makes the sound of a sentence while the one before it is heard."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from assistant.voice.devices.speaker import Speaker
from assistant.voice.sound import Sound
from assistant.voice.speak.for_the_ear import Spoken
from assistant.voice.speak.manner import FASTEST, SLOWEST, Manner
from assistant.voice.speak.voice import Voice, VoiceFailed

_KEPT = 64  # sounds made ahead, in memory; about 10 MB


class Mouth:
    """Speaks sentences with one voice through one speaker."""

    def __init__(self, voice: Voice, speaker: Speaker, manner: Manner) -> None:
        """Nothing is started before it is needed."""
        self.manner = manner
        self._voice, self._speaker = voice, speaker
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="voice")
        self._made: OrderedDict[tuple[str, Manner], asyncio.Future[Sound]] = OrderedDict()
        self._stopped = False

    @property
    def manner(self) -> Manner:
        """How it speaks."""
        return self._manner

    @manner.setter
    def manner(self, manner: Manner) -> None:
        rate = min(max(manner.rate, SLOWEST), FASTEST)
        self._manner = replace(manner, rate=rate, volume=min(max(manner.volume, 0.1), 1.0))

    async def ready(self) -> None:
        """Have the speaker's process running."""
        await self._speaker.ready()

    async def say(
        self, sentences: Sequence[Spoken], on_sound: Callable[[], None] = lambda: None
    ) -> bool:
        """Say sentences to the end; False when it was stopped. Raises DeviceProblem, VoiceFailed.

        ``on_sound`` is called when the first of them is handed to the speaker.
        """
        self._stopped = False
        for number, sentence in enumerate(sentences):
            sound = await self._sound(sentence.text)
            self._make(one.text for one in sentences[number + 1 : number + 3])
            if self._stopped:
                return False
            if number == 0:
                on_sound()
            if not await self._speaker.play(self._finished(sound, sentence)):
                return False
        return True

    async def play(self, sound: Sound) -> bool:
        """Play a sound that is there already. Raises DeviceProblem."""
        return await self._speaker.play(sound)

    def make_ahead(self, sentences: Iterable[Spoken]) -> None:
        """Make sounds that will probably be wanted soon."""
        self._make(sentence.text for sentence in sentences)

    async def take_another_voice(self) -> bool:
        """Speak with the next of the voices; False where there is only one. Raises VoiceFailed."""
        loop = asyncio.get_running_loop()
        names = list(await loop.run_in_executor(self._worker, self._voice.names))
        if len(names) < 2:
            return False
        at = names.index(self.manner.name) if self.manner.name in names else 0
        self.manner = replace(self.manner, name=names[(at + 1) % len(names)])
        return True

    async def stop(self) -> None:
        """Be silent at once."""
        self._stopped = True
        await self._speaker.stop()

    async def let_go(self) -> None:
        """Let go of the speaker; it is opened anew when there is something to say."""
        await self._speaker.close()

    async def close(self) -> None:
        """Let go of the voice and the speaker."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        await self._speaker.close()
        self._voice.close()

    def _finished(self, sound: Sound, sentence: Spoken) -> Sound:
        return sound.at_volume(self.manner.volume).then(sentence.pause_s)

    async def _sound(self, text: str) -> Sound:
        self._make([text])
        future = self._made[text, self._voice_manner]
        try:
            return await asyncio.shield(future)
        except VoiceFailed:
            self._made.pop((text, self._voice_manner), None)
            raise

    @property
    def _voice_manner(self) -> Manner:
        """Whatever the volume, the sound is the same."""
        return replace(self.manner, volume=1.0)

    def _make(self, texts: Iterable[str]) -> None:
        loop = asyncio.get_running_loop()
        manner = self._voice_manner
        for text in texts:
            if (text, manner) not in self._made:
                future = loop.run_in_executor(self._worker, self._voice.make, text, manner)
                future.add_done_callback(_noticed)
                self._made[text, manner] = future
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)


def _noticed(future: asyncio.Future[Sound]) -> None:
    """A sound that was made ahead and failed is tried again when it is wanted."""
    with suppress(asyncio.CancelledError):
        future.exception()
