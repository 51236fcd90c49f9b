"""What the benchmarks share."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of the values do not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def environment(**more: str) -> Mapping[str, str]:
    """The environment of a child process: this checkout first, no telemetry, ``more`` added."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"PYTHONPATH": os.pathsep.join(paths), "RASA_TELEMETRY_ENABLED": "false"}
    return {**os.environ, **own, **more}


def memory_mb(pid: int) -> float:
    """Resident memory of a process and its children, in megabytes (10^6 bytes)."""
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(each.memory_info().rss for each in family) / 1e6


def end(pid: int, patience_s: float = 10) -> None:
    """End a process and its children: asked first, and killed where that is not heard."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
        for each in family:
            with suppress(psutil.NoSuchProcess):
                each.terminate()
        for stubborn in psutil.wait_procs(family, timeout=patience_s)[1]:
            stubborn.kill()
