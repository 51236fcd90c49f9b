"""What was asked, as the conversation's slots tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.catalogue import catalogue
from assistant.nlu.judgement import Asked

ASIDES = {
    "settle_held": "yes_no",
    "confirm_start_again": "yes_no",
    "confirm_delete": "yes_no",
    "confirm_release": "yes_no",
    "summary": "yes_no",
    "which_answer": "choice",
    "release": "choice",
    "closing": "choice",
    "paused": "choice",
}
"""What stands in front of a question of the worksheet, and what it takes."""


def asked_in(slots: Mapping[str, Any], metadata: Mapping[str, Any]) -> Asked:
    """Return what was asked, from the slots by name and the message's metadata."""
    key = slots.get("requested_slot")
    under = slots.get("open_question")
    texts = {name: value for name, value in slots.items() if isinstance(value, str)}
    answers = {name: value for name, value in texts.items() if _is_question(name)}
    how = str(metadata.get("how") or "typed")
    return Asked(key, kind_of(key), under, answers, how)


def kind_of(key: str | None) -> str:
    """Return what a question or an aside takes; plain text where that is not known."""
    if key is None:
        return "text"
    if key in ASIDES:
        return ASIDES[key]
    return str(catalogue().question(key).kind) if _is_question(key) else "text"


def _is_question(key: str) -> bool:
    try:
        return bool(catalogue().question(key))
    except KeyError:
        return False
