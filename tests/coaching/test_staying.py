"""Which words choose to stay, which to go on, and which say something."""

from __future__ import annotations

import pytest

from assistant.coaching.staying import stays


@pytest.mark.parametrize(
    "said",
    [
        "stay",
        "Stay with it, please.",
        "yes",
        "can we stay with that for a bit",
        "I\u2019d like to say more about it",
        "um, stay, I think",
        "could we stay with that?",
        "yes\u2026",
    ],
)
def test_to_stay(said: str) -> None:
    assert stays(said) is True


@pytest.mark.parametrize(
    "said",
    [
        "go on",
        "Next question, please.",
        "no thanks, let's move on",
        "yes, go on",
        "um go on",
        "I'd rather not",
        "I don't mind",
        "ok",
        "no more",
        "there's nothing more to say about it",
        "may we move on?",
    ],
)
def test_to_go_on_and_what_chooses_neither(said: str) -> None:
    assert stays(said) is False


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yes, it's the Thursdays",
        "I can't go on like this",
        "no one talks to me about it",
        "more than I can say",
        "I'd like them to stay",
    ],
)
def test_what_says_something_is_no_choice(said: str) -> None:
    assert stays(said) is None
