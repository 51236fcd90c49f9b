"""Which question comes next, and which came before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.catalogue import Catalogue
from assistant.coaching.fold import standing
from assistant.coaching.next_question import next_question, previous_question, question_beneath
from assistant.coaching.route import questions_dealt_with, questions_of_route
from assistant.coaching.state import Held, State
from assistant.records.steps import Step

MakeStep = Callable[..., Step]
After = Callable[..., State]

WORKSHEET = [
    "problem",
    "importance_self",
    "importance_practice",
    "progress_signs",
    "stakeholders",
    "difficulties",
    "benefits_self",
    "benefits_others",
    "benefits_practice",
]
GOOD_QUESTIONS = ["try", "stopping", "can_do", "who_knows", "who_cares", "who_helps"]


def test_the_route_is_the_worksheet_and_then_the_good_questions(texts: Catalogue) -> None:
    assert list(questions_of_route(texts)) == [
        *WORKSHEET,
        *GOOD_QUESTIONS,
        "options",
        "first_steps",
        "want",
    ]


def test_how_far_one_is_counts_questions_of_the_route_only(texts: Catalogue) -> None:
    assert questions_dealt_with(State(), texts) == (0, 18)
    dealt = State(skipped=frozenset({"problem", "try", "release", "summary"}))
    assert questions_dealt_with(dealt, texts) == (2, 18)


def test_the_questions_come_in_their_order(texts: Catalogue, step: MakeStep) -> None:
    asked, state = [], State()
    while next_question(state, texts) != "summary":
        asked.append(next_question(state, texts))
        kind = "skipped" if len(asked) % 3 == 0 else "answered"
        state = standing([step(kind, asked[-1], text="words")], state)
    assert asked[:15] == WORKSHEET + GOOD_QUESTIONS
    order = list(texts.questions)
    assert asked == sorted(asked, key=order.index)
    assert {"options", "first_steps"} < set(asked)
    assert asked[-1] == "want"


def test_a_gap_is_asked_before_what_comes_after_it(texts: Catalogue, step: MakeStep) -> None:
    state = standing([step("answered", "try", text="words")])
    assert next_question(state, texts) == "problem"


def test_enough_leads_to_the_sentence(texts: Catalogue, step: MakeStep) -> None:
    state = standing([step("asked", "problem", said="enough", command="enough")])
    assert next_question(state, texts) == "summary"


def test_after_the_sentence_the_review_the_release_and_the_close(
    texts: Catalogue, after_all: After
) -> None:
    state = after_all()
    assert next_question(state, texts) == "summary"
    state = replace(state, accepted="The rota.")
    assert next_question(state, texts) == "review"
    state = replace(state, reviewed=True)
    assert next_question(state, texts) == "release"
    assert next_question(replace(state, shared=True), texts) == "closing"


def test_without_anything_to_release_there_is_no_release(texts: Catalogue) -> None:
    state = State(enough=True, skipped=frozenset({"summary"}))
    assert next_question(state, texts) == "closing"


def test_what_comes_first(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), revisiting="try")
    assert next_question(state, texts) == "try"
    state = replace(state, aside="confirm_delete")
    assert next_question(state, texts) == "confirm_delete"
    state = replace(state, held=Held("try", "pass", "skip_question"))
    assert next_question(state, texts) == "settle_held"
    assert question_beneath(state, texts) == "try"


def test_before_the_first_question_is_nothing(texts: Catalogue) -> None:
    assert previous_question(State(), texts) is None


def test_back_goes_along_what_was_dealt_with(texts: Catalogue, step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="words"),
            step("skipped", "importance_self"),
            step("answered", "importance_practice", text="words"),
        ]
    )
    walked = []
    while (previous := previous_question(state, texts)) is not None:
        walked.append(previous)
        state = replace(state, revisiting=previous)
    assert walked == ["importance_practice", "importance_self", "problem"]


@pytest.mark.parametrize("aside", ["confirm_delete", "which_answer"])
def test_back_is_counted_from_the_question_beneath(
    texts: Catalogue, step: MakeStep, aside: str
) -> None:
    state = standing([step("answered", "problem", text="words")])
    assert previous_question(replace(state, aside=aside), texts) == "problem"


def test_the_next_question_depends_on_nothing_but_the_state(
    texts: Catalogue, after_all: After
) -> None:
    assert {next_question(after_all(), texts) for _ in range(3)} == {"summary"}
