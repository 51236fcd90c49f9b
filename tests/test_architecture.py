"""Arrows between the parts point one way (the contracts stand in .importlinter)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_contracts_hold() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    checked = subprocess.run([program], cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    assert "0 broken" in checked.stdout


def test_the_records_can_be_read_without_rasa() -> None:
    code = (
        "import sys, assistant.meeting.record, assistant.meeting.own_copy, assistant.records.store;"
        "print([name for name in ('rasa', 'rasa_sdk', 'spacy', 'tensorflow', 'sklearn')"
        " if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stderr
