"""Skip, back, repeat, say it differently, change an answer."""

from __future__ import annotations

from typing import Any

import pytest


def test_skip_goes_on_and_the_question_counts_as_left_out(talk: Any) -> None:
    talk.commands("skip_question")
    assert (talk.said, talk.question) == (["utter_skip_question"], "importance_self")
    assert talk.state.skipped == {"problem"}


@pytest.mark.parametrize("aside", ["change_answer", "start_again", "delete_data"])
def test_skip_in_front_of_a_question_only_leaves_what_waits_there(talk: Any, aside: str) -> None:
    talk.answers("The rota.").commands(aside, "skip_question")
    assert talk.said == ["utter_nothing_changed"]
    assert talk.question == "importance_self"
    assert talk.state.skipped == frozenset()


def test_skip_at_the_sentence_has_none_and_at_the_release_shares_nothing(talk: Any) -> None:
    talk.through().commands("skip_question", "affirm")
    assert (talk.state.accepted, talk.question) == (None, "release")
    talk.commands("skip_question")
    assert (talk.state.released, talk.question) == ({}, "closing")
    talk.commands("skip_question")
    assert talk.question == "closing"


def test_back_says_what_was_said_and_erases_nothing(talk: Any) -> None:
    talk.answers("The rota.", "It wears me out.").commands("go_back")
    assert talk.question == "importance_self"
    assert talk.responses[0][1]["answer"] == "It wears me out."
    talk.commands("go_back")
    assert talk.question == "problem"
    assert talk.state.answers == {"problem": "The rota.", "importance_self": "It wears me out."}


def test_back_to_what_was_skipped_has_nothing_to_say(talk: Any) -> None:
    talk.commands("skip_question", "go_back")
    assert talk.said == ["utter_go_back_empty"]
    talk.answers("The rota.")
    assert (talk.state.skipped, talk.state.answers) == (frozenset(), {"problem": "The rota."})


def test_back_at_the_first_question_stays_there(talk: Any) -> None:
    talk.commands("go_back", "go_back")
    assert (talk.said, talk.question) == (["utter_go_back_first"], "problem")


def test_an_answer_after_going_back_goes_on_where_one_was(talk: Any) -> None:
    talk.answers("The rota.", "It wears me out.").commands("go_back", "go_back")
    talk.answers("The rota, and me.")
    assert talk.question == "importance_practice"
    assert talk.state.answers["problem"] == "The rota, and me."


def test_back_from_the_close_opens_the_release_again(talk: Any) -> None:
    talk.through().commands("affirm", "affirm").answers("nothing").commands("go_back")
    assert talk.question == "release"


def test_repeat_asks_in_the_same_words(talk: Any) -> None:
    talk.answers("The rota.")
    asked = talk.asked
    talk.commands("repeat")
    assert (talk.said, talk.asked) == ([], asked)


def test_say_it_differently_explains_and_asks_in_other_words(talk: Any) -> None:
    talk.answers("The rota.")
    asked = talk.asked
    talk.commands("rephrase")
    assert talk.said == ["utter_explain_importance_self"]
    assert talk.asked != asked
    other = talk.asked
    talk.commands("repeat")
    assert talk.asked == other  # what was shown last is repeated
    talk.answers("It wears me out.")
    assert talk.asked == "Why is it important to your practice?"


@pytest.mark.parametrize("question", ["release", "closing"])
def test_the_last_questions_can_be_explained_too(talk: Any, question: str) -> None:
    talk.through().commands("affirm", "affirm")
    if question == "closing":
        talk.commands("skip_question")
    talk.commands("rephrase")
    assert talk.said == [f"utter_explain_{question}"]
    talk.commands("ask_why")
    assert talk.said == [f"utter_why_{question}"]


def test_an_answer_that_is_named_is_opened(talk: Any) -> None:
    talk.answers("The rota.", "It wears me out.")
    talk.says("change what I said of the problem", "change_answer", about="problem")
    assert talk.question == "problem"
    assert talk.responses[0][1]["answer"] == "The rota."
    talk.answers("The rota, and me.")
    assert talk.state.answers["problem"] == "The rota, and me."
    assert [step.text for step in talk.steps if step.text] == [
        "The rota.",
        "It wears me out.",
        "The rota, and me.",
    ]


def test_without_an_answer_there_is_nothing_to_change(talk: Any) -> None:
    talk.commands("change_answer")
    assert (talk.said, talk.question) == (["utter_nothing_to_change"], "problem")


def test_a_name_that_is_no_question_leads_to_the_list(talk: Any) -> None:
    talk.answers("The rota.").says("change it", "change_answer", about="the moon")
    assert talk.question == "which_answer"


@pytest.mark.parametrize(
    "about", ["against", "the_set", "one_problem", "confirm_delete", "closing"]
)
def test_what_was_never_asked_cannot_be_changed(talk: Any, about: str) -> None:
    talk.answers("The rota.").says("change that", "change_answer", about=about)
    assert talk.question == "which_answer"


@pytest.mark.parametrize("about", ["summary", "release", "try"])
def test_what_was_or_will_be_asked_can_be_opened(talk: Any, about: str) -> None:
    talk.through().commands("affirm", "affirm")
    talk.says("change that", "change_answer", about=about)
    assert talk.question == about
