"""Where written things go: the screen, a pipe, or a file of the member's."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from assistant.terminal.faults import FULL, Refused
from assistant.texts.printable import printable
from assistant.texts.texts import texts


def write(text: str) -> None:
    """Write to standard output as it stands. Raises OSError at once, not at the program's end."""
    sys.stdout.write(printable(text))
    sys.stdout.flush()


def write_markdown(markdown: str) -> None:
    """Lay Markdown out on a terminal; into a pipe it goes as it stands."""
    if not sys.stdout.isatty():
        write(markdown)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    from assistant.terminal.wrapping import columns

    Console(width=columns()).print(Markdown(printable(markdown), hyperlinks=False))


def write_bytes(content: bytes) -> None:
    """Write to standard output what is no text."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_file(file: Path, content: str | bytes, *, replace: bool) -> None:
    """Write a file that only its owner may read; it appears whole or not at all.

    Raises Refused where it is there already and not to be replaced, or cannot be written to;
    OSError where the disk does not take it.
    """
    if file.is_dir():
        raise Refused(texts()("file_is_folder", file=file))
    if file.exists() and not replace:
        raise Refused(texts()("file_is_there", file=file))
    part = _new_part(file.absolute().parent)
    try:
        with os.fdopen(part[0], "wb") as opened:
            opened.write(_as_bytes(content))
            opened.flush()
            os.fsync(opened.fileno())
        Path(part[1]).replace(file)
    except BaseException:
        Path(part[1]).unlink(missing_ok=True)
        raise


def _as_bytes(content: str | bytes) -> bytes:
    return printable(content).encode("utf-8") if isinstance(content, str) else content


def _new_part(folder: Path) -> tuple[int, str]:
    try:
        return tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    except OSError as error:
        if error.errno in FULL:
            raise
        raise Refused(texts()("folder_not_usable", folder=folder)) from error
