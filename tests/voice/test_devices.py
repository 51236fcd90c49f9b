from __future__ import annotations

import asyncio
import gc
import io
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from typer.testing import CliRunner

from assistant.commands import app
from assistant.project import project_folder
from assistant.voice.check import check_devices
from assistant.voice.devices.microphone import Microphone
from assistant.voice.devices.playing import _LATENCY_S, _Player
from assistant.voice.devices.problem import DeviceProblem, kind_of
from assistant.voice.devices.process import end
from assistant.voice.devices.speaker import Speaker
from assistant.voice.devices.worker import Answers
from assistant.voice.sound import Resampler, Samples, Sound, level_db, resampled
from assistant.voice.windows import WINDOW
from benchmarks._sound import MemberVoice, VirtualSound

_IN_MEMORY = ("/memfd:", "/dev/shm")

TONE = Sound((8000 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)).astype(np.int16), 48_000)


async def listened(microphone: Microphone, windows: int) -> Samples:
    heard: list[Samples] = []
    async with aclosing(microphone.windows()) as stream:
        async for window in stream:
            heard.append(window)
            if len(heard) >= windows:
                break
    return np.concatenate(heard)


async def test_the_microphone_hears_what_is_said(
    sound: VirtualSound,
    member_voice: MemberVoice,
    understood: Callable[[Sound], str],
    share_heard: Callable[[str, str], float],
) -> None:
    microphone = Microphone()
    said = "The rota never holds for a week."
    with sound.speaking(member_voice(said)):
        await microphone.open()
        heard = await listened(microphone, 110)
        await microphone.close()
    assert len(heard) == 110 * WINDOW
    assert share_heard(understood(Sound(heard, 16_000)), said) > 0.4


async def test_what_is_heard_while_nobody_listens_is_dropped(sound: VirtualSound) -> None:
    microphone = Microphone()
    await microphone.open()
    await listened(microphone, 1)
    sound.play(TONE)
    await asyncio.sleep(0.5)
    quiet = await listened(microphone, 15)
    await microphone.close()
    assert level_db(quiet) < -50


async def test_ending_a_worker_that_has_ended_says_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    for _ in range(60):
        ended = await asyncio.create_subprocess_exec("true", stdout=asyncio.subprocess.PIPE)
        assert ended.stdout
        await ended.stdout.read()
        await end(ended)
        assert ended.returncode is not None
    assert caplog.messages == []


async def test_what_is_heard_goes_through_no_file(sound: VirtualSound) -> None:
    microphone = Microphone()
    await microphone.open()
    await listened(microphone, 5)
    assert microphone._process
    opened = Path(f"/proc/{microphone._process.pid}/fd").iterdir()
    files = [one for one in opened if stat.S_ISREG(one.stat().st_mode)]
    on_disk = [one for one in files if not str(one.readlink()).startswith(_IN_MEMORY)]
    written = [one for one in on_disk if one.lstat().st_mode & stat.S_IWUSR]
    await microphone.close()
    assert written == []


async def test_a_microphone_that_disappears_is_noticed(sound: VirtualSound) -> None:
    microphone = Microphone()
    await microphone.open()
    await listened(microphone, 5)
    sound.kill()
    with pytest.raises(DeviceProblem, match="has gone away"):
        await listened(microphone, 1000)
    await microphone.close()


async def test_a_speaker_that_disappears_is_noticed(sound: VirtualSound) -> None:
    speaker = Speaker()
    playing = asyncio.create_task(speaker.play(TONE.then(8)))
    await asyncio.sleep(2)
    sound.kill()
    with pytest.raises(DeviceProblem) as raised:
        await playing
    assert raised.value.kind in {"lost", "unknown", "busy"}
    await speaker.close()


@pytest.fixture
def no_sound_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer on which PortAudio finds nothing."""
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "nothing"))


async def test_without_a_sound_card_nothing_is_said_to_have_been_spoken(
    no_sound_card: None,
) -> None:
    speaker, microphone = Speaker(), Microphone()
    with pytest.raises(DeviceProblem, match=r"No speaker was found|install PortAudio"):
        await speaker.play(TONE)
    with pytest.raises(DeviceProblem, match=r"No microphone was found|install PortAudio"):
        await microphone.open()


def test_once_stopped_nothing_is_played_but_what_the_device_has_taken() -> None:
    player = _Player(Answers(io.BytesIO()), None)
    player._rest = TONE.samples.tobytes()
    out = bytearray(960)
    player._fill(out, 480, None, None)
    assert any(out)
    player.stop()
    player._fill(out, 480, None, None)
    assert not any(out)
    assert _LATENCY_S <= 0.1  # which lasts no longer than this


def test_what_is_stopped_while_the_device_is_being_opened_is_not_played(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    player = _Player(Answers(io.BytesIO()), None)
    player._stream = SimpleNamespace(latency=0)

    def opened(rate: int) -> int:
        player.stop()
        return rate

    monkeypatch.setattr(player, "_open", opened)
    player._play(TONE, player._stops)
    assert player._rest == b""


async def test_a_device_of_another_name_is_said_not_to_be_there(sound: VirtualSound) -> None:
    microphone = Microphone("no such thing")
    with pytest.raises(DeviceProblem, match="ASSISTANT_MICROPHONE"):
        await microphone.open()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError("PortAudio library not found"), "no_portaudio"),
        (ModuleNotFoundError("No module named 'sounddevice'"), "no_portaudio"),
        (RuntimeError("Error opening InputStream: Device unavailable [PaErrorCode -9985]"), "busy"),
        (RuntimeError("Error querying device -1"), "none"),
        (ValueError("No input device matching 'x'"), "none"),
        (RuntimeError("Unanticipated host error"), "unknown"),
    ],
)
def test_each_problem_has_its_sentence(error: Exception, kind: str) -> None:
    assert kind_of(error) == kind
    for device in ("microphone", "speaker"):
        assert str(DeviceProblem(device, kind, "x")).endswith((".", ")."))


def test_another_rate_is_turned_into_ours() -> None:
    heard = resampled(TONE, 16_000)
    assert heard.rate == 16_000
    assert heard.seconds == pytest.approx(1, abs=0.01)
    spectrum = np.abs(np.fft.rfft(heard.samples))
    assert np.argmax(spectrum) / heard.seconds == pytest.approx(440, abs=2)


def test_a_stream_is_resampled_without_seams() -> None:
    stream = Resampler(48_000, 16_000)
    parts = [stream(part) for part in np.array_split(TONE.samples, 50)]
    whole = resampled(TONE, 16_000).samples
    streamed = np.concatenate(parts)
    assert np.abs(streamed[:15_000].astype(int) - whole[:15_000].astype(int)).max() <= 1


def test_the_check_speaks_records_and_plays_back(
    sound: VirtualSound, member_voice: MemberVoice, capsys: pytest.CaptureFixture[str]
) -> None:
    with sound.speaking(member_voice("One two three four five six seven eight nine ten.")):
        code = check_devices()
    told = capsys.readouterr().out
    assert "(in use)" in told
    assert "hears you well" in told
    assert code == 0


def test_the_check_says_what_is_missing(
    no_sound_card: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_devices() == 1
    told = capsys.readouterr().out
    assert "microphone  none. Plug one in" in told
    assert "speaker     none. Plug one in" in told
    assert "talk --check" not in told  # which this is


def test_without_the_extra_one_sentence_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.voice.needed.find_spec", lambda package: None)
    for arguments in (["talk"], ["talk", "--check"]):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 1
        assert str(result.exception).count(".") == 1
        assert "--extra voice" in str(result.exception)


@pytest.mark.parametrize("package", ["psutil", "sounddevice"])
@pytest.mark.parametrize("more", ["", " --check"])
def test_whatever_of_the_extra_is_missing_the_command_that_brings_it_is_named(
    package: str, more: str
) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        f"from assistant.cli import main; main({f'talk{more}'.split()!r})"
    )
    environment = {**os.environ, "PYTHONPATH": str(project_folder())}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "--extra voice" in ran.stderr


async def test_a_worker_begins_while_a_recogniser_waits_to_be_collected(
    sound: VirtualSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []
    exec_ = asyncio.create_subprocess_exec

    async def beginning(*args: str, **kwargs: object) -> asyncio.subprocess.Process:
        begun.append(gc.isenabled())
        return await exec_(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", beginning)
    microphone = Microphone()
    await microphone.open()
    await microphone.close()
    assert begun == [False]
    assert gc.isenabled()
