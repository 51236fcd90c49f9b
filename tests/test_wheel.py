"""The wheel: it carries the Rasa project, and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import assistant
from assistant.project import project_folder

ROOT = Path(assistant.__file__).parent.parent

QUESTION = """
from assistant.catalogue import catalogue
from assistant.engine.fingerprint import fingerprint
from assistant.project import project_folder
import assistant.records.migrate
print(catalogue().text("utter_ask_try"))
print(project_folder())
print(fingerprint())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as it is for others; what builds it lies in uv's cache since the set-up."""
    folder = tmp_path_factory.mktemp("wheel")
    command = ["uv", "build", "--wheel", "--out-dir", str(folder), str(ROOT)]
    built = subprocess.run([*command, "--offline"], capture_output=True, text=True)
    if built.returncode != 0:  # an emptied cache
        built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


def test_it_carries_the_whole_rasa_project(wheel: Path) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if "/project/" in name}
    data = {file.relative_to(ROOT).as_posix() for file in (ROOT / "data").rglob("*.yml")}
    expected = {"config.yml", "domain.yml", *data}
    assert carried == {f"assistant/project/{name}" for name in expected}
    assert len(data) > 30


def test_it_carries_every_file_of_the_package_and_no_other(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    package = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "assistant").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    ours = {name for name in names if not name.startswith("assistant/project/")}
    assert {name for name in ours if not name.startswith("action_learning_assistant")} == package
    assert not [name for name in names if name.startswith(("tests", "benchmarks"))]


def test_unpacked_elsewhere_it_finds_its_questions_and_its_training_data(
    wheel: Path, tmp_path: Path
) -> None:
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", QUESTION],
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
    )
    assert ran.returncode == 0, ran.stderr
    question, project, fingerprint = ran.stdout.splitlines()
    assert question == "What are you trying to do?"
    assert Path(project) == unpacked / "assistant" / "project"
    assert len(fingerprint) == 16


def test_in_a_checkout_the_project_is_its_root() -> None:
    assert project_folder() == ROOT
