"""docs/coaching.md names a conversation for every row, and every one it names is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.coaching.deeper import RULES
from assistant.coaching.route import ROUTES
from assistant.nlu.reading import SERIOUS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "coaching.md").read_text("utf-8")
BEGINS = "## Row by row"
ROWS: dict[str, str] = dict(
    re.findall(r"^\| (\w[^|]*?: [^|]+?) \| (.+?) \|$", DOCUMENT[DOCUMENT.index(BEGINS) :], re.M)
)
"""Name of a row -> what its right column names."""
CONVERSATIONS: dict[str, dict[str, Any]] = {
    f"{file.stem}: {each['conversation']}": each
    for file in Path(__file__).parent.glob("*.yml")
    for each in yaml.safe_load(file.read_text("utf-8"))
}


def shown_by(row: str) -> list[str]:
    return re.findall(r"`([^`]+)`", ROWS[row])


def is_there(name: str) -> bool:
    """Whether there is this conversation, or this test in its file."""
    if "::" not in name:
        return name in CONVERSATIONS
    file, _, test = name.partition("::")
    return bool(re.search(rf"^(?:async )?def {test}\(", (ROOT / file).read_text("utf-8"), re.M))


def test_there_are_rows() -> None:
    assert len(ROWS) >= 80
    lines = [line for line in DOCUMENT[DOCUMENT.index(BEGINS) :].splitlines() if "|" in line]
    headings = [line for line in lines if line.startswith(("| Row |", "|---|"))]
    assert len(lines) - len(headings) == len(ROWS)  # none is named twice, none is of another form


@pytest.mark.parametrize("row", ROWS)
def test_a_row_names_what_shows_it_and_that_is_there(row: str) -> None:
    assert shown_by(row)
    assert [name for name in shown_by(row) if not is_there(name)] == []


def test_no_two_conversations_have_one_name() -> None:
    names = Counter(
        f"{file.stem}: {each['conversation']}"
        for file in Path(__file__).parent.glob("*.yml")
        for each in yaml.safe_load(file.read_text("utf-8"))
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_every_route_further_question_and_serious_sign_has_its_row() -> None:
    """What is there to be shown is read from where it is decided, so that a new one needs a row."""
    named = {name for row in ROWS for name in shown_by(row)} & set(CONVERSATIONS)
    asked = {turn.get("question") for name in named for turn in CONVERSATIONS[name]["turns"]}
    assert {rule.question for rule in RULES} <= asked
    rows = " ".join(ROWS)
    assert all(f"route: {name}" in rows for name in ("five", "ten", "all of it"))
    assert len(ROUTES) == 3
    assert all(sign.replace("_", " ") in rows for sign in SERIOUS)
