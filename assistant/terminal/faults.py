"""The one sentence that a person reads when something went wrong."""

from __future__ import annotations

import errno
import sys
import traceback
from pathlib import Path

from assistant.terminal.wrapping import fitting
from assistant.texts.texts import texts

_OURS = "assistant"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""Error numbers of a disk, or a share of it, that takes no more."""
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class Refused(Exception):
    """A command cannot do what was asked; ``str()`` is the sentence that says so."""


def complain(error: BaseException) -> None:
    """Say on standard error, in one sentence, what went wrong."""
    apart = "\n" if sys.stderr.isatty() else ""  # a member reads on below it
    print(fitting(sentence(error), sys.stderr) + apart, file=sys.stderr, flush=True)


def sentence(error: BaseException) -> str:
    """What went wrong and what to do; never what a member said.

    Each named error of the program is its own sentence.
    """
    if type(error).__module__.split(".")[0] == _OURS:
        return str(error)
    if isinstance(error, ModuleNotFoundError):
        return texts()("package_missing", name=(error.name or "").split(".")[0])
    if isinstance(error, OSError):
        return _of_file(error)
    if type(error).__module__.startswith("pydantic"):
        return _of_setting(error)
    return texts()("unknown_failure", kind=type(error).__name__, place=_place(error))


def _of_file(error: OSError) -> str:
    file = error.filename or "-"
    if error.errno in FULL:
        return texts()("disk_full")
    if error.errno in _FORBIDDEN:
        return texts()("not_allowed", file=file)
    return texts()("file_failed", file=file, reason=error.strerror or type(error).__name__)


def _of_setting(error: BaseException) -> str:
    """A setting that does not fit; its value is not said, it may be a password."""
    from pydantic import ValidationError

    from assistant.settings import Settings

    assert isinstance(error, ValidationError)
    first = error.errors()[0]
    name = f"{Settings.Config.env_prefix}{first['loc'][0]}".upper()
    return texts()("bad_setting", name=name, reason=first["msg"])


def _place(error: BaseException) -> str:
    """Where in this program it happened: file and line, without any content."""
    package = str(Path(__file__).parent.parent)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(package)]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "-"
