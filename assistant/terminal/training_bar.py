"""How far the training is: a bar on a terminal, lines on standard error elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.texts.texts import texts


@contextmanager
def training_bar() -> Iterator[Callable[[str, float], None]]:
    """Give what is to be called with each stage and how far it is, from 0 to 1."""
    if not sys.stdout.isatty():
        yield _line
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task(texts()("training"), total=1.0)
        yield lambda stage, done: bar.update(task, completed=done)


def _line(stage: str, done: float) -> None:
    told = texts()("training_percent", percent=round(done * 100))
    print(told, file=sys.stderr, flush=True)
