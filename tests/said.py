"""What is said for a line in a turn: tests name a line by its first wording."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from assistant.catalogue import catalogue
from assistant.coaching.phrasing import phrased
from assistant.project import project_folder

_DOMAIN = yaml.safe_load((project_folder() / "domain.yml").read_text("utf-8"))
VARIED: Mapping[str, str] = {
    catalogue().text(line): line for line in _DOMAIN["responses"] if catalogue().wordings(line) > 1
}
"""First wording -> the line that has several."""


def as_said(text: str, preparation: str, turn: int) -> str:
    """The text as it is said after so many messages, where such a line begins with it."""
    begun = (line for first, line in VARIED.items() if text and first.startswith(text))
    line = next(begun, None)
    return phrased(line, catalogue(), preparation, turn) if line else text


def wordings(text: str) -> tuple[str, ...]:
    """Every wording of the line with this first one; the text alone, where it is no such line."""
    line = VARIED.get(text)
    places = range(catalogue().wordings(line)) if line else ()
    return tuple(catalogue().text(line, place) for place in places) if line else (text,)
