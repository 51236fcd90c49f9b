"""Modules that are executed only when something of them is first used."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any


def make_lazy(name: str, *names: str) -> None:
    """Let ``import name`` do nothing until an attribute of that module is used.

    ``names`` may be imported from it (``from name import X``) and are looked up when they are
    used; not for ``isinstance``. A module that is imported already stays as it is; one that is
    not installed fails where it is used.
    """
    if name in sys.modules:
        return
    module = _LazyModule(name)
    module.__dict__.update({each: _LazyName(module, each) for each in names})
    _stand_in(name, module)


def make_package_lazy(name: str, kept: str, *names: str) -> None:
    """The same for a package, except for its module ``kept``, from which ``names`` come."""
    if name in sys.modules:
        return
    spec = importlib.util.find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError(name=name)
    package = _LazyModule(name)
    package.__path__ = list(spec.submodule_search_locations)
    _stand_in(name, package)
    real = importlib.import_module(f"{name}.{kept}")
    package.__dict__.update({each: getattr(real, each) for each in names})


def _stand_in(name: str, module: _LazyModule) -> None:
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], child, module)


class _LazyModule(ModuleType):
    """Stands in ``sys.modules`` for a module until an attribute of it is asked for.

    ``importlib.util.LazyLoader`` will not do: on Python 3.10 the import statement itself
    reads ``__spec__``, and that executes the module.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._executed(), name)

    def _executed(self) -> ModuleType:
        name = self.__name__
        if sys.modules.get(name) is self:
            del sys.modules[name]
        return importlib.import_module(name)


class _LazyName:
    """Stands for one name of a lazy module until it is used."""

    def __init__(self, module: _LazyModule, name: str) -> None:
        self._module = module
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._real()(*args, **kwargs)

    def _real(self) -> Any:
        return getattr(self._module._executed(), self._name)
