"""The process that pyttsx3 speaks in: ``python -m assistant.voice.speak.pyttsx3_process``.

Reads a request a line in JSON. For ``{"text", "file", "rate", "name"}`` it writes the WAV file and
then prints ``{"made": true}``; for ``{}`` it prints ``{"names": [...]}``, the voices of its own
language; or ``{"failed": reason}``. It ends when its standard input ends.

pyttsx3 2.99 with espeak-ng is asynchronous and keeps the last properties and the last file only:
one request at a time, synchronised before and after, in a process with nothing else in it, which
ends without its destructors. Nothing is ever played here. On macOS and Windows (not tested) the
drivers write files as their documentation says, and there is nothing to synchronise.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any, TextIO

_PATIENCE_S = 20.0
_PART = ".part.wav"  # the drivers look at the ending


def main() -> None:
    """Make a file for each request; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the assistant
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # pyttsx3 prints
    try:
        speaker = _Speaker()
    except Exception as error:  # no driver, no espeak library
        _tell(answers, failed=str(error))
        os._exit(1)
    for line in sys.stdin:
        try:
            asked = json.loads(line)
            if asked:
                speaker.make(**asked)
                _tell(answers, made=True)
            else:
                _tell(answers, names=speaker.names())
        except Exception as error:  # whatever the driver raises
            _tell(answers, failed=str(error))
    os._exit(0)  # espeak fails aloud when it is taken down


def _tell(answers: TextIO, **what: Any) -> None:
    print(json.dumps(what), file=answers, flush=True)


class _Speaker:
    def __init__(self) -> None:
        import pyttsx3

        self._engine: Any = pyttsx3.init()
        self._own_voice = self._engine.getProperty("voice")
        self._finished = False
        self._engine.connect("finished-utterance", self._on_finished)

    def make(self, text: str, file: str, rate: int, name: str) -> None:
        self._engine.setProperty("rate", rate)
        self._engine.setProperty("voice", self._voice(name))
        _synchronise()
        part = Path(f"{file}{_PART}")
        self._finished = False
        self._engine.save_to_file(text, str(part))
        self._engine.runAndWait()
        _synchronise()
        self._wait(part)
        part.rename(file)

    def names(self) -> list[str]:
        """Names of the voices that speak the language of its own choice, which is the first."""
        found = {_short(voice.id): _language(voice) for voice in self._engine.getProperty("voices")}
        own = _short(self._own_voice)
        others = [name for name, language in found.items() if language == found.get(own)]
        return [own, *(name for name in others if name != own)]

    def _voice(self, name: str) -> str:
        """The id of the voice of this name or id; its own choice where there is none."""
        wanted = name.lower()
        for voice in self._engine.getProperty("voices") if wanted else ():
            if wanted in (
                voice.id.lower(),
                voice.name.lower(),
                _short(voice.id).lower(),
            ):
                return str(voice.id)
        return str(self._own_voice)

    def _wait(self, part: Path) -> None:
        until = time.monotonic() + _PATIENCE_S
        while not (self._finished and part.exists()):
            if time.monotonic() > until:
                raise TimeoutError("the speech driver wrote nothing")
            time.sleep(0.005)

    def _on_finished(self, name: Any = None, completed: bool = True) -> None:
        self._finished = True


def _short(voice_id: str) -> str:
    """A voice's id without the folders that espeak puts before it."""
    return str(voice_id).rpartition("/")[2]


def _language(voice: Any) -> str:
    """The language of a voice, without its country: "en"."""
    first = (voice.languages or [voice.id])[0]
    text = first.decode("utf-8", "ignore") if isinstance(first, bytes) else str(first)
    found = re.search(r"[a-z]+", text.lower())
    return found[0] if found else ""


def _synchronise() -> None:
    """Wait until espeak has done what it was asked; the other drivers wait by themselves."""
    if sys.platform.startswith("linux"):
        from pyttsx3.drivers import _espeak

        _espeak.Synchronize()


if __name__ == "__main__":
    main()
