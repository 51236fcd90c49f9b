"""The default voice: pyttsx3, in a process of its own that writes WAV files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import uuid4

from assistant.texts.texts import texts
from assistant.voice.sound import Sound, read_wav
from assistant.voice.speak.folder import new_folder, remove
from assistant.voice.speak.manner import Manner
from assistant.voice.speak.voice import Voice, VoiceFailed

_MODULE = "assistant.voice.speak.pyttsx3_process"


class Pyttsx3Voice(Voice):
    """Speaks with whatever voices the system has (espeak-ng on Linux)."""

    def __init__(self) -> None:
        """Nothing is started before the first text."""
        self._process: subprocess.Popen[str] | None = None
        self._folder = new_folder()

    def make(self, text: str, manner: Manner) -> Sound:
        """The text as sound; the file is deleted as soon as it is read. Raises VoiceFailed."""
        file = self._folder / f"{uuid4().hex}.wav"
        try:
            rate, name = manner.rate, manner.name
            self._told({"text": text, "file": str(file), "rate": rate, "name": name})
            return read_wav(file)
        except (OSError, EOFError, wave.Error, ValueError) as error:
            self._end()
            raise VoiceFailed(texts("voice")("voice_failed", detail=error)) from error
        finally:
            file.unlink(missing_ok=True)

    def names(self) -> Sequence[str]:
        """The voices of its language. Raises VoiceFailed."""
        try:
            return list(map(str, self._told({})["names"]))
        except (OSError, ValueError) as error:
            self._end()
            raise VoiceFailed(texts("voice")("voice_failed", detail=error)) from error

    def close(self) -> None:
        """End the process and remove the folder."""
        self._end()
        remove(self._folder)

    def _told(self, asked: Mapping[str, object]) -> Mapping[str, Any]:
        """What the process says to a request. Raises OSError, ValueError."""
        process = self._running()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        said: Mapping[str, Any] = json.loads(process.stdout.readline() or '{"failed": "it ended"}')
        if "failed" in said:
            raise ValueError(said["failed"])
        return said

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", _MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            with suppress(OSError, ValueError):
                self._process.communicate()
        self._process = None
