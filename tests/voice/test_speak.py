from __future__ import annotations

import asyncio
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.settings import Settings
from assistant.voice.devices.speaker import Speaker
from assistant.voice.sound import Sound
from assistant.voice.speak import folder as folder_module
from assistant.voice.speak.folder import new_folder, remove, sweep
from assistant.voice.speak.for_the_ear import Spoken, for_the_ear
from assistant.voice.speak.hibari_voice import HibariVoice
from assistant.voice.speak.manner import FASTEST, Manner
from assistant.voice.speak.mouth import Mouth
from assistant.voice.speak.pyttsx3_voice import Pyttsx3Voice
from assistant.voice.speak.voice import VoiceFailed
from assistant.voice.speak.voices import manner, voice
from assistant.voice.speak.wishes import granted, is_for_another_voice, is_for_longer
from benchmarks._sound import VirtualSound

QUESTION = "Why is this important to you?"


def test_two_sentences_in_a_row_are_both_whole(
    pyttsx3_voice: Pyttsx3Voice, understood: Callable[[Sound], str]
) -> None:
    first = pyttsx3_voice.make("Describe your problem in one sentence.", Manner())
    second = pyttsx3_voice.make(QUESTION, Manner())
    assert "describe your problem" in understood(first).lower()
    assert "important to you" in understood(second).lower()


def test_settings_right_before_speech_do_not_spoil_it(pyttsx3_voice: Pyttsx3Voice) -> None:
    lengths = []
    for number in range(40):
        rate = 120 if number % 2 else 240
        name = "en-gb-x-rp" if number % 3 else "en-us"
        lengths.append((rate, pyttsx3_voice.make(QUESTION, Manner(name, rate)).seconds))
    slow = [seconds for rate, seconds in lengths if rate == 120]
    fast = [seconds for rate, seconds in lengths if rate == 240]
    assert min(slow) > 1.3 * max(fast)
    assert max(slow) < 1.5 * min(slow)
    assert max(fast) < 1.5 * min(fast)


def test_no_file_is_left_and_the_folder_is_private(pyttsx3_voice: Pyttsx3Voice) -> None:
    pyttsx3_voice.make(QUESTION, Manner())
    place = pyttsx3_voice._folder
    assert list(place.iterdir()) == []
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    in_memory = Path("/dev/shm")
    assert place.parent == in_memory or not os.access(in_memory, os.W_OK)


def test_it_speaks_again_when_its_process_was_killed(pyttsx3_voice: Pyttsx3Voice) -> None:
    pyttsx3_voice.make(QUESTION, Manner())
    assert pyttsx3_voice._process
    pyttsx3_voice._process.kill()
    pyttsx3_voice._process.wait()
    assert pyttsx3_voice.make(QUESTION, Manner()).seconds > 1


def test_without_a_driver_it_says_what_to_install(
    pyttsx3_voice: Pyttsx3Voice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise OSError('no library')")
    monkeypatch.syspath_prepend(str(tmp_path))
    broken = Pyttsx3Voice()
    with pytest.raises(VoiceFailed, match="libespeak-ng1"):
        broken.make(QUESTION, Manner())
    broken.close()


_CHATTERING = """\
import wave
print("a library that prints")
class Engine:
    def connect(self, topic, done): self.done = done
    def getProperty(self, name): return "own"
    def setProperty(self, name, value): print("set", name)
    def save_to_file(self, text, file): self.file = file
    def runAndWait(self):
        print("running")
        with wave.open(self.file, "wb") as made:
            made.setnchannels(1), made.setsampwidth(2), made.setframerate(22050)
            made.writeframes(bytes(44100))
        self.done("it", True)
def init(): return Engine()
"""


def test_what_a_driver_prints_is_no_answer_and_nothing_but_files_is_asked_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drivers = tmp_path / "pyttsx3" / "drivers"
    drivers.mkdir(parents=True)
    (drivers.parent / "__init__.py").write_text(_CHATTERING)  # has no say()
    (drivers / "__init__.py").write_text("")
    (drivers / "_espeak.py").write_text("def Synchronize(): print('synchronised')")
    monkeypatch.syspath_prepend(str(tmp_path))
    made = Pyttsx3Voice()
    assert [made.make(QUESTION, Manner()).seconds for _ in range(2)] == [1, 1]
    made.close()


def test_what_a_killed_session_left_behind_is_swept_at_the_next_start() -> None:
    code = (
        "from assistant.voice.speak.folder import new_folder; import time\n"
        "made = new_folder(); (made / 'question.wav').write_bytes(b'RIFF')\n"
        "print(made, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout
    left = Path(child.stdout.readline().strip())
    mine = new_folder()
    assert left.exists()  # its process lives
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert (left / "question.wav").exists()
    remove(mine)
    remove(new_folder())
    assert not left.exists()


def test_where_nothing_is_in_memory_the_folder_is_a_private_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(folder_module, "_IN_MEMORY", tmp_path / "none")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = new_folder()
    assert made.parent == tmp_path
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    other = tmp_path / "assistant-voice-not-ours"
    other.mkdir()
    sweep(tmp_path)
    assert made.exists()
    assert other.exists()


def test_the_nicer_voice_speaks(understood: Callable[[Sound], str]) -> None:
    made = HibariVoice()
    slow, fast = made.make(QUESTION, Manner(rate=120)), made.make(QUESTION, Manner(rate=240))
    assert "important to you" in understood(slow).lower()
    assert slow.seconds > 1.5 * fast.seconds


def test_the_settings_choose_voice_and_manner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_VOICE", "hibari")
    monkeypatch.setenv("ASSISTANT_VOICE_RATE", "200")
    settings = Settings()
    assert isinstance(voice(settings), HibariVoice)
    assert manner(settings).rate == 200
    assert isinstance(voice(Settings(voice="pyttsx3")), Pyttsx3Voice)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Why?\nAnd **who** cares?", ["Why?", "And who cares?"]),
        ("See [the page](https://a.b) now.", ["See the page now."]),
        ("It is 3 of 15. The 2nd is next.",
         ["It is three of fifteen.", "The second is next."]),
        ("Ring 999, or Samaritans on 116 123.",
         ["Ring nine nine nine, or Samaritans on one one six, one two three."]),
        ("Dr Hale, e.g. on a scale of 1 to 10, since 2019.",
         ["Doctor Hale, for example on a scale of one to ten, since twenty nineteen."]),
        ("Which?\n\n1. the sentence: \"I wait.\"\n2. who cares: \"Asha\"",
         ["Which?", 'one: the sentence: "I wait."', 'two: who cares: "Asha"']),
    ],
)  # fmt: skip
def test_text_is_prepared_for_the_ear(message: str, said: list[str]) -> None:
    assert [one.text for one in for_the_ear(message)] == said


def test_a_list_is_read_with_pauses() -> None:
    item, last = for_the_ear("1. one thing\n2. another")
    assert item.pause_s > 0.3
    assert last.pause_s > 0.3


REVIEW = (
    "This is what you have said, all in one place.\n\nThe worksheet\n"
    + "\n".join(f'{n}. question {n}: "I have said a good deal about this one"' for n in range(1, 9))
    + "\n\nSkipped by you\n9. who cares\n\nIs it right as it stands? If not, say the number."
)


def test_the_review_is_not_read_aloud_whole() -> None:
    assert [one.text for one in for_the_ear(REVIEW)] == [
        "This is what you have said, all in one place.",
        "It is all on the screen.",
        "Is it right as it stands?",
        "If not, say the number.",
    ]
    assert len(for_the_ear(REVIEW, whole=True)) == 14


def test_three_sentences_to_choose_from_are_read() -> None:
    offered = "Which?\n\n" + "\n".join(f"{n}. " + "word " * 30 for n in (1, 2, 3))
    assert len(for_the_ear(offered)) == 4


@pytest.mark.parametrize(
    ("wish", "rate", "volume"),
    [
        ("Could you speak a bit slower?", 136, 0.5),
        ("you're going too fast", 136, 0.5),
        ("that's too slow", 184, 0.5),
        ("speak up please", 160, 0.75),
        ("you're too quiet", 160, 0.75),
        ("not so loud", 160, 0.25),
        ("do something", 160, 0.5),
    ],
)
def test_the_manner_changes_by_saying_so(wish: str, rate: int, volume: float) -> None:
    changed, told = granted(wish, Manner(rate=160, volume=0.5))
    assert (changed.rate, changed.volume) == (rate, volume)
    assert told


def test_it_names_the_voices_of_its_language(pyttsx3_voice: Pyttsx3Voice) -> None:
    names = pyttsx3_voice.names()
    assert "en-gb-x-rp" in names
    assert len(set(names)) == len(names)
    assert all(name.startswith("en") for name in names)


async def test_another_voice_is_another_and_after_the_last_comes_the_first(
    pyttsx3_voice: Pyttsx3Voice,
) -> None:
    mouth = Mouth(pyttsx3_voice, Speaker(), Manner())
    own = await mouth._sound(QUESTION)
    names = pyttsx3_voice.names()
    taken = []
    for _ in names:
        assert await mouth.take_another_voice()
        taken.append(mouth.manner.name)
    assert taken == [*names[1:], names[0]]
    mouth.manner = Manner("en-us")
    other = await mouth._sound(QUESTION)
    assert not np.array_equal(own.samples, other.samples)


async def test_who_has_one_voice_says_so() -> None:
    mouth = Mouth(HibariVoice(), Speaker(), Manner())
    assert not await mouth.take_another_voice()
    assert mouth.manner.name == ""


@pytest.mark.parametrize(
    "wish", ["Could you use another voice?", "Change your voice.", "use a woman's voice"]
)
def test_wishes_for_another_voice(wish: str) -> None:
    assert is_for_another_voice(wish)
    assert not is_for_another_voice("lower your voice")


def test_louder_than_loud_is_said_to_be_impossible() -> None:
    changed, told = granted("louder", Manner(volume=1.0))
    assert changed.volume == 1.0
    assert "as loud as I get" in told


def test_wishes_for_time() -> None:
    assert is_for_longer("give me longer")
    assert not is_for_longer("let me think")


async def test_a_manner_stays_within_what_can_be_understood(pyttsx3_voice: Pyttsx3Voice) -> None:
    mouth = Mouth(pyttsx3_voice, Speaker(), Manner(rate=10_000, volume=7))
    assert (mouth.manner.rate, mouth.manner.volume) == (FASTEST, 1.0)


async def test_sentences_are_heard_in_order_and_whole(
    sound: VirtualSound,
    pyttsx3_voice: Pyttsx3Voice,
    understood: Callable[[Sound], str],
    share_heard: Callable[[str, str], float],
) -> None:
    said = "Why is this important to you? Who knows about it?"
    speaker = Speaker()
    mouth = Mouth(pyttsx3_voice, speaker, Manner("en-gb-x-rp"))
    recording = sound.record()
    assert await mouth.say(for_the_ear(said))
    heard = understood(recording.end())
    await speaker.close()
    assert share_heard(heard, said) > 0.6


async def test_it_is_silent_at_once_when_stopped(
    sound: VirtualSound, pyttsx3_voice: Pyttsx3Voice
) -> None:
    speaker = Speaker()
    mouth = Mouth(pyttsx3_voice, speaker, Manner())
    recording = sound.record()
    long = [Spoken("This is a long sentence that goes on and on for quite some time.", 0.2)] * 3
    saying = asyncio.create_task(mouth.say(long))
    for _ in range(600):
        await asyncio.sleep(0.02)
        if recording.first_sound_after(0):
            break
    await asyncio.sleep(0.5)
    await mouth.stop()
    stopped = time.monotonic()
    assert await saying is False
    await asyncio.sleep(1.0)
    assert recording.first_sound_after(stopped + 0.2) is None
    assert await mouth.say([Spoken(QUESTION, 0.1)])  # and it speaks again
    assert recording.first_sound_after(stopped + 0.2) is not None
    recording.end()
    await speaker.close()


async def test_sounds_made_ahead_are_the_ones_played(pyttsx3_voice: Pyttsx3Voice) -> None:
    mouth = Mouth(pyttsx3_voice, Speaker(), Manner())
    mouth.make_ahead([Spoken(QUESTION, 0.2)])
    made = next(iter(mouth._made.values()))
    assert await mouth._sound(QUESTION) is await made
    assert np.abs((await made).samples).max() > 1000
