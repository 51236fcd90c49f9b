"""The trained model: found in the cache by its fingerprint, or trained in a child process."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.called import called
from assistant.engine.fingerprint import fingerprint

Progress = Callable[[str, float], None]
"""Called with a stage (starting, reading, training, saving, done) and how much is done, 0 to 1.

It is called at least once a second, so that a long stage can be seen to go on.
"""

_BEAT_S = 1.0
_KEPT = 2  # models of this many fingerprints stay in the cache


class TrainingFailed(Exception):
    """The model could not be trained; the text says what to do."""


def model_path(models: Path) -> Path:
    """Where the model for the present project lies, or will lie."""
    return models / f"{fingerprint()}.tar.gz"


def trained_model(models: Path, progress: Progress | None = None, *, anew: bool = False) -> Path:
    """Path of the model, trained first if it is not there (or ``anew``).

    ``progress`` is called only when training runs. Two processes at once train once. Raises
    TrainingFailed.
    """
    model = model_path(models)
    if model.exists() and not anew:
        return model
    from filelock import FileLock  # a tenth of a second that the first words need not wait for

    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{model}.lock"):
            if anew or not model.exists():
                _train(model, progress or (lambda stage, done: None))
    except OSError as error:
        raise TrainingFailed(
            f"The language model could not be kept in {models} ({error.strerror}): make room "
            "there, or make the folder writable, and start again. Nothing you said is lost."
        ) from error
    _forget_old(models, keep=model)
    return model


def _train(model: Path, progress: Progress) -> None:
    command = [sys.executable, "-m", "assistant.engine.train_model", str(model)]
    last = ""
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        ) as child,
        _beating(progress) as tell,
    ):
        assert child.stdout
        for line in child.stdout:
            if line.startswith('{"stage"'):
                report = json.loads(line)
                tell(report["stage"], report["done"])
            elif line.strip():
                last = line.strip()
    if child.returncode != 0 or not model.exists():
        raise TrainingFailed(
            f"The language model could not be trained ({last or f'code {child.returncode}'}): "
            f"run '{called()} doctor'. Nothing you said is lost."
        )


@contextmanager
def _beating(progress: Progress) -> Iterator[Progress]:
    """Give what tells ``progress``, and tell it the same again every second until there is more."""
    last: list[tuple[str, float]] = []
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_BEAT_S):
            for told in last:
                progress(*told)

    def tell(stage: str, done: float) -> None:
        last[:] = [(stage, done)]
        progress(stage, done)

    beating = threading.Thread(target=beat, daemon=True)
    beating.start()
    try:
        yield tell
    finally:
        over.set()
        beating.join()


def _forget_old(models: Path, keep: Path) -> None:
    """Keep the newest models only."""
    by_age = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in by_age[_KEPT:]:
        if old != keep:
            old.unlink(missing_ok=True)
            Path(f"{old}.lock").unlink(missing_ok=True)
