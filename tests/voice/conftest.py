"""Sound without hardware: virtual devices, and a member who speaks with another voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

import pytest

from assistant.voice.listen.whisper import Whisper
from assistant.voice.sound import Sound, resampled
from assistant.voice.speak.pyttsx3_voice import Pyttsx3Voice
from benchmarks._sound import MemberVoice, VirtualSound, missing_for_sound


def need_sound() -> None:
    """Skip where Debian's packages for sound are not installed; .ci/run installs them."""
    missing = missing_for_sound()
    if missing:
        pytest.skip(f"no sound here: {', '.join(missing)} not installed (.ci/run names packages)")


@pytest.fixture(scope="module")
def pyttsx3_voice() -> Iterator[Pyttsx3Voice]:
    """The default voice."""
    need_sound()
    made = Pyttsx3Voice()
    yield made
    made.close()


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualSound]:
    """Devices of this test's own: a speaker that is recorded, a microphone to speak into."""
    need_sound()
    made = VirtualSound()
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    yield made
    made.close()


@pytest.fixture(scope="session")
def member_voice() -> MemberVoice:
    """Says a text as sound; ``[3]`` in it is a pause of three seconds."""
    return MemberVoice()


@pytest.fixture(scope="session")
def whisper() -> Whisper:
    """The recogniser, loaded once."""
    made = Whisper()
    made.load()
    return made


@pytest.fixture(scope="session")
def understood(whisper: Whisper) -> object:
    """The text of a sound of any rate."""

    def text_of(sound: Sound) -> str:
        return whisper.text(resampled(sound, 16_000).samples).text

    return text_of


@pytest.fixture(scope="session")
def share_heard() -> Callable[[str, str], float]:
    """The share, 0 to 1, of what was said whose words are heard, in their order.

    The small recogniser mishears a word now and then, so what is told by it is told by the share.
    """

    def share(heard: str, said: str) -> float:
        words = [re.findall(r"\w+", text.lower()) for text in (heard, said)]
        found = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
        return sum(block.size for block in found) / len(words[1])

    return share
