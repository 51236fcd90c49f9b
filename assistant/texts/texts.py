"""Reads the texts that are no part of the conversation itself.

The conversation's own words stand in ``domain.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.called import called
from assistant.catalogue import BrokenCatalogue

_FOLDER = Path(__file__).parent


class Texts:
    """Texts by their keys: ``texts("key", name=value)``."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Use these texts."""
        self._texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The text with this key, ``{name}`` filled in from ``values``.

        ``{assistant}`` is how the program was called.
        """
        return self._texts[key].format(assistant=called(), **values)

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines of the text with this key."""
        return tuple(self._texts[key].splitlines())

    def has(self, key: str) -> bool:
        """Whether there is a text with this key."""
        return key in self._texts


def read_texts(path: Path) -> Texts:
    """Read the texts of a file; raises BrokenCatalogue with a sentence for a person."""
    try:
        read = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        return Texts({str(key): str(text).strip() for key, text in read.items()})
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError) as error:
        raise BrokenCatalogue(
            f"The file {path} cannot be read: put back the one that came with the program."
        ) from error


@lru_cache(maxsize=8)
def texts(part: str = "terminal", language: str = "en") -> Texts:
    """The texts of a part, a file of the folder, in a language (an ISO 639-1 code).

    Raises BrokenCatalogue.
    """
    return read_texts(_FOLDER / language / f"{part}.yml")
