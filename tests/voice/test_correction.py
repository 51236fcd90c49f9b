from __future__ import annotations

import pytest

from assistant.voice.correction import corrected

LAST = "I talked to Shavon about the rota yesterday, and she laughed."


@pytest.mark.parametrize(
    ("said", "last", "right"),
    [
        ("No, I said Siobhan.", LAST, LAST.replace("Shavon", "Siobhan")),
        ("no I said rotor", LAST, LAST.replace("rota", "rotor")),
        ("Sorry, I said last Thursday.", LAST, None),
        ("No, I said skip this question.", "Let's get this question.", "skip this question."),
        ("No, I meant the two teams will not talk.", "The two teens will not talk.",
         "the two teams will not talk."),
        ("I said the two teams.", "The two teens will not talk to anybody at all.",
         "the two teams will not talk to anybody at all."),
    ],
)  # fmt: skip
def test_puts_right_what_it_sounds_like(said: str, last: str, right: str | None) -> None:
    assert corrected(said, last) == right


@pytest.mark.parametrize(
    "said",
    [
        "No, I said to my boss that we could not go on like this for another winter.",
        "I said yes to too much.",
        "No.",
        "No, I said",
        "The deputy, no, I said the wrong thing there.",
    ],
)
def test_an_answer_is_left_alone(said: str) -> None:
    assert corrected(said, LAST) is None


def test_nothing_was_said_before() -> None:
    assert corrected("No, I said Siobhan.", "") is None
