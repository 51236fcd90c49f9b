from __future__ import annotations

import io
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.terminal.faults import Refused
from assistant.terminal.output import write_file, write_markdown


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "copy.md"
    write_file(file, "café\n", replace=False)
    assert file.read_text("utf-8") == "café\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_no_text_is_written_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "record.docx"
    write_file(file, b"PK\x03\x1b", replace=False)
    assert file.read_bytes() == b"PK\x03\x1b"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_replaced_only_when_told(tmp_path: Path) -> None:
    file = tmp_path / "copy.md"
    file.write_text("before")
    with pytest.raises(Refused, match="--force"):
        write_file(file, "after", replace=False)
    assert file.read_text() == "before"
    write_file(file, "after", replace=True)
    assert file.read_text() == "after"


@pytest.mark.parametrize("place", ["missing/copy.md", "file/copy.md"])
def test_a_folder_that_takes_no_file_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match=str(tmp_path / place.split("/")[0])):
        write_file(tmp_path / place, "text", replace=False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        write_file(tmp_path, "text", replace=True)


def test_a_file_that_the_disk_cannot_take_leaves_the_old_one_and_nothing_else(
    tmp_path: Path,
) -> None:
    """A limit on the size of files stands in for a full disk: the system says it alike."""
    file = tmp_path / "copy.md"
    file.write_text("before")
    code = (
        "from pathlib import Path; from assistant.terminal.output import write_file\n"
        f"write_file(Path({str(file)!r}), 'x' * 100_000, replace=True)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "File too large" in ran.stderr
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_markdown_goes_into_a_pipe_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    write_markdown("# Title\n\n> words\x1b[0m\n")
    assert capsys.readouterr().out == "# Title\n\n> words␛[0m\n"


def test_markdown_is_laid_out_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    write_markdown("# Title\n\n> some \\*words\\*\n")
    shown = screen.getvalue()
    assert "Title" in shown
    assert "some *words*" in shown
    assert "#" not in shown
    assert "\x1b" not in shown


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True
