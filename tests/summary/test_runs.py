"""Speech without stops is taken apart where a statement begins, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.summary.parsing import parse
from assistant.summary.runs import taken_apart


def pieces(text: str) -> list[str]:
    return [doc.text for doc in taken_apart(parse([text])[0])]


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        (
            "the drivers are tired they never say a word about it",
            ["the drivers are tired.", "they never say a word about it."],
        ),
        (
            "I'm a baker as well I keep the best loaves for my own shop",
            ["I'm a baker as well.", "I keep the best loaves for my own shop."],
        ),
    ],
)
def test_two_statements_without_a_stop_are_two(said: str, apart: list[str]) -> None:
    assert pieces(f"{said}.") == apart


@pytest.mark.parametrize(
    "said",
    [
        "I like the way they talk to the children at the gate.",
        "the form we fill in every week goes to nobody at all.",
    ],
)
def test_a_whole_statement_stays_whole(said: str) -> None:
    assert pieces(said) == [said]


def test_what_is_said_under_if_is_no_statement_of_its_own() -> None:
    told = pieces("if they rang us before noon they would get a bed no they don't.")
    assert "they would get a bed." not in told
