"""The real program in a pseudo-terminal, with virtual devices and a member who speaks."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.coaching.fold import standing
from assistant.records.steps import How, StepKind
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.voice.sound import Sound
from benchmarks._sound import MemberVoice, VirtualSound

LISTENING, SPEAKING = "Space when that's your answer", "Any key stops me"


class Talking:
    """A member at a terminal with a microphone."""

    def __init__(self, terminal: Any, sound: VirtualSound, voice: MemberVoice) -> None:
        self.terminal, self.sound, self.voice = terminal, sound, voice

    def says(self, text: str, *, then: str) -> None:
        """Wait for the microphone, say it, and wait for what the assistant shows."""
        self.terminal.until(LISTENING)
        time.sleep(0.3)
        self.sound.play(self.voice(text))
        self.terminal.until(then)

    def interrupts(self) -> None:
        """Stop the assistant by a key that leaves nothing in the line."""
        self.terminal.until(SPEAKING)
        self.terminal.type(" ")
        self.terminal.until(LISTENING)


@pytest.fixture
def talking(
    open_terminal: Callable[..., Any], sound: VirtualSound, member_voice: MemberVoice
) -> Callable[..., Talking]:
    def begin(**environment: str) -> Talking:
        member_voice("Hello.")  # the member's voice is loaded before the assistant waits
        terminal = open_terminal("talk", **sound.environment, **environment)
        return Talking(terminal, sound, member_voice)

    return begin


def steps(settings: Settings) -> tuple[Any, ...]:
    store = Store.open(settings)
    home = store.home(date.min)
    assert home
    found = tuple(store.steps(home.id))
    store.close()
    return found


def folders_of_wavs(session: Talking) -> list[Path]:
    """Those of this session alone; others may be talking on this computer."""
    return list(Path("/dev/shm").glob(f"assistant-voice-{session.terminal.pid}-*"))


def test_a_session_is_begun_by_voice_and_gone_on_with_by_typing(
    talking: Callable[..., Talking],
    settings: Settings,
    understood: Callable[[Sound], str],
    share_heard: Callable[[str, str], float],
    sound: VirtualSound,
) -> None:
    problem = "The system never works for more than a week, [3] and I do everything by hand."
    recording = sound.record()
    member = talking(ASSISTANT_ANSWER_SILENCE_S="4")
    member.says("Yes.", then=SPEAKING)
    assert len(folders_of_wavs(member)) == 1
    time.sleep(3)
    member.interrupts()
    member.says(problem, then="Why is this important to you?")
    member.interrupts()
    member.says("Skip this question.", then="important to your practice?")
    member.interrupts()
    member.terminal.type("We lose two nurses a year over it.\r")
    member.terminal.until("How will you recognise progress")
    member.interrupts()
    member.says("Everybody stays. [1] That's my answer.", then="Who else would like")
    member.terminal.type("\x1b[21~")  # F10
    assert member.terminal.exit_code() == 0
    told = understood(recording.end())
    assert share_heard(told, "Are you somewhere private?") > 0.5
    assert share_heard(told, "I help you prepare for your set meeting") > 0.5

    found = steps(settings)
    state = standing(found)
    parts = problem.split("[3]")
    assert [share_heard(state.answers["problem"], part) > 0.5 for part in parts] == [True, True]
    assert state.answers["importance_practice"] == "We lose two nurses a year over it."
    assert "answer" not in state.answers["progress_signs"]
    hows = {step.question: step.how for step in found if step.kind is StepKind.ANSWERED}
    assert hows == {
        "problem": How.SPOKEN,
        "importance_practice": How.TYPED,
        "progress_signs": How.SPOKEN,
    }
    skipped = next(step for step in found if step.kind is StepKind.SKIPPED)
    assert (skipped.question, skipped.how) == ("importance_self", How.SPOKEN)
    assert folders_of_wavs(member) == []


def test_a_session_that_was_killed_leaves_nothing_for_the_next_one(
    talking: Callable[..., Talking],
) -> None:
    killed = talking()
    killed.says("Yes.", then=SPEAKING)
    left = folders_of_wavs(killed)
    os.kill(killed.terminal.pid, signal.SIGKILL)
    killed.terminal.close()
    assert [folder.exists() for folder in left] == [True]
    again = talking()
    again.terminal.until(LISTENING)
    assert not left[0].exists()


def test_a_correction_and_a_microphone_that_disappears(
    talking: Callable[..., Talking], settings: Settings, sound: VirtualSound
) -> None:
    member = talking(ASSISTANT_ANSWER_SILENCE_S="2.5")
    member.says("Yes.", then=SPEAKING)
    time.sleep(1)
    member.interrupts()
    member.says("The teachers will not talk to the parents.", then="Why is this important to you?")
    member.interrupts()
    member.says("No, I said the teachers will not talk to the children.", then="Put right.")
    member.interrupts()
    member.terminal.type("\t")
    member.terminal.until("Enter puts it right")
    member.terminal.type(" here\r")
    member.terminal.until("children. here")
    member.interrupts()
    time.sleep(0.5)
    sound.play(member.voice("I lie awake over it"))
    sound.kill()
    member.terminal.until("has gone away", "nothing is lost", "> I lie awake over it")
    member.terminal.type(" on Sundays\r")
    member.terminal.until("Stay with that, or go on?")
    member.terminal.type("\x1b[21~")
    assert member.terminal.exit_code() == 0
    answers = standing(steps(settings)).answers
    assert answers["problem"].lower().rstrip(".").endswith("children. here")
    assert answers["importance_self"].startswith("I lie awake over it")
    assert answers["importance_self"].endswith("on Sundays")


def test_without_a_sound_card_the_session_is_typed(
    open_terminal: Callable[..., Any], settings: Settings, tmp_path: Path
) -> None:
    terminal = open_terminal("talk", ALSA_CONFIG_PATH=str(tmp_path / "nothing"))
    terminal.until("You can go on by typing")
    terminal.until_ready()
    assert "somewhere private" not in terminal.shown
    terminal.type("The teams will not talk to each other about the rota.\r")
    terminal.until("Why is this important to you?")
    terminal.type("\x1b[21~")
    assert terminal.exit_code() == 0
