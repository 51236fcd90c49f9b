"""A wish to pass something on, told from an answer that speaks of sharing."""

from __future__ import annotations

import pytest

from assistant.nlu.sharing import asks_to_share


@pytest.mark.parametrize(
    "text",
    [
        "share",
        "share more",
        "share it again",
        "Can I share something with my set?",
        "I'd like to pass something on to my set",
        "I would like to share my sentence with the set, please.",
        "let my set see it",
        "I want the set to see that",
        "pass my next step on to the set",
        "er can i share my bid too",
        "release my sentence",
    ],
)
def test_at_any_time(text: str) -> None:
    assert asks_to_share(text, nothing_open=False)


@pytest.mark.parametrize(
    "text",
    [
        "Share the rota between the two teams.",
        "share it with my deputy first",
        "pass it on to the next shift properly",
        "I want to share the load",
        "let them see that I don't know either",
        "Let the board see the figures.",
        "we set up a shared list, and the set of keys went missing, and I want to pass on the lot",
        "give me a minute",
        "show me what I've said",
        "stop sharing my step with the set",
        "take back what I shared with the set",
        "",
    ],
)
def test_an_answer_or_another_command_is_none(text: str) -> None:
    assert not asks_to_share(text, nothing_open=False)


@pytest.mark.parametrize(
    "text", ["let them see my sentence", "pass it on", "the others can have it", "give them my bid"]
)
def test_more_is_taken_for_one_where_no_question_is_open(text: str) -> None:
    assert asks_to_share(text, nothing_open=True)
    assert not asks_to_share(text, nothing_open=False)
