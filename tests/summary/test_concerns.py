from __future__ import annotations

import pytest

from assistant.summary import one_problem


@pytest.mark.parametrize(
    ("problem", "kind", "words"),
    [
        ("We need a new telephone system.", "solution", "a new telephone system"),
        (
            "The rota comes out late. On top of that, my deputy and I don't talk.",
            "two_problems",
            "my deputy and I don't talk",
        ),
        (
            "There are two things. The waiting list is long, and the board never meets.",
            "two_problems",
            "The waiting list is long",
        ),
        (
            "The deputy manager never finishes anything and the staff are confused.",
            "someone_elses",
            "The deputy manager",
        ),
    ],
)
def test_a_concern_quotes_the_member(problem: str, kind: str, words: str) -> None:
    concern = one_problem({"problem": problem})
    assert concern is not None and concern.kind == kind
    assert words in concern.words


def test_a_long_story_is_asked_which_of_it_counts(worksheets: dict[str, dict[str, str]]) -> None:
    concern = one_problem(worksheets["head-ramble"])
    assert concern is not None and concern.kind == "too_long" and 2 <= len(concern.words) <= 3


@pytest.mark.parametrize(
    "problem",
    [
        "",
        "rota",
        "I want to get the rota out in time but I always leave it till Thursday.",
        "We need a new system because nobody can find anything and I keep losing notes.",
        "My manager never tells me what she wants.",
        "Unser Chef hört niemandem zu und alle streiten sich jeden Tag im Büro",
    ],
)
def test_most_problems_raise_none(problem: str) -> None:
    assert one_problem({"problem": problem}) is None


def test_my_part_may_be_told_in_another_answer() -> None:
    problem = "The deputy manager never finishes anything and the staff are confused."
    assert one_problem({"problem": problem, "stopping": "I never tell her"}) is None
