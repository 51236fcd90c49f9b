from __future__ import annotations

import pytest

from assistant.summary.hyphens import hyphenated
from assistant.summary.language import load


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("My all day clinic starts late.", "My all-day clinic starts late."),
        ("I've become the go between.", "I've become the go-between."),
        ("It's a 12 week wait.", "It's a 12-week wait."),
        ("I have two part time clerks.", "I have two part-time clerks."),
        ("We bought a self service machine.", "We bought a self-service machine."),
        ("I run an after school club.", "I run an after-school club."),
    ],
)
def test_compounds_get_their_hyphen(said: str, written: str) -> None:
    assert hyphenated(load()(said)) == written


@pytest.mark.parametrize(
    "said",
    [
        "We wait all day for a bed.",
        "I work three days a week.",
        "We agree one way of doing it.",
        "I go between them.",
        "I take the lead in meetings.",
        "I take a look in the morning.",
        "My team can hold their heads up.",
        "I need two day nurses.",
        "I teach full time.",
        "I run the All Day Café.",
    ],
)
def test_other_words_stay_as_they_were_said(said: str) -> None:
    assert hyphenated(load()(said)) == said
