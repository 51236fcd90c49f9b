"""The product: its engine in a child process of its own, on SQLite in a folder of its own.

``Product`` starts and uses the child; run as a module, this file is the child:
``python -m benchmarks._product HOME MODELS``. They exchange one line of JSON each: a list of
texts for one new preparation, and the list of milliseconds that its turns took.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.store import Store
from assistant.settings import Settings
from benchmarks._common import end, environment, memory_mb


class ProductFailed(Exception):
    """The engine's process ended; the text holds the end of what it printed."""


class Product:
    """The engine in a fresh process.

    Attributes:
        ready_s: seconds from starting the process until it can reply to a typed message.
    """

    def __init__(self, models: Path, folder: Path) -> None:
        """Start it with a trained model of ``models`` and its records in ``folder``.

        Raises ProductFailed.
        """
        home = folder / uuid4().hex
        home.mkdir()
        self._printed = home / "printed.txt"
        started = time.perf_counter()
        with self._printed.open("wb") as printed:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks._product", str(home), str(models)],
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=printed,
                text=True,
                encoding="utf-8",
            )
        try:
            self._answer()
        except BaseException:
            self.close()
            raise
        self.ready_s = time.perf_counter() - started

    def converse(self, texts: Sequence[str]) -> list[float]:
        """Say texts to a preparation of their own; milliseconds that each turn took."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(list(texts)) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def memory_mb(self) -> float:
        """Resident memory of the process, in megabytes."""
        return memory_mb(self._process.pid)

    def close(self) -> None:
        """End the process."""
        end(self._process.pid)
        self._process.communicate()

    def _answer(self) -> list[float]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            last = self._printed.read_text("utf-8", "replace").strip().splitlines()[-3:]
            raise ProductFailed("The engine failed: " + " / ".join(last))
        taken: list[float] = json.loads(line)
        return taken


async def _serve(home: Path, models: Path) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints, the parent reads answers only
    settings = Settings(home=home)
    store = Store.open(settings)
    new_preparation = _preparations(store)
    engine = Engine(store, settings, Model(models))
    await engine.load()
    print("[]", file=answers, flush=True)
    for line in sys.stdin:
        taken = await _converse(engine, new_preparation(), json.loads(line))
        print(json.dumps(taken), file=answers, flush=True)


def _preparations(store: Store) -> Callable[[], str]:
    """What makes a new preparation, each for one and the same member and meeting."""
    learning_set = store.create_set("A set")
    person = store.create_person("A member")
    store.add_member(person.id, learning_set.id)
    meeting = store.create_meeting(learning_set.id, date.today())
    return lambda: store.create_preparation(person.id, meeting.id).id


async def _converse(engine: Engine, preparation: str, texts: Sequence[str]) -> list[float]:
    engine.opening(preparation)
    taken = []
    for text in texts:
        turn = Turn(preparation, text)
        started = time.perf_counter()
        await engine.reply(turn)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1]), Path(sys.argv[2])))
