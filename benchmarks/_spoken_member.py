"""A member who speaks: at a face of the terminal, through virtual devices, with Piper's voice."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle

from assistant.engine.turn import Reply
from assistant.records.steps import How
from assistant.terminal.face import Leaving, Said, said
from assistant.texts.texts import texts
from assistant.voice.screen import TalkingFace
from assistant.voice.talk import Talk
from assistant.voice.turns.ending import Ended
from benchmarks._member import Member
from benchmarks._sound import MemberVoice, Recording, VirtualSound

PAUSES_S = (1.0, 3.0, 4.0)
_WAYS = (Ended.SILENCE, Ended.KEY, Ended.PHRASE)
_CLOSING = "[1] That's my answer."
_KEY_AFTER_S = 0.4
_COMMANDS = ("Repeat the question.", "Why do you ask?", "How far am I?")
_CLOSE, _ASIDE = "closing", "confirm"
_TRIES = 3  # of a remark that is not understood; then it is typed, as a member would


class BenchFace(TalkingFace):
    """What a member sees and types.

    Attributes:
        reply: what was shown last.
        shown_at: when, by ``time.monotonic``.
        listening: set while the assistant listens.
        told: what was told beside the conversation.
    """

    def __init__(self) -> None:
        self.reply: Reply | None = None
        self.shown_at = 0.0
        self.listening = asyncio.Event()
        self.told: list[str] = []
        self._said: asyncio.Future[Said] | None = None
        self._listens = texts("voice")("listening", level="").split()[0]
        self.drafted = ""
        self.asks = 0

    def show(self, reply: Reply) -> None:
        self.reply, self.shown_at = reply, time.monotonic()

    async def ask(self, reply: Reply, ready: asyncio.Task[None]) -> Said:
        self.asks += 1
        self.listening.clear()
        self._said = asyncio.get_running_loop().create_future()
        answer = await self._said
        if answer.choice == "":
            raise Leaving
        return answer

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell_keys(self) -> None:
        pass

    def give_back(self, said: Said) -> bool:
        raise AssertionError(f"not taken in: {said.text}")

    def training(self, stage: str, done: float) -> None:
        pass

    def status(self, sentence: str) -> None:
        if sentence.startswith(self._listens):
            self.listening.set()
        else:
            self.listening.clear()

    def hearing(self, text: str) -> None:
        pass

    def heard(self, text: str) -> None:
        assert self.reply
        self.settle(said(text, self.reply, How.SPOKEN))

    def draft(self, text: str) -> None:
        self.drafted = text

    def settle(self, said: Said) -> None:
        if self._said and not self._said.done():
            self._said.set_result(said)

    def type(self, text: str) -> None:
        """Type a message."""
        assert self.reply
        self.settle(said(text, self.reply))


@dataclass
class Turn:
    """One answer that was spoken.

    Attributes:
        key: the question that it was spoken to.
        said: what was said, and ``spoken`` the same with its pauses.
        heard: what the assistant understood; empty where it was not heard as a whole.
        way: how the member ended it, and ``ended`` how the assistant took it.
        times: seconds: waiting, transcribing, deciding, speaking; and all of it.
        cut_off: whether the assistant took it as ended while there was more to come.
    """

    key: str
    said: str
    way: Ended
    spoken: str = ""
    heard: str = ""
    ended: Ended | None = None
    times: dict[str, float] = field(default_factory=dict)
    cut_off: bool = False


class SpokenMember:
    """Goes through a session: speaks, listens, and meets what a member would meet."""

    def __init__(
        self,
        talk: Talk,
        face: BenchFace,
        sound: VirtualSound,
        voice: MemberVoice,
        answers: Mapping[str, str],
        own_sentence: str,
    ) -> None:
        self.turns: list[Turn] = []
        self.corrected = self.lost_device = 0
        self.commands: list[str] = []
        self._talk, self._face, self._sound, self._voice = talk, face, sound, voice
        self._member = Member(answers, own_sentence)
        self._ways, self._pauses = cycle(_WAYS), cycle(PAUSES_S)
        self._known: tuple[Ended, float, float] | None = None
        self._heard: tuple[str, float] | None = None
        self._playing_until = 0.0
        self._spoken_to = 0
        talk.marks.known = self._on_known
        talk.marks.heard = self._on_heard

    async def converse(self, *, type_after: int | None = None, lose_at: int | None = None) -> None:
        """Speak until the close; ``type_after`` so many answers, type; lose the device at one."""
        await self._say("Yes.")
        commands = list(_COMMANDS)
        while self._open() != _CLOSE:
            key = self._open()
            is_answer = key in self._member._answers and key not in self._member.given
            if is_answer and commands and len(self.turns) >= 1:
                self.commands.append(commands[0])
                await self._remark(commands.pop(0))
                continue
            assert self._face.reply
            text = self._member.types(self._face.reply)
            count = len(self.turns)
            if type_after is not None and count >= type_after:
                await self._type(text)
            elif is_answer and lose_at == count and not self.lost_device:
                await self._lose_the_device(key, text)
            elif is_answer or len(text.split()) > 6:
                await self._answer(key, text)
            else:
                await self._remark(text)
            if is_answer and count == 2 and not self.corrected and type_after is None:
                self.corrected = 1
                await self._remark(f"No, I said {text}")
        self._face.settle(Said(choice=""))

    def _open(self) -> str:
        return self._face.reply.question if self._face.reply else ""

    async def _answer(self, key: str, text: str) -> None:
        turn = Turn(key, text, next(self._ways))
        self.turns.append(turn)
        recording = self._sound.record()
        spoken = turn.spoken = with_pause(text, next(self._pauses))
        closing = f" {_CLOSING}" if turn.way is Ended.PHRASE else ""
        before = self._face.shown_at
        await self._play(spoken + closing)
        if turn.way is Ended.KEY:
            await asyncio.sleep(_KEY_AFTER_S)
            self._talk._finish()
        await self._replied(before)
        await self._first_sound(turn, recording)
        recording.end()

    async def _first_sound(self, turn: Turn, recording: Recording) -> None:
        assert self._known
        assert self._heard
        ended, silence_s, known_at = self._known
        turn.ended, turn.heard = ended, self._heard[0]
        turn.cut_off = known_at < self._playing_until - 0.3
        for _ in range(200):
            at = recording.first_sound_after(self._heard[1])
            if at:
                moments = [known_at - silence_s, known_at, self._heard[1], self._face.shown_at, at]
                names = ("waiting", "transcribing", "deciding", "speaking")
                pairs = zip(names, moments, moments[1:], strict=False)
                turn.times = {name: later - earlier for name, earlier, later in pairs}
                turn.times["all"] = at - moments[0]
                turn.times["after_end_known"] = at - known_at
                return
            await asyncio.sleep(0.05)

    async def _remark(self, text: str) -> None:
        for _ in range(_TRIES):
            before = self._face.shown_at
            await self._say(text)
            await self._replied(before)
            return

    async def _say(self, text: str) -> None:
        await self._play(text)

    async def _play(self, text: str) -> None:
        await self._until_listening()
        made = await asyncio.to_thread(self._voice, text)
        self._playing_until = time.monotonic() + made.seconds
        await asyncio.to_thread(self._sound.play, made)

    async def _until_listening(self) -> None:
        """Let it say a little, then stop it by key, so that a session does not take an hour."""
        while not self._face.listening.is_set() or self._face.asks == self._spoken_to:
            await asyncio.sleep(0.7)
            if self._talk._is_saying:
                self._talk.stop()
        self._spoken_to = self._face.asks
        await asyncio.sleep(0.3)

    async def _replied(self, before: float) -> None:
        for _ in range(1200):
            if self._face.shown_at > before:
                return
            await asyncio.sleep(0.05)
        raise RuntimeError(f"no reply at {self._open()}: {self._face.told[-3:]}")

    async def _type(self, text: str) -> None:
        before = self._face.shown_at
        await asyncio.sleep(0.05)
        self._face.type(text)
        await self._replied(before)

    async def _lose_the_device(self, key: str, text: str) -> None:
        """All devices go away in mid-answer; what was heard stands in the line and is sent."""
        self.lost_device = 1
        turn = Turn(key, text, Ended.KEY)
        self.turns.append(turn)
        await self._play(text)
        self._sound.kill()
        while self._talk.is_on:
            await asyncio.sleep(0.1)
        turn.heard = self._face.drafted
        await self._type(self._face.drafted or text)
        self._sound.begin()
        await asyncio.sleep(1)
        self._talk._switch()

    def _on_known(self, ended: Ended, silence_s: float) -> None:
        self._known = ended, silence_s, time.monotonic()

    def _on_heard(self, text: str) -> None:
        self._heard = text, time.monotonic()


def with_pause(text: str, seconds: float) -> str:
    """The text with a pause to think, at a comma near its middle or between two words."""
    words = text.split()
    if len(words) < 4:
        return text
    middle = len(words) // 2
    commas = [n for n, word in enumerate(words[:-1], 1) if word.endswith((",", ".", ";"))]
    at = min(commas, key=lambda n: abs(n - middle), default=middle)
    return f"{' '.join(words[:at])} [{seconds:g}] {' '.join(words[at:])}"
