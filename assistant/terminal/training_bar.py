"""How far the training is: a bar on a terminal, lines on standard error elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.terminal.training_told import TrainingLines, TrainingTold
from assistant.texts.texts import texts


@contextmanager
def training_bar() -> Iterator[Callable[[str, float], None]]:
    """Give what is to be called with each stage and how far it is, from 0 to 1."""
    if not sys.stdout.isatty():
        yield TrainingLines()
        return
    from rich.progress import BarColumn, Progress, TextColumn

    columns = BarColumn(), TextColumn("{task.description}")
    with Progress(*columns, transient=True) as bar:
        told, task = TrainingTold(), bar.add_task(texts()("training"), total=1.0)

        def tell(stage: str, done: float) -> None:
            words = texts()("training_line", done=told(stage, done))
            bar.update(task, completed=done, description=words)

        yield tell
