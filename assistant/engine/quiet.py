"""Keeps libraries from printing: no telemetry, no content in logs, no floods of warnings."""

from __future__ import annotations

import logging
import os


def quieten() -> None:
    """Before Rasa is imported: telemetry off, one thread, warnings where nobody sees them."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    # One conversation needs one thread; more only wait for each other (before numpy is imported).
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # Filters would not do: libraries that are imported later set their own.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.CRITICAL)


def quieten_rasa() -> None:
    """After Rasa is imported: its structured log would print every message at debug level."""
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.CRITICAL)
    logging.getLogger().setLevel(logging.CRITICAL)
