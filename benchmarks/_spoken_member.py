"""A member who speaks: at a face of the terminal, through virtual devices, with Piper's voice."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle

from assistant.terminal.face import Said
from assistant.voice.talk import Talk
from assistant.voice.turns.ending import Ended
from benchmarks._bench_face import BenchFace
from benchmarks._member import Member
from benchmarks._sound import MemberVoice, Recording, VirtualSound

PAUSES_S = (1.0, 3.0, 4.0)
_WAYS = (Ended.SILENCE, Ended.KEY, Ended.PHRASE)
_CLOSING = "[1] That's my answer."
_KEY_AFTER_S = 0.4
_COMMANDS = ("Repeat the question.", "Why do you ask?", "How far am I?")
_CLOSE = "closing"
_BRIEF = frozenset({"number", "yes_no"})
_REMARK = 6  # words; more of them are timed as an answer is
_BRISK = 2  # words; what is longer is ended by key
_CORRECTED = 3  # the answer that is said anew
_MID_SENTENCE = 0.6  # of an answer


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


@dataclass(frozen=True)
class Course:
    """What is to happen in a session.

    Attributes:
        route: what is said to choose a route; empty for the whole of it.
        lose_at: the answer, from 1, in the middle of which all devices go away.
        type_after: so many answers are spoken; the rest is typed.
    """

    route: str = ""
    lose_at: int | None = None
    type_after: int | None = None


class SpokenMember:
    """Goes through a session: speaks, listens, and meets what a member would meet.

    Attributes:
        turns: the answers that were spoken, in order.
        commands: what was said to the assistant beside them.
        corrected: how often the member said "No, I said ...".
        kept: for each time that the devices went away, whether what had been said was kept.
    """

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
        self.commands: list[str] = []
        self.corrected = 0
        self.kept: list[bool] = []
        self._talk, self._face, self._sound, self._voice = talk, face, sound, voice
        self._answers = answers
        self._member = Member(answers, own_sentence)
        self._ways, self._pauses = cycle(_WAYS), cycle(PAUSES_S)
        self._to_ask = list(_COMMANDS)
        self._known: tuple[Ended, float, float] | None = None
        self._heard: tuple[str, float] | None = None
        self._playing_until = 0.0
        self._spoken_to = 0
        talk.marks.known = self._on_known
        talk.marks.heard = self._on_heard

    async def converse(self, course: Course) -> None:
        """Speak until the close."""
        await self._play("Yes.")
        if course.route:
            await self._remark(course.route)
        while self._open() != _CLOSE:
            typing = course.type_after is not None and len(self.turns) >= course.type_after
            if self._is_answer() and self._to_ask and self.turns and not typing:
                self.commands.append(self._to_ask.pop(0))
                await self._remark(self.commands[-1])
            else:
                await self._go_on(course, typing)
        self._face.settle(Said(choice=""))

    async def answer_at_length(self, text: str) -> None:
        """Say this to the first question, end it by key, hear what is said to it, and leave."""
        await self._play("Yes.")
        await self._answer(Turn("problem", text, Ended.KEY, spoken=text))
        self._face.settle(Said(choice=""))

    async def _go_on(self, course: Course, typing: bool) -> None:
        """The next message: an answer or a remark, spoken or typed."""
        assert self._face.reply
        key, is_answer = self._open(), self._is_answer()
        text = self._member.types(self._face.reply)
        if typing:
            await self._type(text)
        elif is_answer and course.lose_at == len(self.turns) + 1 and not self.kept:
            await self._lose_the_devices(key, text)
        elif is_answer or len(text.split()) > _REMARK:
            brief = self._face.reply.kind in _BRIEF  # where the wait is meant to be short
            spoken = text if brief else with_pause(text, next(self._pauses))
            await self._answer(Turn(key, text, next(self._ways), spoken))
        else:
            await self._remark(text)
        if is_answer and len(self.turns) == _CORRECTED and not (self.corrected or typing):
            self.corrected = 1
            await self._remark(f"No, I said {text}")

    def _open(self) -> str:
        return self._face.reply.question if self._face.reply else ""

    def _is_answer(self) -> bool:
        return self._open() in self._answers and self._open() not in self._member.given

    async def _answer(self, turn: Turn) -> None:
        self.turns.append(turn)
        recording = self._sound.record()
        closing = f" {_CLOSING}" if turn.way is Ended.PHRASE else ""
        before = self._face.shown_at
        await self._play(turn.spoken + closing)
        if turn.way is Ended.KEY:
            await self._press_the_key()
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
        """Say something short; what is not short by nature is ended by key."""
        before = self._face.shown_at
        await self._play(text)
        if len(text.split()) > _BRISK:
            await self._press_the_key()
        await self._replied(before)

    async def _press_the_key(self) -> None:
        await asyncio.sleep(_KEY_AFTER_S)
        self._talk._finish()

    async def _play(self, text: str) -> None:
        await self._until_listening()
        made = await asyncio.to_thread(self._voice, text)
        self._playing_until = time.monotonic() + made.seconds
        await asyncio.to_thread(self._sound.play, made)

    async def _until_listening(self) -> None:
        """Let it say a little, then stop it by key, so that a session does not take an hour."""
        while not self._face.listening.is_set() or self._face.asks == self._spoken_to:
            if not self._talk.is_on:
                raise RuntimeError(f"it speaks no more: {self._face.told[-2:]}")
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

    async def _lose_the_devices(self, key: str, text: str) -> None:
        """All devices go away in mid-sentence; what was heard stands in the line, to be typed on.

        Then they come back, and a key turns the voice on again.
        """
        self.turns.append(Turn(key, text, Ended.KEY))
        await self._until_listening()
        made = await asyncio.to_thread(self._voice, text)
        playing = self._sound.start_playing(made)
        await asyncio.sleep(made.seconds * _MID_SENTENCE)
        self._sound.kill()
        while self._talk.is_on:
            await asyncio.sleep(0.1)
        playing.join()
        self.turns[-1].heard = self._face.drafted
        self.kept.append(bool(self._face.drafted))
        await self._type(text)
        self._sound.begin()
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
