"""The process is killed before, during and after a commit; nothing acknowledged is lost."""

from __future__ import annotations

from typing import Any

from assistant.settings import Settings

TRIALS = 200


def test_two_hundred_deaths_lose_nothing_that_was_acknowledged(
    trials: Any, settings: Settings
) -> None:
    found = trials("kill", place={"home": str(settings.home)}, trials=TRIALS, seed=2026)
    assert found["faults"] == []
    kept = found["kept_without_word"]
    assert kept["before"] == 0  # not committed, so not there
    assert kept["after"] == TRIALS / 4  # committed, and nobody was told
    assert found["killed"] > TRIALS * 0.75  # the others were done before the blow came
    assert found["acknowledged"] > TRIALS / 4
