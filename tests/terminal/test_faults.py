from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.catalogue import BrokenCatalogue
from assistant.engine.training import TrainingFailed
from assistant.records.errors import DiskFull
from assistant.settings import Settings
from assistant.terminal.faults import complain, sentence

SECRET = "postgresql://anna:hunter2@host"


@pytest.mark.parametrize(
    "error", [DiskFull(), BrokenCatalogue("Put it back."), TrainingFailed("Make room.")]
)
def test_our_own_errors_are_their_own_sentence(error: Exception) -> None:
    assert sentence(error) == str(error)


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EFBIG, "File too large"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "/srv/x"), "/srv/x may not be used"),
        (OSError(errno.EROFS, "Read-only file system", "/srv/x"), "/srv/x may not be used"),
        (OSError(errno.EIO, "Input/output error", "/srv/x"), "Input/output error"),
        (ModuleNotFoundError("no", name="tokenizers.pre"), "The package tokenizers is missing"),
    ],
)
def test_errors_of_the_system_are_said_in_a_sentence(error: Exception, named: str) -> None:
    assert named in sentence(error)


def test_names_the_setting_that_does_not_fit_and_not_its_value() -> None:
    with pytest.raises(ValidationError) as raised:
        Settings.parse_obj({"busy_timeout_s": SECRET})
    told = sentence(raised.value)
    assert "ASSISTANT_BUSY_TIMEOUT_S" in told
    assert SECRET not in told


def test_an_unknown_error_is_named_by_its_place_and_never_by_what_it_holds() -> None:
    with pytest.raises(TypeError) as raised:
        Settings(home=Path("~")).models_folder.joinpath(object())  # type: ignore[arg-type]
    told = sentence(raised.value)
    assert "TypeError" in told
    assert "'assistant doctor'" in told
    assert sentence(KeyError("my private words")).find("private") == -1


def test_complains_on_standard_error_without_control_sequences(
    capsys: pytest.CaptureFixture[str],
) -> None:
    complain(PermissionError(errno.EACCES, "no", "/tmp/\x1b[2Jx"))
    out, err = capsys.readouterr()
    assert out == ""
    assert "␛[2J" in err
    assert "\x1b" not in err
