"""How long a person waits for the first question after starting the program."""

from __future__ import annotations

import re
import shutil
import sys
import time
from pathlib import Path
from statistics import median
from uuid import uuid4

import pexpect

from assistant.catalogue import catalogue
from benchmarks._common import environment

_PATIENCE_S = 120
_STARTS = 5


class NoFirstWords(Exception):
    """The program did not ask its first question; the text holds the end of what it printed."""


def first_words_s(model: Path, folder: Path, *, starts: int = _STARTS) -> tuple[float, float]:
    """Seconds from the command until the first question is on the screen, medians.

    The first value is for an installation that was used before, the second for a new one, which
    makes its records first. Both have a trained ``model``: what is measured never waits for it.

    Raises NoFirstWords.
    """
    used = _new_home(model, folder)
    _wait_for_first_question(used)  # untimed: makes the records, warms the file cache
    again = [_wait_for_first_question(used) for _ in range(starts)]
    anew = [_wait_for_first_question(_new_home(model, folder)) for _ in range(starts)]
    return median(again), median(anew)


def _new_home(model: Path, folder: Path) -> Path:
    home = folder / uuid4().hex
    models = home / "cache" / "models"
    models.mkdir(parents=True)
    shutil.copy(model, models / model.name)
    return home


def _wait_for_first_question(home: Path) -> float:
    """Start ``assistant`` in a pseudo-terminal, and end it once it has asked."""
    program = Path(sys.executable).parent / "assistant"
    first_words = catalogue().asking("problem", {}).split()[:3]
    question = r"\s+".join(map(re.escape, first_words))
    env = {**environment(ASSISTANT_HOME=str(home)), "TERM": "xterm-256color"}
    started = time.perf_counter()
    child = pexpect.spawn(str(program), env=env, dimensions=(40, 100), encoding="utf-8")
    try:
        child.expect(question, timeout=_PATIENCE_S)
        return time.perf_counter() - started
    except (pexpect.EOF, pexpect.TIMEOUT) as error:
        raise NoFirstWords(f"No first question: {(child.before or '')[-300:]}") from error
    finally:
        child.close(force=True)
