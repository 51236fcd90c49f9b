"""The wheel carries the Rasa project and works from any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as it would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    uv = shutil.which("uv")
    assert uv, "uv is what installs this project: see the README"
    command = [uv, "build", "--quiet", "--wheel", "--out-dir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


def test_it_carries_the_rasa_project(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (
        "config.yml",
        "domain.yml",
        "data/stories/rules.yml",
        "data/nlu/skip_question.yml",
    ):
        assert f"assistant/project/{file}" in names
    assert "assistant/records/migrations/env.py" in names
    assert any(name.startswith("assistant/nlu/weights/") for name in names)
    assert any(name.startswith("assistant/texts/en/") for name in names)
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)


def test_it_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    home = tmp_path / "home"
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r});"
        "import assistant; from assistant.project import project_folder;"
        "from assistant.engine.fingerprint import fingerprint;"
        "print(assistant.__file__, project_folder(), len(fingerprint()));"
        "from assistant.cli import main; main(['chat', '--plain'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"ASSISTANT_HOME": str(home), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    where, project, digits = run.stdout.splitlines()[0].split()
    assert Path(where).is_relative_to(site)
    assert Path(project) == site / "assistant" / "project"
    assert digits == "16"
    assert "Describe your problem situation in one sentence" in run.stdout
