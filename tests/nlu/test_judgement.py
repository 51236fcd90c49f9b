"""The judgement, with a model whose opinion is laid down."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fakes import FakeModel

from assistant.nlu.asked import Asked
from assistant.nlu.decision import MAYBE_CHANGE, SURE_CHANGE, Choice
from assistant.nlu.judgement import judge
from assistant.nlu.reading import Reading


def test_an_answer_is_kept_whole_without_the_space_around_it() -> None:
    judged = judge("  the ferry crew \n", Asked("stakeholders", "list"), FakeModel())
    assert (judged.outcome, judged.answer, judged.intent) == ("answer", "the ferry crew", "answer")


def test_a_command_is_a_command_at_any_question() -> None:
    model = FakeModel(skip_question="leave that one out")
    judged = judge("leave that one out", Asked("try"), model)
    assert (judged.outcome, judged.intent, judged.answer) == ("command", "skip_question", None)


def test_it_works_when_the_question_is_not_known() -> None:
    judged = judge("leave that one out", Asked(), FakeModel(skip_question="leave that one out"))
    assert judged.intent == "skip_question"


@pytest.mark.parametrize("text", ["/restart", "  /stop", '/answer{"try": "x"}', "/"])
def test_a_leading_slash_is_an_answer(text: str) -> None:
    judged = judge(text, Asked("try"), FakeModel(pause=text.strip()))
    assert (judged.outcome, judged.answer) == ("answer", text.strip())


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_in_doubt(text: str) -> None:
    assert judge(text, Asked("try"), FakeModel()).outcome == "in_doubt"


def test_between_the_two_it_is_held_with_what_it_would_be_as_a_command() -> None:
    class Unsure(FakeModel):
        def _reading(self, text: str) -> Reading:
            return Reading(text, {"answer": 0.12, "pause": 0.88})

    judged = judge("a rest from all this then", Asked("problem"), Unsure())
    assert (judged.outcome, judged.command) == ("in_doubt", "pause")
    assert judged.answer == "a rest from all this then"


def test_both_parts_of_a_mixed_message_are_found() -> None:
    model = FakeModel(repeat="can you read the question again", pause="x")
    judged = judge("the lease, and can you read the question again", Asked("difficulties"), model)
    assert (judged.outcome, judged.intent, judged.answer) == ("both", "repeat", "the lease")


def test_words_of_the_question_are_no_answer_beside_a_command() -> None:
    whole, asks = "what do you mean, trying to do", "what do you mean,"
    model = FakeModel(rephrase=asks)
    assert judge(whole, Asked("try"), model).outcome != "both"
    assert judge(f"{asks} get it finished", Asked("try"), model).outcome == "both"


def test_yes_is_an_answer_to_an_open_question_and_a_yes_where_that_was_asked() -> None:
    model = FakeModel(affirm="yes")
    assert judge("yes", Asked("problem"), model).outcome == "answer"
    assert judge("yes", Asked("confirm_delete", "yes_no"), model).intent == "affirm"


def test_yes_takes_up_a_pause() -> None:
    assert judge("yes", Asked("paused", "closed"), FakeModel(affirm="yes")).intent == "resume"


def test_an_answer_to_which_answer_is_the_request() -> None:
    asked = Asked("which_answer", "choice", answers={"problem": "the lease", "try": "sell"})
    judged = judge("the one about the lease", asked, FakeModel())
    assert (judged.intent, judged.about) == ("change_answer", "problem")


def test_a_request_to_change_names_its_answer() -> None:
    asked = Asked("who_helps", "list", answers={"difficulties": "money", "try": "sell"})
    judged = judge("the difficulties I gave were wrong, let me redo that", asked, FakeModel())
    assert (judged.intent, judged.about) == ("change_answer", "difficulties")


@pytest.mark.parametrize(
    ("score", "outcome", "about"),
    [(SURE_CHANGE, "command", "try"), (MAYBE_CHANGE, "in_doubt", None), (0.0, "answer", None)],
)
def test_what_goes_back_to_an_answer_changes_that_one(
    score: float, outcome: str, about: str | None
) -> None:
    class Going(FakeModel):
        def goes_back(self, reading: Reading, asked: Asked) -> Choice:
            return Choice("try", score, 0.9)

    answers = {"difficulties": "money", "try": "sell", "can_do": "wait", "stopping": "my dad"}
    judged = judge(
        "renting rather than selling", Asked("who_helps", "list", answers=answers), Going()
    )
    assert (judged.outcome, judged.about) == (outcome, about)
    early = Asked("who_helps", "list", answers={"difficulties": "money", "try": "sell"})
    assert judge("renting rather than selling", early, Going()).outcome == "answer"


def test_a_number_is_an_answer_where_a_number_was_asked() -> None:
    judged = judge("seven", Asked("likelihood", "number"), FakeModel(off_topic="seven"))
    assert judged.outcome == "answer"


def test_danger_comes_before_everything_and_is_no_answer() -> None:
    judged = judge("I want to kill myself", Asked("try"), FakeModel())
    assert (judged.outcome, judged.intent, judged.answer) == ("command", "danger", None)


def test_another_persons_risk_remains_an_answer() -> None:
    text = "she is falsifying the records"
    judged = judge(text, Asked("problem"), FakeModel(others_at_risk=text))
    assert (judged.outcome, judged.intent, judged.answer) == ("both", "others_at_risk", text)


@pytest.mark.parametrize(
    ("taken_as", "meant"),
    [("answer", "was_command"), ("command", "was_answer"), ("", "was_answer")],
)
def test_which_of_two_misjudgements_is_meant_goes_by_what_was_done(
    taken_as: str, meant: str
) -> None:
    class Torn(FakeModel):
        def _reading(self, text: str) -> Reading:
            return Reading(text, {"was_answer": 0.5, "was_command": 0.45, "answer": 0.001})

    judged = judge("you took that the wrong way", Asked("try", taken_as=taken_as), Torn())
    assert (judged.outcome, judged.command) == ("command", meant)


def test_a_command_taken_back_is_an_answer_after_all() -> None:
    text = "skip that. oh no I have one, the harbour master"
    judged = judge(text, Asked("who_cares", "list"), FakeModel(skip_question=text))
    assert (judged.outcome, judged.answer) == ("answer", text)


def test_a_number_that_is_asked_for_changes_nothing() -> None:
    text = "put me down as a seven please"

    class Unsure(FakeModel):
        def answer_score(self, reading: Reading, asked: Asked) -> float:
            return -9.0

    judged = judge(text, Asked("likelihood", "number"), Unsure(change_answer=text))
    assert (judged.outcome, judged.answer) == ("answer", text)


def test_where_somebody_stands_is_kept_whole_and_can_be_turned_round() -> None:
    text = "where I was"
    judged = judge(text, Asked("where_now"), FakeModel(resume=text))
    assert (judged.outcome, judged.answer, judged.command) == ("answer", text, "resume")


def test_where_somebody_stands_is_no_answer_to_a_confirmation() -> None:
    judged = judge("carrying on", Asked("confirm_delete", "yes_no"), FakeModel(deny="carrying on"))
    assert judged.intent == "deny"


def test_a_long_row_of_marks_is_read_at_once() -> None:
    model = FakeModel(repeat="Can you repeat the question?")
    rows = f"two rotas {'-' * 3000} one for each site. Can you repeat the question?"
    judged = judge(rows, Asked("problem"), model)
    assert (judged.outcome, judged.command) == ("both", "repeat")
