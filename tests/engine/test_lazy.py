"""Modules that are executed only when something of them is used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.engine.lazy import make_lazy, make_package_lazy


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package whose modules note that they were executed."""
    name = "lazily_tested"
    folder = tmp_path / name
    folder.mkdir()
    noting = f"import sys\nsys.modules.setdefault('{name}_ran', []).append(__name__)\n"
    (folder / "__init__.py").write_text(noting + "from lazily_tested.heavy import weight\n")
    (folder / "heavy.py").write_text(noting + "weight = 7\ndef lift(n):\n    return n * weight\n")
    (folder / "light.py").write_text(noting + "feather = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield name
    for each in [each for each in sys.modules if each.startswith(name)]:
        del sys.modules[each]


def _ran(package: str) -> list[str]:
    return list(sys.modules.get(f"{package}_ran", []))  # type: ignore[call-overload]


def test_importing_a_lazy_module_executes_nothing(package: str) -> None:
    (Path(sys.path[0]) / package / "__init__.py").write_text("")
    make_lazy(f"{package}.heavy")
    heavy = importlib.import_module(f"{package}.heavy")
    assert _ran(package) == []
    assert heavy.weight == 7
    assert _ran(package) == [f"{package}.heavy"]
    assert sys.modules[f"{package}.heavy"].__file__


def test_a_name_can_be_imported_from_it_and_is_looked_up_when_used(package: str) -> None:
    (Path(sys.path[0]) / package / "__init__.py").write_text("")
    make_lazy(f"{package}.heavy", "lift")
    lift = importlib.import_module(f"{package}.heavy").lift
    assert _ran(package) == []
    assert lift(2) == 14
    assert lift.__call__(3) == 21


def test_what_is_imported_already_stays_as_it_is(package: str) -> None:
    module = importlib.import_module(f"{package}.light")
    make_lazy(f"{package}.light")
    assert sys.modules[f"{package}.light"] is module


def test_what_does_not_exist_fails_where_it_is_used(package: str) -> None:
    make_lazy("lazily_tested_nowhere")
    nowhere = importlib.import_module("lazily_tested_nowhere")
    with pytest.raises(ModuleNotFoundError):
        nowhere.anything  # noqa: B018


def test_a_lazy_package_executes_only_the_module_that_is_kept(package: str) -> None:
    make_package_lazy(package, "light", "feather")
    assert importlib.import_module(package).feather == 1
    assert _ran(package) == [f"{package}.light"]
    assert importlib.import_module(package).weight == 7
    assert package in _ran(package)


def test_a_package_that_does_not_exist_is_told_at_once() -> None:
    with pytest.raises(ModuleNotFoundError):
        make_package_lazy("lazily_tested_nowhere_else", "kept")
