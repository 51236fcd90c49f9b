"""The files that hold what was learned, and how they are opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from assistant.english import ParserMissing

PIECES = Path(__file__).with_name("pieces.npz")
PLANS = Path(__file__).with_name("plans.npz")


def held(file: Path) -> Mapping[str, Any]:
    """Return the arrays of a file, by name. Raises ParserMissing where it cannot be read."""
    try:
        with np.load(file) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (OSError, ValueError, EOFError, BadZipFile) as fault:
        raise ParserMissing(
            f"The file {file.name} that the sentence is made with is missing or damaged. Please "
            "install the program again."
        ) from fault
