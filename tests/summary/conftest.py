from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.summary import Draft, draft
from assistant.summary.said import Said

WORKSHEETS = yaml.safe_load(Path(__file__).with_name("worksheets.yaml").read_text("utf-8"))


@pytest.fixture(scope="session", params=WORKSHEETS, ids=lambda session: session["id"])
def answers(request: pytest.FixtureRequest) -> dict[str, str]:
    """The answers of one person who does not exist, after another."""
    return dict(request.param["answers"])


@pytest.fixture
def worksheets() -> dict[str, dict[str, Any]]:
    """All of them, by name."""
    return {session["id"]: session["answers"] for session in WORKSHEETS}


@pytest.fixture(scope="session")
def offered(answers: dict[str, str]) -> Draft:
    """What is offered for the answers."""
    return draft(answers)


@pytest.fixture(scope="session")
def said(answers: dict[str, str]) -> Said:
    """The answers, made ready to check sentences against."""
    return Said(answers)
