from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.voice.sound import Sound, level_db, resampled
from benchmarks import speech
from benchmarks._noise import NOISES, noise, with_noise
from benchmarks._sound import MemberVoice, write_wav
from benchmarks._spoken_figures import figures, in_words
from benchmarks._spoken_member import with_pause
from benchmarks.speech import word_error


def test_numbers_and_spellings_are_made_alike() -> None:
    assert word_error(["It is twenty past nine, colour."], ["it's 20 past 9 color"]) == 0
    assert word_error(["we all fall down"], ["we all fell down"]) == pytest.approx(0.25)
    assert word_error([""], [""]) == 1  # nothing said counts as a word, so that it can be compared


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_the_same_each_time(name: str) -> None:
    made = noise(name, 2)
    assert len(made) == 32_000
    assert np.array_equal(made, noise(name, 2))
    assert (level_db(made) > -60) == (name != "silence")


def test_noise_is_as_far_below_speech_as_was_asked() -> None:
    speech_like = noise("keyboard", 3)
    for db in (20, 10, 5):
        added = with_noise(speech_like, db).astype(int) - speech_like
        assert level_db(speech_like) - level_db(added.astype(np.int16)) == pytest.approx(db, abs=1)


def test_a_pause_is_made_at_a_comma_near_the_middle() -> None:
    text = "So we are moving, and nobody has told the night staff about it."
    assert with_pause(text, 3) == (
        "So we are moving, [3] and nobody has told the night staff about it."
    )
    assert with_pause("One two three four five six", 1.0) == "One two three [1] four five six"
    assert with_pause("Nobody yet", 4) == "Nobody yet"


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    said = "Nobody has told the night staff."
    write_wav(tmp_path / "one.wav", resampled(MemberVoice()(said), 16_000))
    (tmp_path / "one.txt").write_text(said)
    write_wav(tmp_path / "without.wav", Sound(np.zeros(1600, np.int16), 16_000))
    return tmp_path


def test_speech_prints_the_figures_in_json(
    recordings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["speech.py", "--data", str(recordings), "--json"])
    speech.main()
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"wer", "rtf", "load_s", "rss_mb", "clips"}
    assert found["wer"] == 0
    assert [row["clip"] for row in found["clips"]] == ["one"]
    assert found["rtf"] > 0


def test_a_folder_without_recordings_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["speech.py", "--data", str(tmp_path)])
    with pytest.raises(SystemExit):
        speech.main()
    assert "no .wav" in capsys.readouterr().err


def test_spoken_tells_its_figures_in_a_table() -> None:
    found = figures([], MemberVoice(), 900)
    told = in_words(found)
    assert "| Sessions | 0 |" in told
    assert "| Memory, MB | 900 |" in told
