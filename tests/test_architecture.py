"""The arrows between the packages, as .importlinter draws them."""

from __future__ import annotations

import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import assistant

PACKAGE = Path(assistant.__file__).parent
ROOT = PACKAGE.parent


def test_the_arrows_point_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / ".importlinter")) == EXIT_STATUS_SUCCESS


def test_every_package_has_its_place() -> None:
    drawn = ConfigParser()
    drawn.read(ROOT / ".importlinter")
    layers = drawn["importlinter:contract:arrows"]["layers"]
    packages = {each.parent.name for each in PACKAGE.glob("*/__init__.py")}
    assert {each for each in packages if f"assistant.{each}" not in layers} == set()


@pytest.mark.parametrize("module", ["assistant.meeting", "assistant.records", "assistant.coaching"])
def test_what_shows_a_record_loads_neither_rasa_nor_spacy(module: str) -> None:
    names = [each.stem for each in (PACKAGE / module.split(".")[1]).glob("*.py")]
    imports = "\n".join(f"import {module}.{name}" for name in names if name != "__init__")
    loaded = subprocess.run(
        [sys.executable, "-c", f"{imports}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert {"rasa", "rasa_sdk", "spacy", "tensorflow"} & set(loaded.stdout.split()) == set()
