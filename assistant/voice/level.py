"""The live level of the microphone, as a bar of characters."""

from __future__ import annotations

_QUIET_DB, _LOUD_DB = -60.0, -12.0
_WIDTH = 6


def bar(level_db: float) -> str:
    """A bar for a level in decibels below full scale; six characters wide."""
    share = min(max((level_db - _QUIET_DB) / (_LOUD_DB - _QUIET_DB), 0.0), 1.0)
    eighths = round(share * _WIDTH * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + ("▌" if rest >= 4 else "")).ljust(_WIDTH, "·")
