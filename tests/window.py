"""The program in a pseudo-terminal, with a screen that shows what a member would see."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pyte
import pytest

from assistant.project import project_folder

COLUMNS, ROWS = 90, 60


class Terminal:
    """A window in which ``assistant`` runs.

    Attributes:
        sent: every byte that the program sent to the window.
    """

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.sent = b""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "assistant", *arguments],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "PYTHONPATH": str(project_folder()),
                **environment,
            },
            dimensions=(ROWS, COLUMNS),
        )

    def type(self, keys: str) -> None:
        self._child.send(keys)

    def resize(self, rows: int, columns: int) -> None:
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._child.pid)

    @property
    def lines(self) -> list[str]:
        """What the window shows, without what is empty at the end of lines and below."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip().split("\n")

    @property
    def shown(self) -> str:
        """All that is shown, on one line, so that where it is wrapped does not matter."""
        return " ".join(" ".join(self.lines).split())

    def until(self, *texts: str) -> None:
        """Wait until the window shows all of these."""
        self._wait(lambda: all(text in self.shown for text in texts), f"no {texts}")

    def until_count(self, text: str, count: int) -> None:
        """Wait until the window shows a text so many times."""
        self._wait(lambda: self.shown.count(text) == count, f"not {count} times {text}")

    def until_ready(self) -> None:
        """Wait until the quiet line says how far one is."""
        self._wait(lambda: any(" of 18 ·" in line for line in self.lines), "not ready")

    def exit_code(self) -> int:
        """Wait until the program has ended; its exit code."""
        self._wait(lambda: not self._read(), "it did not end")
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def close(self) -> None:
        self._child.close(force=True)

    def _wait(self, seen: Callable[[], bool], otherwise: str) -> None:
        for _ in range(2400):
            self._read()
            if seen():
                return
            time.sleep(0.05)
        pytest.fail(f"{otherwise}:\n" + "\n".join(self.lines))

    def _read(self) -> bool:
        """Take in what the program sent; False once it has ended."""
        try:
            while True:
                new = self._child.read_nonblocking(100_000, timeout=0)
                self.sent += new
                self._stream.feed(new)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False


@pytest.fixture
def open_terminal(model_home: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens windows, with a model that is trained already."""
    opened: list[Terminal] = []

    def open_one(*arguments: str, **environment: str) -> Terminal:
        opened.append(Terminal(*arguments, **environment))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()
