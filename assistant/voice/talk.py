"""The face of a spoken session: the terminal's, which speaks what it shows and hears as well."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from assistant.engine.turn import Reply
from assistant.records.steps import How
from assistant.terminal.face import Face, Said
from assistant.terminal.faults import sentence
from assistant.texts.texts import texts
from assistant.voice.keys import Keys
from assistant.voice.level import bar
from assistant.voice.listen.watcher import Watcher
from assistant.voice.marks import Marks
from assistant.voice.privacy import Privacy, Reading
from assistant.voice.problems import VoiceProblem
from assistant.voice.screen import TalkingFace
from assistant.voice.speak.for_the_ear import Spoken, for_the_ear
from assistant.voice.speak.manner import Manner
from assistant.voice.turns.ending import Ended
from assistant.voice.turns.patience import Patience

if TYPE_CHECKING:
    from assistant.voice.listen.ears import Ears
    from assistant.voice.speak.mouth import Mouth

_ECHO_S = 0.25  # what the microphone still hears of the assistant when it has spoken
_SHORT = 12  # words that are read back in doubt
_READ_WHOLE = "confirm_release"  # what the set will see, in its exact words
_LEVEL_EVERY = 4  # windows: eight times a second
_AHEAD = 6  # texts made ahead; more would keep the next reply waiting


class Talk(Face):
    """Shows and speaks; reads and listens.

    Attributes:
        patience: how long it waits for the member.
        last: what was understood last.
        is_on: whether it speaks and listens now.
        need_devices: raises VoiceProblem where there is nothing to speak or to listen with.
    """

    def __init__(
        self, face: TalkingFace, parts: Callable[[], tuple[Mouth, Ears]], *, headphones: bool
    ) -> None:
        """``parts`` are made after the first words, since what they need takes a while to import.

        ``headphones``: the assistant is not heard by the microphone.
        """
        self.patience = Patience()
        self.last = ""
        self.is_on = True
        self.need_devices: Callable[[], Awaitable[None]] = _nothing
        self.likely: Callable[[], Iterable[str]] = tuple
        self.names: Callable[[], Sequence[str]] = tuple
        self.marks = Marks()
        self._face, self._parts = face, parts
        self._headphones = headphones
        self._privacy = Privacy()
        self._to_say: list[Spoken] = []
        self._later: list[Spoken] = []
        self._reply: Reply | None = None
        self._ready: asyncio.Task[None] | None = None
        self._saying: asyncio.Task[bool] | None = None
        self._turn: asyncio.Task[None] | None = None
        self._windows = 0
        self._unsure = self._was_spoken = False
        face.keys = Keys(self.stop, self._finish, self._switch, lambda: self.last)

    def held(self) -> AbstractContextManager[None]:
        """Hold the terminal as its own face does."""
        return self._face.held()

    def prepare(self) -> None:
        """Get ready to ask."""
        self._mouth, self._ears = self._parts()
        self._face.prepare()

    def show(self, reply: Reply) -> None:
        """Show it, and keep it to be said."""
        self._face.show(reply)
        whole = reply.question == _READ_WHOLE
        if self._unsure and self.last:
            self._unsure = False
            self._to_say += for_the_ear(texts("voice")("i_heard", text=_short(self.last)))
        for message in reply.messages:
            self._to_say += for_the_ear(message, whole=whole)

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        """Say what is to be said, then wait for a message, spoken or typed."""
        while True:
            said = await self._asked(reply, ready)
            is_asked = not self._privacy.is_settled and (self.is_on or self._privacy.is_open)
            if not is_asked or not self._settles(said):
                return said

    @property
    def manner(self) -> Manner:
        """How it speaks."""
        return self._mouth.manner

    @manner.setter
    def manner(self, manner: Manner) -> None:
        self._mouth.manner = manner

    async def take_another_voice(self) -> bool:
        """Speak with another voice; False where there is none. Raises VoiceFailed."""
        return await self._mouth.take_another_voice()

    def tell(self, sentence: str) -> None:
        """Show it; it is not said."""
        self._face.tell(sentence)

    def tell_keys(self) -> None:
        """Show which keys there are."""
        self._face.tell_keys()
        self._face.tell(texts("voice")("keys"))

    def give_back(self, said: Said) -> bool:
        """Give it back to be sent again by hand."""
        return self._face.give_back(said)

    def training(self, stage: str, done: float) -> None:
        """Tell how far it is."""
        self._face.training(stage, done)

    def stop(self) -> None:
        """Be silent."""
        if self._saying and not self._saying.done():
            self._stopping = asyncio.ensure_future(self._mouth.stop())

    async def say_out(self) -> None:
        """Say what is left to be said to somebody who spoke; the session is over."""
        if self.is_on and self._was_spoken and self._privacy.is_settled:
            with suppress(VoiceProblem):
                await self._say()

    async def close(self) -> None:
        """Let go of microphone, speaker and voice."""
        await self._ears.microphone.close()
        self._ears.close()
        await self._mouth.close()

    async def _asked(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        self._reply, self._ready, self._was_spoken = reply, ready, False
        self._turn = asyncio.create_task(self._take_turn(reply))
        try:
            said = await self._face.ask(reply, ready)
            self._was_spoken = said.how is How.SPOKEN and said.choice is None
            return said
        finally:
            await self._end_turn()

    async def _end_turn(self) -> None:
        """Be silent and deaf while the assistant thinks."""
        if self._saying and not self._saying.done():
            await self._mouth.stop()
            await asyncio.wait({self._saying}, timeout=1)
        await self._drop_turn()
        self._to_say.clear()
        self._face.status(texts("voice")("thinking") if self.is_on else "")

    async def _drop_turn(self) -> None:
        if self._turn:
            self._turn.cancel()
            with suppress(asyncio.CancelledError):
                await self._turn

    async def _take_turn(self, reply: Reply) -> None:
        """Speak, then listen, until there is a message; whatever fails, typing goes on."""
        try:
            if self.is_on and not self._privacy.is_settled:
                await self.need_devices()
                self._ask_for_privacy()
            while self.is_on:
                await self._speak_and_listen(reply)
        except Exception as problem:  # a fault of ours must not look like patience either
            await self._fall_silent(problem)

    async def _speak_and_listen(self, reply: Reply) -> None:
        kind = "yes_no" if self._privacy.is_open else reply.kind
        patience = self.patience.for_kind(kind)
        self._ears.deaf = not self._headphones
        listening = asyncio.create_task(self._listen(patience))
        try:
            await self._say()
            self._mouth.make_ahead(self._ahead())
            self._ears.deaf = False
            await listening
        finally:
            listening.cancel()

    def _ahead(self) -> list[Spoken]:
        """What to make ahead; where that cannot be told, nothing: it is said all the same."""
        with suppress(Exception):
            return [one for text in islice(self.likely(), _AHEAD) for one in for_the_ear(text)]
        return []

    async def _listen(self, patience: Patience) -> None:
        heard = await self._ears.answer(patience, self._watcher(), self.names())
        self.marks.heard(heard.text)
        self._unsure = not heard.sure
        if self._privacy.is_open:
            self._face.settle(Said(heard.text, how=How.SPOKEN))
        else:
            await self._until_ready()
            self.last = heard.text
            self._face.heard(heard.text)

    async def _until_ready(self) -> None:
        """Keep what was heard until the assistant can take it in; one can type meanwhile."""
        if self._ready and not self._ready.done():
            self._face.status(texts()("waiting"))
            await asyncio.wait({self._ready})

    def _watcher(self) -> Watcher:
        return Watcher(
            level=self._show_level,
            text=self._face.hearing,
            began=self._on_speech,
            waited=self._be_gentle,
            long=lambda: self._face.tell(texts("voice")("still_listening")),
            muted=lambda: self._face.tell(texts("voice")("muted")),
            known=self._on_known,
            unfinished=self._face.draft,
        )

    def _show_level(self, level: float) -> None:
        self._windows += 1
        if self._windows % _LEVEL_EVERY == 0 and not self._is_saying:
            self._face.status(texts("voice")("listening", level=bar(level)))

    def _on_speech(self) -> None:
        if self._headphones:
            self.stop()

    def _on_known(self, ended: Ended, silence_s: float) -> None:
        self.marks.known(ended, silence_s)
        self._face.status(texts("voice")("thinking"))

    def _be_gentle(self) -> None:
        """Something kind, once; and then patience."""
        text = texts("voice")("gentle")
        self._face.tell(text)
        self._to_say += for_the_ear(text)
        self._gentle = asyncio.ensure_future(self._say_between())

    async def _say_between(self) -> None:
        """Say something while it is the member's turn, without hearing oneself."""
        self._ears.deaf = not self._headphones
        with suppress(VoiceProblem):
            await self._say()
        self._ears.deaf = False

    @property
    def _is_saying(self) -> bool:
        return self._saying is not None and not self._saying.done()

    async def _say(self) -> None:
        """Say what is to be said; a key stops it, and then it is not said again."""
        said, self._to_say = self._to_say, []
        if not said:
            return
        self._face.status(texts("voice")("speaking"))
        self._saying = asyncio.create_task(self._mouth.say(said, self.marks.sound))
        await self._saying
        await asyncio.sleep(0 if self._headphones else _ECHO_S)

    def _finish(self) -> bool:
        return not self._is_saying and self._ears.end()

    def _ask_for_privacy(self) -> None:
        """Ask before anything else is said aloud; what is shown is said once that is settled."""
        question = self._privacy.ask()
        self._later = [*self._later, *self._to_say]
        self._face.tell(question)
        self._to_say = for_the_ear(question)

    def _settles(self, said: Said) -> bool:
        """Whether this message is about the place, or nothing that the assistant could take in."""
        reading = self._privacy.read(said)
        if reading is Reading.PRIVATE:
            self._privacy.settle()
            self._to_say, self._later = self._later, []
            if not self.is_on:  # the devices went away while it was asked
                self.tell(texts("voice")("typing_goes_on"))
        elif reading is Reading.NOT_PRIVATE or (self.is_on and reading is Reading.TYPED_ON):
            self._privacy.close()
            self._be_quiet("not_private")
        elif reading is Reading.TYPED_ON:
            self._privacy.close()
        return reading not in {Reading.TYPED_ON, Reading.CHOSEN}

    def _switch(self) -> None:
        """By key: speak and listen, or leave that; the place is taken to be private then."""
        if self.is_on and self._privacy.is_settled:
            self._be_quiet("voice_off")
            return
        self._privacy.settle()
        self.is_on = True
        self._face.tell(texts("voice")("voice_on"))
        if self._reply:
            self._to_say = for_the_ear(self._reply.messages[-1])
            self._turn = asyncio.create_task(self._take_turn(self._reply))

    def _be_quiet(self, told: str) -> None:
        self.is_on = False
        self._face.status("")
        self._face.tell(texts("voice")(told))
        self._closing = asyncio.ensure_future(self._stop_listening())

    async def _stop_listening(self) -> None:
        await self._mouth.stop()
        await self._drop_turn()
        await self._ears.microphone.close()

    async def _fall_silent(self, problem: Exception) -> None:
        """Say on the screen what is wrong; the typed session goes on."""
        await self._ears.microphone.close()
        await self._mouth.let_go()  # what took the microphone away may have taken the speaker
        self.is_on = False  # only now, so that a key cannot open what is just being closed
        self._face.status("")
        self._face.tell(sentence(problem))
        self._face.tell(texts("voice")("typing_goes_on"))


async def _nothing() -> None:
    """Nothing is needed."""


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _SHORT else f"{' '.join(words[:_SHORT])} ..."
