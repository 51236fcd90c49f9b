"""Commands that are answered with a text."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.catalogue import catalogue

TELLING = [
    "help",
    "enough",
    "louder_slower",
    "ask_export",
    "off_topic",
    "faq_action_learning",
    "faq_ground_rules",
    "faq_set_meeting",
    "faq_confidentiality",
    "resume",
]


@pytest.mark.parametrize("command", TELLING)
def test_the_text_is_said_and_then_the_question_again(talk: Any, command: str) -> None:
    talk.answers("The rota.").commands(command)
    assert talk.said[0] == f"utter_{command}"
    assert talk.asked
    assert talk.question == ("summary" if command == "enough" else "importance_self")
    assert talk.state.answers == {"problem": "The rota."}


@pytest.mark.parametrize("command", ["thinking", "pause"])
def test_after_these_there_is_silence(talk: Any, command: str) -> None:
    talk.answers("The rota.").commands(command)
    assert (talk.said, talk.asked) == ([f"utter_{command}"], None)
    assert talk.question == "importance_self"


def test_enough_leaves_the_rest_unasked_and_not_skipped(talk: Any) -> None:
    talk.answers("The rota.").commands("enough")
    assert talk.state.skipped == frozenset()
    assert talk.said == ["utter_enough"]  # no "those were the questions": they were not all asked


def test_progress_counts_answers_and_skips(talk: Any) -> None:
    talk.answers("The rota.").commands("skip_question", "ask_progress")
    (said, values) = talk.responses[0]
    assert (said, values["done"], values["of"]) == ("utter_ask_progress", "2", "18")


def test_what_was_said_is_told_in_full(talk: Any) -> None:
    talk.commands("summary_so_far")
    assert talk.said == ["utter_nothing_said_yet"]
    talk.answers("The {rota}.\nAnd me.").commands("skip_question", "summary_so_far")
    told = talk.responses[0][1]["answers"]
    assert told.startswith('The worksheet\n1. the problem: "The {rota}.\n   And me."\n\n')


def test_why_is_told_for_the_open_question(talk: Any) -> None:
    talk.answers("The rota.").commands("ask_why")
    assert talk.said == ["utter_why_importance_self"]


@pytest.mark.parametrize(
    ("command", "question"),
    [
        ("change_answer", "which_answer"),
        ("start_again", "confirm_start_again"),
        ("delete_data", "confirm_delete"),
    ],
)
def test_what_waits_in_front_can_be_explained(talk: Any, command: str, question: str) -> None:
    talk.answers("The rota.").commands(command, "ask_why")
    assert talk.said == [f"utter_why_{question}"]
    talk.commands("rephrase")
    assert talk.said == [f"utter_explain_{question}"]
    assert talk.question == question


def test_every_command_of_the_domain_has_an_action(talking: Any) -> None:
    from assistant.project import project_folder

    lines = (project_folder() / "domain.yml").read_text("utf-8").splitlines()
    intents = {line[2:] for line in lines[lines.index("intents:") :] if line.startswith("- ")}
    declared = {name for name in intents if name.startswith("action_")}
    assert declared == {command.name() for command in talking.commands.values()}


def test_every_text_that_a_command_says_is_in_the_catalogue(talking: Any) -> None:
    for command in TELLING:
        assert catalogue().has(f"utter_{command}")
