"""The face of a spoken session with real sound, and nobody at the keyboard but this test."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable

import pytest

from assistant.engine.turn import Progress, Reply
from assistant.settings import Settings
from assistant.terminal.face import Said
from assistant.voice.conversation import talking
from assistant.voice.listen.recogniser import Heard
from assistant.voice.privacy import Privacy
from assistant.voice.sound import Sound
from assistant.voice.talk import Talk
from assistant.voice.turns.patience import Patience
from benchmarks._bench_face import BenchFace
from benchmarks._sound import MemberVoice, VirtualSound

QUESTION = "Why is this important to you?"
LONG = " ".join(["This is a sentence that takes a while to be said, and then some more."] * 6)
KEPT = "I lie awake over it on Sundays."
ANSWER = f"{KEPT} [1] That's my answer."


def reply(*messages: str) -> Reply:
    return Reply(messages, "importance_self", "text", (), Progress(1, 15))


class Sat:
    """A face, and who sits at it."""

    def __init__(self, talk: Talk, face: BenchFace) -> None:
        self.talk, self.face = talk, face

    def asks(self, *messages: str) -> asyncio.Task[Said]:
        said = reply(*messages)
        self.talk.show(said)
        ready: asyncio.Task[None] = asyncio.ensure_future(asyncio.sleep(0))
        return asyncio.create_task(self.talk.ask(said, ready))


@pytest.fixture
async def begin(sound: VirtualSound, settings: Settings) -> AsyncIterator[Callable[..., Sat]]:
    begun: list[Talk] = []

    def make(**more: object) -> Sat:
        face = BenchFace()
        talk = talking(face, settings.copy(update=more))
        talk._privacy.settle()
        talk.prepare()
        begun.append(talk)
        return Sat(talk, face)

    yield make
    for talk in begun:
        await talk._end_turn()
        await talk.close()


async def test_it_does_not_hear_what_is_said_while_it_speaks(
    begin: Callable[..., Sat],
    sound: VirtualSound,
    member_voice: MemberVoice,
    share_heard: Callable[[str, str], float],
) -> None:
    sat = begin()
    asking = sat.asks(LONG)
    await asyncio.sleep(3)
    await asyncio.to_thread(sound.play, member_voice("Nobody should hear this sentence."))
    assert sat.talk._is_saying  # and was not interrupted by it
    sat.talk.stop()
    await sat.face.listening.wait()
    await asyncio.sleep(0.3)
    await asyncio.to_thread(sound.play, member_voice(ANSWER))
    heard = (await asking).text
    assert share_heard(heard, KEPT) > 0.5
    assert not {"nobody", "hear", "sentence"} & set(re.findall(r"\w+", heard.lower()))


async def test_with_headphones_one_can_interrupt_it(
    begin: Callable[..., Sat],
    sound: VirtualSound,
    member_voice: MemberVoice,
    share_heard: Callable[[str, str], float],
) -> None:
    sat = begin(headphones=True)
    asking = sat.asks(LONG)
    while sat.talk._ears._turn is None or not sat.talk._is_saying:
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    playing = sound.start_playing(member_voice(ANSWER))
    while sat.talk._is_saying:
        await asyncio.sleep(0.05)
    assert playing.is_alive()  # it fell silent while the member was still speaking
    assert share_heard((await asking).text, KEPT) > 0.3  # its beginning stopped the assistant


async def test_something_gentle_is_said_aloud_once(
    begin: Callable[..., Sat],
    sound: VirtualSound,
    understood: Callable[[Sound], str],
    share_heard: Callable[[str, str], float],
) -> None:
    sat = begin()
    sat.talk.patience = Patience(5, gentle_s=1.5)
    asking = sat.asks(QUESTION)
    await sat.face.listening.wait()
    recording = sound.record()
    await asyncio.sleep(9)
    heard = understood(recording.end())
    assert sat.face.told == ["Take your time. Say repeat to hear the question again."]
    assert share_heard(heard, "Take your time.") > 0.6
    assert share_heard(heard, "Take your time. Take your time.") < 0.8
    assert not asking.done()
    asking.cancel()


async def test_in_doubt_it_is_read_back_in_short(
    begin: Callable[..., Sat], sound: VirtualSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sat = begin()

    async def unsure(*_: object) -> Heard:
        return Heard("I lie awake over it on Sundays and Mondays and some of the other days", False)

    monkeypatch.setattr(sat.talk._ears, "answer", unsure)
    await sat.asks(QUESTION)
    sat.talk.show(reply(QUESTION))
    said = [one.text for one in sat.talk._to_say]
    assert said[0].startswith("I heard: I lie awake over it on Sundays")
    assert said[0].endswith("...")
    assert said[-1] == QUESTION


async def test_a_key_turns_voice_and_microphone_off_and_on(
    begin: Callable[..., Sat], sound: VirtualSound
) -> None:
    sat = begin()
    asking = sat.asks(QUESTION)
    await sat.face.listening.wait()
    assert sat.talk._ears.microphone.is_open
    sat.talk._switch()
    for _ in range(40):
        await asyncio.sleep(0.05)
    assert not sat.talk._ears.microphone.is_open
    assert not asking.done()
    sat.face.listening.clear()
    sat.talk._switch()
    await asyncio.wait_for(sat.face.listening.wait(), 20)
    assert sat.talk._ears.microphone.is_open
    asking.cancel()


async def test_who_is_not_private_is_not_spoken_to(
    begin: Callable[..., Sat], sound: VirtualSound
) -> None:
    sat = begin()
    sat.talk._privacy = Privacy()
    recording = sound.record()
    asking = sat.asks(LONG)
    await sat.face.listening.wait()
    spoken = time.monotonic()
    sat.face.settle(Said("no"))
    await asyncio.sleep(3)
    assert recording.first_sound_after(spoken + 0.5) is None
    recording.end()
    assert not sat.talk.is_on
    assert not sat.talk._ears.microphone.is_open
    sat.face.settle(Said("I lie awake over it."))
    assert (await asking).text == "I lie awake over it."


@pytest.mark.parametrize("word", ["no", "yes"])
async def test_an_answer_to_the_question_about_the_place_is_none_to_the_worksheet(
    begin: Callable[..., Sat], sound: VirtualSound, word: str
) -> None:
    sat = begin()
    sat.talk._privacy = Privacy()
    asking = sat.asks(QUESTION)
    await sat.face.listening.wait()
    sound.kill()
    while sat.talk.is_on:
        await asyncio.sleep(0.05)
    sat.face.settle(Said(word))
    await asyncio.sleep(0.2)
    assert not asking.done()
    sat.face.settle(Said("I lie awake over it."))
    assert (await asking).text == "I lie awake over it."


async def test_who_types_no_after_that_question_is_settled_is_taken_at_their_word(
    begin: Callable[..., Sat], sound: VirtualSound
) -> None:
    sat = begin()
    sat.talk._privacy = Privacy()
    asking = sat.asks(QUESTION)
    await sat.face.listening.wait()
    sat.face.settle(Said("no"))
    await asyncio.sleep(0.2)
    sat.face.settle(Said("no"))
    assert (await asking).text == "no"


async def test_when_the_devices_come_back_a_key_makes_it_speak_and_listen_again(
    begin: Callable[..., Sat],
    sound: VirtualSound,
    member_voice: MemberVoice,
    share_heard: Callable[[str, str], float],
) -> None:
    sat = begin()
    asking = sat.asks(QUESTION)
    await sat.face.listening.wait()
    sound.kill()
    while sat.talk.is_on:
        await asyncio.sleep(0.05)
    sound.begin()
    recording = sound.record()
    sat.talk._switch()
    await asyncio.wait_for(sat.face.listening.wait(), 60)
    assert sat.talk.is_on
    assert recording.first_sound_after(0) is not None
    recording.end()
    await asyncio.sleep(0.3)
    await asyncio.to_thread(sound.play, member_voice(ANSWER))
    assert share_heard((await asking).text, KEPT) > 0.5
