"""Doubt settled both ways, and misjudgements turned round."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.coaching.wording import named_to_do
from assistant.records.steps import How, StepKind

COMMANDS = [
    *("skip_question", "go_back", "repeat", "rephrase", "ask_why", "change_answer", "pause"),
    *("summary_so_far", "ask_progress", "help", "start_again", "delete_data", "enough"),
    *("thinking", "ask_advice"),
]


def _doubt(talk: Any, command: str = "skip_question", text: str = "pass it on") -> Any:
    return talk.says(text, "in_doubt", outcome="in_doubt", command=command)


def test_a_message_in_doubt_is_held_and_asked_about(talk: Any) -> None:
    _doubt(talk)
    assert talk.asked == "Is that your answer, or shall I skip this one?"
    assert talk.state.answers == {}
    assert talk.steps[0].said == "pass it on"


@pytest.mark.parametrize("settling", ["affirm", "was_answer"])
def test_settled_as_the_answer_it_is_kept_word_for_word(talk: Any, settling: str) -> None:
    _doubt(talk, text="  pass it on ").commands(settling)
    assert talk.state.answers == {"problem": "pass it on"}
    assert talk.question == "importance_self"


@pytest.mark.parametrize("settling", ["affirm", "was_answer"])
def test_what_settles_a_doubt_may_have_been_in_doubt_itself(talk: Any, settling: str) -> None:
    _doubt(talk, settling, "yes, that").commands(settling)
    assert talk.state.answers == {"problem": "yes, that"}
    _doubt(talk, "deny", "no, not that").commands("deny")
    assert talk.state.answers == {"problem": "yes, that"}


@pytest.mark.parametrize("settling", ["deny", "was_command"])
def test_settled_as_a_command_it_is_obeyed(talk: Any, settling: str) -> None:
    _doubt(talk).commands(settling)
    assert (talk.state.answers, talk.state.skipped) == ({}, {"problem"})
    assert talk.question == "importance_self"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_was_named_is_done(talk: Any, command: str) -> None:
    assert named_to_do(command, catalogue())
    talk.answers("The rota.")
    _doubt(talk, command).commands("deny")
    assert talk.state.held is None
    assert command in {step.command for step in talk.steps if step.kind is not StepKind.HELD}
    assert talk.state.answers == {"problem": "The rota."}


@pytest.mark.parametrize("command", ["affirm", "faq_ground_rules", "off_topic", "say_same"])
def test_what_there_are_no_words_for_is_left_out(talk: Any, command: str) -> None:
    talk.through().commands("affirm", "go_back")  # at the sentence again
    talk.says("go on then", "in_doubt", outcome="in_doubt", command=command)
    assert talk.asked == "Is that your answer, or shall I leave it out?"
    steps = len(talk.steps)
    talk.commands("deny")
    assert [step.kind for step in talk.steps[steps:]] == [StepKind.SETTLED, StepKind.SHOWN]


def test_a_doubt_while_an_answer_is_changed_does_not_move_the_place(talk: Any) -> None:
    talk.answers("The rota.", "It wears me out.")
    talk.says("change the first", "change_answer", about="problem")
    _doubt(talk, text="leave it").commands("deny")
    assert talk.state.answers == {"problem": "The rota.", "importance_self": "It wears me out."}
    assert talk.state.skipped == frozenset()  # what was obeyed was about the open answer
    assert talk.question == "importance_practice"


@pytest.mark.parametrize("at", ["release", "closing"])
def test_where_no_answer_is_open_nothing_is_held(talk: Any, at: str) -> None:
    talk.through().commands("affirm", "affirm")
    if at == "closing":
        talk.commands("skip_question")
    _doubt(talk)
    assert (talk.state.held, talk.question) == (None, at)
    assert talk.said == ["utter_was_command_which"]


def test_a_choice_is_never_held(talk: Any) -> None:
    talk.says("in_doubt", "in_doubt", how=How.CHOSEN)
    assert (talk.state.held, talk.question) == (None, "problem")


@pytest.mark.parametrize(
    "command", ["skip_question", "go_back", "help", "start_again", "pause", "enough"]
)
def test_a_command_that_was_an_answer_becomes_one(talk: Any, command: str) -> None:
    talk.answers("The rota.")
    talk.says("Help each other more.", command, outcome="command", command=command)
    talk.commands("was_answer")
    assert talk.state.answers["importance_self"] == "Help each other more."
    assert talk.said[0] == "utter_was_answer"
    assert talk.state.aside is None
    assert talk.state.skipped == frozenset()


@pytest.mark.parametrize("how", [How.CHOSEN, How.TYPED])
def test_a_key_or_silence_cannot_become_an_answer(talk: Any, how: How) -> None:
    talk.says("skip_question" if how is How.CHOSEN else " ", "thinking", how=how)
    talk.commands("was_answer")
    assert talk.said == ["utter_was_answer_nothing"]
    assert talk.state.answers == {}


@pytest.mark.parametrize("at", ["release", "closing"])
def test_what_was_said_where_no_answer_is_open_cannot_become_one(talk: Any, at: str) -> None:
    talk.through().commands("affirm", "affirm")
    if at == "closing":
        talk.commands("skip_question")
    answers = talk.state.answers
    talk.says("Help them.", "help").commands("was_answer")
    assert talk.said == ["utter_was_answer_nothing"]
    assert (talk.state.answers, talk.question) == (answers, at)


def test_before_anything_was_said_nothing_can_be_turned_round(talk: Any) -> None:
    talk.commands("was_answer")
    assert talk.said == ["utter_was_answer_nothing"]
    talk.commands("was_command")
    assert talk.said == ["utter_was_command_nothing"]


def test_an_answer_that_was_a_command_is_taken_out_and_obeyed(talk: Any) -> None:
    talk.says("next please", outcome="answer", command="skip_question")
    talk.commands("was_command")
    assert talk.said == ["utter_was_command", "utter_skip_question"]
    assert (talk.state.answers, talk.state.skipped) == ({}, {"problem"})
    assert talk.steps[0].text == "next please"  # the log keeps it


def test_what_stood_there_before_comes_back(talk: Any) -> None:
    talk.answers("The rota.", "It wears me out.")
    talk.says("change the first", "change_answer", about="problem")
    talk.says("leave it", outcome="answer", command="skip_question").commands("was_command")
    assert talk.state.answers == {"problem": "The rota.", "importance_self": "It wears me out."}
    assert talk.state.skipped == frozenset()
    assert talk.question == "importance_practice"


@pytest.mark.parametrize("command", [None, "was_command", "was_answer", "nonsense"])
def test_a_command_that_nobody_can_name_is_asked_for(talk: Any, command: str | None) -> None:
    talk.says("next please", outcome="answer", command=command).commands("was_command")
    assert talk.said == ["utter_was_command", "utter_was_command_which"]
    assert (talk.state.answers, talk.question) == ({}, "problem")


@pytest.mark.parametrize("command", ["was_command", "was_answer"])
def test_an_answer_in_the_same_message_is_not_what_it_speaks_of(talk: Any, command: str) -> None:
    talk.says(
        "The rota. That was one", command, outcome="both", command=command, answer="The rota."
    )
    assert talk.state.answers == {"problem": "The rota."}


def test_a_choice_of_items_can_be_taken_back_as_well(talk: Any) -> None:
    talk.through().commands("affirm", "affirm")
    talk.says("all", outcome="answer", command="pause").commands("was_command")
    assert (talk.state.chosen, talk.state.aside, talk.state.paused) == ((), None, True)
    assert talk.state.released == {}
