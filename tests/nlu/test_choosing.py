"""Picking from a list, and keeping an answer that is shown."""

from __future__ import annotations

import pytest

from assistant.nlu.choosing import keeps, picks


@pytest.mark.parametrize(
    "text", ["1", "1 and 3", "all of them", "just the sentence please", "nothing", "the first one"]
)
def test_picks(text: str) -> None:
    assert picks(text)


@pytest.mark.parametrize("text", ["", "skip", "I said one thing to my deputy", "who sees this"])
def test_does_not_pick(text: str) -> None:
    assert not picks(text)


@pytest.mark.parametrize("text", ["keep it", "Leave it as it is.", "no, keep it like that please"])
def test_keeps(text: str) -> None:
    assert keeps(text)


@pytest.mark.parametrize("text", ["I keep it to myself", "leave it to the deputies", "keep trying"])
def test_does_not_keep(text: str) -> None:
    assert not keeps(text)
