"""Starts the workers, and tells what they said."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from assistant.voice.devices.problem import UNKNOWN, DeviceProblem

_MODULE = "assistant.voice.devices.worker"


async def start(task: str, device: str = "") -> asyncio.subprocess.Process:
    """A worker that does ``task`` (list, record, play) with this device (default: the system's)."""
    with _nothing_collected():
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            _MODULE,
            task,
            device,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,  # ALSA writes there what is no concern of a member
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # Ctrl-C in the terminal is for the assistant alone
        )


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Between fork and exec a child must not collect a recogniser, whose threads it has not.

    It would wait for them for ever, and the assistant for it. uvloop runs Python in that child.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


async def told(process: asyncio.subprocess.Process, device: str) -> Mapping[str, Any] | None:
    """The next line of a worker, None when it has ended. Raises DeviceProblem where it failed."""
    assert process.stdout
    line = await process.stdout.readline()
    if not line:
        return None
    said: Mapping[str, Any] = json.loads(line)
    if "failed" in said:
        raise DeviceProblem(device, said["failed"], said.get("detail", UNKNOWN))
    return said


async def end(process: asyncio.subprocess.Process) -> None:
    """End a worker at once, whatever its device does."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            _kill(process)
    await process.wait()


def _kill(process: asyncio.subprocess.Process) -> None:
    """Not by the process's own method, which takes its exit code from under asyncio's watcher.

    The watcher would then complain on the member's screen about an unknown child.
    """
    if sys.platform == "win32":
        process.kill()
    else:
        os.kill(process.pid, signal.SIGKILL)
