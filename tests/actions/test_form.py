"""The form's validation: what becomes of an answer, and which question comes next."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.records.steps import StepKind


def _kinds(talk: Any, since: int = 0) -> list[tuple[str, str | None]]:
    shown = (StepKind.SHOWN, StepKind.OFFERED)
    steps = talk.steps[since:]
    return [(step.kind.value, step.question) for step in steps if step.kind not in shown]


def test_an_answer_is_kept_without_the_white_space_around_it(talk: Any) -> None:
    talk.answers("  The rota.\n")
    answer = talk.steps[0]
    assert (answer.said, answer.text) == ("  The rota.\n", "The rota.")
    assert talk.question == "importance_self"


def test_the_command_that_an_answer_might_have_been_is_noted(talk: Any) -> None:
    talk.says("Pass it on to Ann.", outcome="answer", command="skip_question")
    assert talk.steps[0].command == "skip_question"


def test_a_mixed_message_keeps_the_answer_and_obeys_the_command(talk: Any) -> None:
    talk.says(
        "The rota. Can we skip the next?", "skip_question", outcome="both", answer="The rota."
    )
    assert talk.state.answers == {"problem": "The rota."}
    assert talk.steps[0].said == "The rota. Can we skip the next?"
    assert talk.state.skipped == frozenset()  # going on from what was answered is enough
    assert talk.question == "importance_self"


def test_words_that_were_not_said_are_never_kept(talk: Any) -> None:
    talk.says("The rota never holds. Help?", "help", outcome="both", answer="The rota.")
    assert talk.state.answers == {"problem": "The rota never holds. Help?"}


@pytest.mark.parametrize("command", ["go_back", "repeat", "rephrase"])
def test_a_mixed_message_about_the_question_leaves_it_open(talk: Any, command: str) -> None:
    talk.says("The rota. Say it again?", command, outcome="both", answer="The rota.")
    assert talk.state.answers == {"problem": "The rota."}
    assert talk.question == "problem"


def test_the_other_parts_begin_with_one_line(talk: Any) -> None:
    talk.through()
    assert "utter_begin_sentence" in talk.said
    begun = [n for n, step in enumerate(talk.steps) if step.question == "try"]
    assert begun


def test_the_line_between_parts_is_said_once(talk: Any) -> None:
    while talk.question != "try":
        talk.answers("words")
    assert talk.said == ["utter_begin_good_questions"]
    talk.commands("go_back")
    talk.answers("other words")
    assert talk.question == "try"
    assert talk.said == []


def test_the_sentence_is_drafted_when_the_questions_are_done(talk: Any, drafting: Any) -> None:
    talk.through()
    assert len(drafting.seen) == 1
    assert drafting.seen[0]["who_helps"] == "about who_helps"
    assert talk.state.offered == "I want the rota to hold."
    assert '"I want the rota to hold."' in talk.asked


def test_without_a_draft_the_member_is_asked_for_a_sentence(talk: Any, drafting: Any) -> None:
    drafting.texts = ()
    talk.through()
    assert talk.state.offered is None
    assert talk.asked.startswith("I have no sentence to offer yet.")


def test_words_of_others_at_risk_are_never_drafted_from(talk: Any, drafting: Any) -> None:
    talk.says("He falsifies the notes.", "others_at_risk", command="others_at_risk")
    talk.through()
    assert "problem" in talk.state.answers
    assert "problem" not in drafting.seen[0]


def test_an_own_sentence_is_offered_until_it_is_accepted(talk: Any) -> None:
    talk.through().answers("I want the rota to hold.")
    assert talk.said == ["utter_sentence_changed"]
    assert (talk.state.offered, talk.state.accepted) == ("I want the rota to hold.", None)
    assert talk.question == "summary"
    talk.commands("affirm")
    assert talk.state.accepted == "I want the rota to hold."
    assert talk.question == "review"


def test_at_the_release_a_message_chooses_and_nothing_is_shared_yet(talk: Any) -> None:
    talk.through().answers("I want the rota to hold.").commands("affirm", "affirm").answers("1")
    assert talk.question == "confirm_release"
    assert talk.state.chosen == ("summary",)
    assert talk.state.released == {}


@pytest.mark.parametrize(
    ("said", "question", "steps"),
    [
        ("more", "release", [("asked", "release")]),
        ("nothing", "closing", [("skipped", "release")]),
        ("none of your business, says the cat", "closing", [("skipped", "release")]),
        ("the weather", "release", [("asked", "release")]),
        ("7", "release", [("asked", "release")]),
    ],
)
def test_other_words_at_the_release(
    talk: Any, said: str, question: str, steps: list[tuple[str, str]]
) -> None:
    talk.through().answers("I want the rota to hold.").commands("affirm", "affirm")
    before = len(talk.steps)
    talk.answers(said)
    assert talk.question == question
    assert _kinds(talk, before) == steps
    assert talk.state.released == {}


def test_more_shows_the_answers_as_well(talk: Any) -> None:
    talk.through().answers("I want the rota to hold.").commands("affirm", "affirm").answers("more")
    assert '5. the problem: "about problem"' in talk.asked
    talk.answers("1 and 5")
    assert talk.state.chosen == ("summary", "problem")


@pytest.mark.parametrize("said", ["2", "importance_self", "why it is important to you"])
def test_an_answer_is_picked_from_the_list(talk: Any, said: str) -> None:
    talk.answers("The rota.", "It wears me out.").commands("change_answer")
    assert talk.question == "which_answer"
    talk.answers(said)
    assert talk.responses[0][1]["answer"] == "It wears me out."
    assert talk.question == "importance_self"


@pytest.mark.parametrize("said", ["1 and 2", "everything", "the weather", "99"])
def test_a_list_that_none_is_picked_from_stays(talk: Any, said: str) -> None:
    talk.answers("The rota.", "It wears me out.").commands("change_answer").answers(said)
    assert talk.said == ["utter_answer_unclear"]
    assert talk.question == "which_answer"


@pytest.mark.parametrize("confirmation", ["start_again", "delete_data"])
def test_other_words_at_a_confirmation_are_held_and_the_confirmation_lapses(
    talk: Any, confirmation: str
) -> None:
    talk.answers("The rota.").commands(confirmation).answers("The rota wears me out.")
    assert talk.question == "settle_held"
    assert talk.state.answers == {"problem": "The rota."}
    talk.commands("affirm")
    assert talk.state.answers["importance_self"] == "The rota wears me out."
    assert not talk.deleted


@pytest.mark.parametrize("at", ["release", "closing"])
def test_where_no_answer_is_open_other_words_only_end_the_confirmation(talk: Any, at: str) -> None:
    talk.through().commands("affirm", "affirm")
    if at == "closing":
        talk.answers("nothing")
    talk.commands("delete_data").answers("The rota wears me out.")
    assert talk.question == at
    assert talk.steps[-2].said == "The rota wears me out."
    assert not talk.deleted


def test_at_the_close_words_are_kept_in_the_log_and_answer_nothing(talk: Any) -> None:
    talk.through().commands("affirm", "affirm").answers("nothing").answers("One more thing.")
    assert talk.said == ["utter_nothing_to_answer"]
    assert talk.steps[-2].said == "One more thing."
    assert "One more thing." not in talk.state.answers.values()


def test_more_words_to_a_doubt_settle_it_as_the_answer_with_them(talk: Any) -> None:
    talk.says("pass it on", "in_doubt", command="skip_question")
    talk.answers("to the night shift, I mean")
    assert talk.state.answers == {"problem": "pass it on\nto the night shift, I mean"}


@pytest.mark.parametrize(
    "command", ["skip_question", "go_back", "change_answer", "enough", "start_again"]
)
def test_a_command_to_a_doubt_says_that_it_was_no_answer(talk: Any, command: str) -> None:
    talk.answers("The rota.")
    talk.says("pass it on", "in_doubt", command="repeat")
    talk.commands(command)
    assert talk.state.held is None
    assert talk.state.answers == {"problem": "The rota."}


@pytest.mark.parametrize("command", ["help", "ask_progress", "faq_ground_rules"])
def test_a_question_asked_in_doubt_leaves_the_doubt_open(talk: Any, command: str) -> None:
    talk.says("pass it on", "in_doubt", command="skip_question")
    talk.commands(command)
    assert talk.question == "settle_held"
    assert talk.state.held.said == "pass it on"
