"""How the program was called, so that every hint can be copied as it stands."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

_NAME = "assistant"


def called() -> str:
    """What stands before the name of a command: "uv run --no-dev assistant", or "assistant".

    uv tells what it runs by a variable. Where the program lies on no path that a shell searches, it
    is called by its file, as it was typed.
    """
    if "UV_RUN_RECURSION_DEPTH" in os.environ:
        return f"uv run --no-dev {_NAME}"
    typed = sys.argv[0]
    if Path(typed).name == _NAME and not shutil.which(_NAME):
        return shlex.quote(typed)
    return _NAME
