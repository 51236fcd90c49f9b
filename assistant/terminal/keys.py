"""The function keys, and the command that each sends."""

from __future__ import annotations

from collections.abc import Mapping

HELP, PAUSE = "help", "pause"

COMMANDS: Mapping[str, str] = {
    "f1": HELP,
    "f2": "repeat",
    "f3": "skip_question",
    "f4": "go_back",
    "f5": "rephrase",
    "f6": "ask_why",
    "f7": "change_answer",
    "f8": "summary_so_far",
    "f9": "ask_progress",
    "f10": PAUSE,
}
"""Key -> intent."""
