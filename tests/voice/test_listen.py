from __future__ import annotations

import asyncio
import re
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from assistant.voice.devices.microphone import Microphone
from assistant.voice.devices.problem import DeviceProblem
from assistant.voice.listen.ears import Ears
from assistant.voice.listen.recogniser import AT_ONCE, Heard, Recogniser, RecogniserFailed
from assistant.voice.listen.transcript import Transcript, joined
from assistant.voice.listen.watcher import Watcher
from assistant.voice.listen.whisper import Whisper
from assistant.voice.sound import Samples, Sound, resampled
from assistant.voice.turns.activity import Activity
from assistant.voice.turns.ending import Ended
from assistant.voice.turns.patience import Patience
from assistant.voice.windows import WINDOW
from benchmarks._sound import MemberVoice, VirtualSound

RANDOM = np.random.default_rng(6)
SECONDS = np.arange(16_000 * 10) / 16_000


def clicks() -> Samples:
    made = np.zeros(len(SECONDS), np.int16)
    for at in range(8000, len(made), 9000):
        made[at : at + 60] = RANDOM.integers(-20_000, 20_000, 60)
    return made


NOISES = {
    "silence": np.zeros(len(SECONDS), np.int16),
    "hum": (3000 * np.sin(2 * np.pi * 50 * SECONDS)).astype(np.int16),
    "hiss": RANDOM.normal(0, 400, len(SECONDS)).astype(np.int16),
    "clicks": clicks(),
}


@pytest.mark.parametrize("noise", NOISES)
def test_nothing_is_invented_of_noise(whisper: Whisper, noise: str) -> None:
    assert whisper.text(NOISES[noise]).text == ""


@pytest.mark.parametrize("noise", NOISES)
def test_noise_is_no_speech(noise: str) -> None:
    activity = Activity()
    windows = NOISES[noise][: len(SECONDS) // WINDOW * WINDOW].reshape(-1, WINDOW)
    assert sum(activity(window) > 0.5 for window in windows) < 4


@pytest.mark.parametrize("said", ["Skip this question.", "Pause.", "Go back.", "Yes.", "Seven."])
def test_short_words_are_understood(whisper: Whisper, member_voice: MemberVoice, said: str) -> None:
    room = np.zeros(6400, np.int16)
    spoken = np.concatenate([room, resampled(member_voice(said), 16_000).samples, room])
    assert whisper.text(spoken).text.lower().strip(".") in {said.lower().strip("."), "7"}


def test_what_is_said_three_times_is_heard_three_times(
    whisper: Whisper, member_voice: MemberVoice
) -> None:
    spoken = resampled(member_voice("No, no, no, it was never like that."), 16_000).samples
    words = re.findall(r"\w+", whisper.text(spoken).text.lower())
    assert words[:5] == ["no", "no", "no", "it", "was"]


def test_a_name_that_is_expected_is_written_as_it_is(
    whisper: Whisper, member_voice: MemberVoice
) -> None:
    spoken = resampled(member_voice("I talked to Siobhan about it on Monday."), 16_000).samples
    assert "Siobhan" in whisper.text(spoken, ["Siobhan"]).text


def test_a_model_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RecogniserFailed, match="ASSISTANT_RECOGNISER"):
        Whisper(str(tmp_path)).load()
    with pytest.raises(RecogniserFailed, match="not on this computer"):
        Whisper("no-such-model").load()


class Counting(Recogniser):
    """Understands how many windows it was given; notes each time."""

    def __init__(self) -> None:
        self.given: list[int] = []
        self.at_once = self._now = 0

    def text(self, samples: Samples, names: Sequence[str] = ()) -> Heard:
        self._now += 1
        self.at_once = max(self.at_once, self._now)
        self.given.append(len(samples) // WINDOW)
        self._now -= 1
        return Heard(f"Words {len(self.given)}.")


def transcript(recogniser: Recogniser) -> Transcript:
    return Transcript(recogniser, ThreadPoolExecutor(AT_ONCE), (), lambda text: None)


def take(into: Transcript, count: int, *, speaking: bool) -> None:
    for _ in range(count):
        into.take(np.zeros(WINDOW, np.int16), speaking=speaking)


async def test_what_was_transcribed_in_a_pause_is_not_transcribed_again() -> None:
    counting = Counting()
    made = transcript(counting)
    take(made, 30, speaking=True)
    take(made, 20, speaking=False)
    made.look_ahead(20)
    take(made, 100, speaking=False)
    heard = await made.finished(120)
    assert counting.given == [40]
    assert heard.text == "Words 1."


async def test_finished_stretches_are_not_done_twice() -> None:
    counting = Counting()
    made = transcript(counting)
    for _ in range(3):
        take(made, 50, speaking=True)
        take(made, 70, speaking=False)
        made.close_stretch(70)
    heard = await made.finished(70)
    assert len(counting.given) == 3
    assert all(60 <= windows <= 76 for windows in counting.given)
    assert heard.text == "Words 1. Words 2. Words 3."


async def test_no_more_than_two_run_at_once_and_the_last_one_counts() -> None:
    counting = Counting()
    made = transcript(counting)
    for _ in range(5):
        take(made, 20, speaking=True)
        made.look_ahead(0)
        await asyncio.sleep(0)
    await made.finished(0)
    assert counting.at_once <= AT_ONCE
    assert counting.given[-1] == 100


class Slow(Counting):
    """Does not come back from its first transcription until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def text(self, samples: Samples, names: Sequence[str] = ()) -> Heard:
        heard = super().text(samples, names)
        if heard.text == "Words 1.":
            self.let_go.wait()
        return heard


async def overtaken(slow: Slow, shown: list[str]) -> tuple[Transcript, Heard]:
    """An answer that went on after a pause in which its transcription had begun."""
    made = Transcript(slow, ThreadPoolExecutor(AT_ONCE), (), shown.append)
    take(made, 30, speaking=True)
    made.look_ahead(0)
    while not slow.given:
        await asyncio.sleep(0.01)
    take(made, 30, speaking=True)
    return made, await made.finished(0)


async def test_a_transcription_that_speech_has_overtaken_is_not_waited_for() -> None:
    slow, shown = Slow(), list[str]()
    _, heard = await overtaken(slow, shown)
    assert not slow.let_go.is_set()  # the first one still runs
    slow.let_go.set()
    assert slow.given == [30, 60]
    assert heard.text == "Words 2."


async def test_what_comes_back_late_does_not_count() -> None:
    slow, shown = Slow(), list[str]()
    made, _ = await overtaken(slow, shown)
    slow.let_go.set()
    while made._running:
        await asyncio.sleep(0.01)
    assert made.text == "Words 2."
    assert shown == ["Words 2."]


async def test_nothing_is_shown_of_an_answer_that_nobody_waits_for() -> None:
    slow, shown = Slow(), list[str]()
    made = Transcript(slow, ThreadPoolExecutor(AT_ONCE), (), shown.append)
    take(made, 30, speaking=True)
    made.look_ahead(0)
    while not slow.given:
        await asyncio.sleep(0.01)
    running = set(made._running)
    made.drop()
    slow.let_go.set()
    await asyncio.wait(running)
    assert shown == []


class Failing(Counting):
    """Fails at first."""

    def text(self, samples: Samples, names: Sequence[str] = ()) -> Heard:
        heard = super().text(samples, names)
        if heard.text == "Words 1.":
            raise RecogniserFailed("it failed")
        return heard


async def test_a_stretch_that_failed_in_a_pause_is_tried_again_at_the_end() -> None:
    failing = Failing()
    made = transcript(failing)
    take(made, 50, speaking=True)
    made.close_stretch(0)
    while made._running:
        await asyncio.sleep(0.01)
    assert (await made.finished(0)).text == "Words 2."


def test_a_pause_in_mid_sentence_makes_no_full_stop() -> None:
    assert joined(["We move to a rota.", "and they fight.", "", "Well."]) == (
        "We move to a rota and they fight. Well."
    )


async def spoken(
    sound: VirtualSound, whisper: Whisper, said: Sound, watcher: Watcher, patience: Patience
) -> tuple[Heard, Ears]:
    ears = Ears(Microphone(), whisper)
    await ears.ready()
    listening = asyncio.create_task(ears.answer(patience, watcher))
    await asyncio.sleep(0.5)
    sound.start_playing(said)
    return await listening, ears


async def test_an_answer_with_a_pause_is_heard_whole(
    sound: VirtualSound, whisper: Whisper, member_voice: MemberVoice
) -> None:
    ended: list[Ended] = []
    said = member_voice("We are moving to a new system, [3] and nobody has told the night staff.")
    watcher = Watcher(known=lambda how, silence_s: ended.append(how))
    heard, ears = await spoken(sound, whisper, said, watcher, Patience(4))
    await ears.microphone.close()
    assert ended == [Ended.SILENCE]
    assert "new system" in heard.text
    assert "night staff" in heard.text


async def test_a_phrase_ends_an_answer_and_is_no_part_of_it(
    sound: VirtualSound, whisper: Whisper, member_voice: MemberVoice
) -> None:
    ended: list[Ended] = []
    said = member_voice("I lie awake over it on Sundays. [1] That's my answer.")
    watcher = Watcher(known=lambda how, silence_s: ended.append(how))
    heard, ears = await spoken(sound, whisper, said, watcher, Patience(30))
    await ears.microphone.close()
    assert ended == [Ended.PHRASE]
    assert heard.text.rstrip(".") == "I lie awake over it on Sundays"


async def test_a_key_ends_an_answer_once_something_was_said(
    sound: VirtualSound, whisper: Whisper, member_voice: MemberVoice
) -> None:
    ears = Ears(Microphone(), whisper)
    await ears.ready()
    texts: list[str] = []
    listening = asyncio.create_task(ears.answer(Patience(60), Watcher(text=texts.append)))
    await asyncio.sleep(0.5)
    assert ears.end() is False
    await asyncio.to_thread(sound.play, member_voice("Nobody told the night staff."))
    while not texts:
        await asyncio.sleep(0.05)
    assert ears.end() is True
    heard = await listening
    await ears.microphone.close()
    assert "night staff" in heard.text


async def test_after_a_long_silence_something_gentle_is_due_once(
    sound: VirtualSound, whisper: Whisper
) -> None:
    waited: list[int] = []
    ears = Ears(Microphone(), whisper)
    watcher = Watcher(waited=lambda: waited.append(1))
    listening = asyncio.create_task(ears.answer(Patience(5, gentle_s=1), watcher))
    await asyncio.sleep(5)
    assert waited == [1]
    assert not listening.done()
    listening.cancel()
    await ears.microphone.close()


async def test_what_was_said_when_the_microphone_went_away_is_not_lost(
    sound: VirtualSound, whisper: Whisper, member_voice: MemberVoice
) -> None:
    left: list[str] = []
    ears = Ears(Microphone(), whisper)
    await ears.ready()
    watcher = Watcher(unfinished=left.append)
    listening = asyncio.create_task(ears.answer(Patience(60), watcher))
    await asyncio.sleep(0.5)
    await asyncio.to_thread(sound.play, member_voice("Nobody told the night staff."))
    sound.kill()
    with pytest.raises(DeviceProblem, match="gone away"):
        await listening
    assert "night staff" in left[0]


async def test_the_members_speech_is_written_nowhere(
    sound: VirtualSound, whisper: Whisper, member_voice: MemberVoice
) -> None:
    written: list[object] = []
    watching = True

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        opens = watching and event == "open" and isinstance(arguments[0], str)
        if opens and set(str(arguments[1])) & set("wax+") and arguments[0] != "/dev/null":
            written.append(arguments[0])

    said = member_voice("Nobody told the night staff. [1] That's my answer.")
    ears = Ears(Microphone(), whisper)
    await ears.ready()
    listening = asyncio.create_task(ears.answer(Patience(30), Watcher()))
    playing = asyncio.create_task(asyncio.to_thread(sound.play, said))
    await asyncio.sleep(0.5)  # the member's own file has been written, which is not ours
    sys.addaudithook(audit)
    heard = await listening
    watching = False
    await playing
    await ears.microphone.close()
    assert "night staff" in heard.text
    assert written == []
