"""The windows in which sound is judged and counted."""

from __future__ import annotations

HEARING_RATE = 16_000
"""Samples a second of everything that is heard."""
WINDOW = 512
"""Samples that are judged together; what the voice activity model takes."""
WINDOW_S = WINDOW / HEARING_RATE
"""Seconds that a window lasts."""
