from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import pytest

import assistant
from assistant.records.steps import How, Step, StepKind
from assistant.voice.level import bar
from assistant.voice.names import names
from assistant.voice.yes_or_no import yes_or_no

NOW = datetime(2026, 11, 2, tzinfo=timezone.utc)


def answer(text: str, how: How = How.TYPED) -> Step:
    return Step(StepKind.ANSWERED, "problem", NOW, text=text, how=how)


def test_names_are_taken_from_typed_answers() -> None:
    steps = [
        answer("The rota. My deputy Siobhan and Dr Hale argue; Siobhan wins."),
        answer("Then I rang Shavon.", How.SPOKEN),
    ]
    assert names(steps, "Asha", "") == ("Asha", "Siobhan", "Hale")


def test_words_that_begin_a_sentence_are_no_names() -> None:
    assert names([answer("Nobody knows. Everybody guesses! Really?")]) == ()


@pytest.mark.parametrize("text", ["Yes.", "Yeah, I am.", "I'm alone.", "Okay", "yes, go ahead"])
def test_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["No.", "Not really.", "No, there's somebody here", "I'm not"])
def test_no(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["The rota.", "", "Hang on a minute"])
def test_neither(text: str) -> None:
    assert yes_or_no(text) is None


def test_the_bar_grows_with_the_level() -> None:
    shown = [bar(level) for level in (-96, -50, -30, -12, 0)]
    assert shown[0] == "······"
    assert shown[-1] == "██████"
    assert [len(one) for one in shown] == [6] * 5
    assert [one.count("█") for one in shown] == sorted(one.count("█") for one in shown)


def test_the_first_words_wait_for_nothing_that_speech_needs() -> None:
    code = "import assistant.voice.conversation, sys; print(*sorted(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(assistant.__file__).parent.parent,
    )
    heavy = {"numpy", "faster_whisper", "sounddevice", "pyttsx3", "onnxruntime", "av", "num2words"}
    assert heavy & set(ran.stdout.split()) == set()


def test_the_tests_that_the_document_names_are_there() -> None:
    project = Path(assistant.__file__).parent.parent
    named = re.findall(r"`(test_\w+)`", (project / "docs" / "voice.md").read_text("utf-8"))
    tests = "".join(file.read_text("utf-8") for file in project.glob("tests/voice/*.py"))
    assert len(named) > 10
    assert [name for name in named if f"def {name}(" not in tests] == []
