from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.summary import Draft, draft
from assistant.summary.pieces import Found, find
from assistant.summary.said import Said

WORKSHEETS = yaml.safe_load(Path(__file__).with_name("worksheets.yaml").read_text("utf-8"))


_BY_NAME: dict[str, dict[str, str]] = {each["id"]: each["answers"] for each in WORKSHEETS}


@cache
def _found(name: str) -> Found:
    return find(_BY_NAME[name])


@cache
def _drafted(name: str) -> Draft:
    return draft(_BY_NAME[name])


@pytest.fixture(scope="session", params=_BY_NAME)
def name(request: pytest.FixtureRequest) -> str:
    """The name of one worksheet after another, of people who do not exist."""
    return str(request.param)


@pytest.fixture(scope="session")
def answers(name: str) -> dict[str, str]:
    """The answers of that person."""
    return dict(_BY_NAME[name])


@pytest.fixture(scope="session")
def found(name: str) -> Found:
    """The pieces of the answers."""
    return _found(name)


@pytest.fixture
def worksheets() -> dict[str, dict[str, Any]]:
    """All of them, by name."""
    return dict(_BY_NAME)


@pytest.fixture(scope="session")
def drafted() -> Callable[[str], Draft]:
    """What is offered for the worksheet of a name; each is drafted once."""
    return _drafted


@pytest.fixture(scope="session")
def offered(name: str) -> Draft:
    """What is offered for the answers."""
    return _drafted(name)


@pytest.fixture(scope="session")
def said(answers: dict[str, str]) -> Said:
    """The answers, made ready to check sentences against."""
    return Said(answers)
