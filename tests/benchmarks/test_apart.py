"""What is judged by is not what was learned from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.nlu.wording import words
from benchmarks._common import ROOT
from benchmarks.classifiers import examples

SETS = [
    *sorted((ROOT / "benchmarks" / "data").glob("[fst]*.json")),
    *ROOT.parent.glob("shared/data/dev.json"),
]
COMMON = 2
"""Up to so many words, anybody says the same."""


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_row_that_is_judged_by_was_learned_from(path: Path) -> None:
    judged = {_bare(text) for text in _texts(json.loads(path.read_text("utf-8")))}
    learned = {_bare(example.text) for example in examples()}
    assert len(judged) > 100
    assert not {text for text in judged & learned if len(text.split()) > COMMON}


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from ([part["text"]] if isinstance(part.get("text"), str) else [])
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


def _bare(text: str) -> str:
    return " ".join(words(text))
