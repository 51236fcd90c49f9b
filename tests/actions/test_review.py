"""Looking over what was said, and changing any of it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.records.steps import How


@pytest.fixture
def looking(talk: Any) -> Any:
    """A conversation at the review."""
    talk.through().answers("I want the rota to hold.").commands("affirm")
    assert talk.question == "review"
    return talk


@pytest.mark.parametrize("said", ["11", "number eleven", "what is stopping me"])
def test_an_answer_is_picked_changed_and_the_review_goes_on(looking: Any, said: str) -> None:
    looking.answers(said)
    assert (looking.question, looking.said) == ("stopping", ["utter_go_back"])
    looking.answers("I step in too soon.")
    assert looking.state.answers["stopping"] == "I step in too soon."
    assert looking.question == "review"
    assert looking.asked.startswith("Is it right now?")


def test_by_key(looking: Any) -> None:
    looking.says("try", how=How.CHOSEN)
    assert looking.question == "try"


def test_by_words(looking: Any) -> None:
    said = "the bit about what stands in my way was too harsh"
    looking.says(said, "change_answer", outcome="command", about="stopping")
    assert looking.question == "stopping"


def test_the_sentence_is_changed_there_as_well(looking: Any) -> None:
    place = len(looking.state.answers) + 1  # after the answers
    looking.answers(str(place)).answers("I want it to hold for a month.").commands("affirm")
    assert looking.state.accepted == "I want it to hold for a month."
    assert looking.question == "review"


@pytest.mark.parametrize("command", ["affirm", "resume", "say_same", "skip_question", "enough"])
def test_what_is_right_leads_to_the_release(looking: Any, command: str) -> None:
    looking.commands(command)
    assert looking.question == "release"


@pytest.mark.parametrize("said", ["nothing", "none of it"])
def test_nothing_to_change_leads_there_too(looking: Any, said: str) -> None:
    assert looking.answers(said).question == "release"


def test_no_asks_which(looking: Any) -> None:
    looking.commands("deny")
    assert looking.asked.startswith("Which would you like to change?")
    assert looking.answers("1").question == "problem"


@pytest.mark.parametrize("command", ["repeat", "summary_so_far"])
def test_it_is_shown_in_full_again_when_asked_for(looking: Any, command: str) -> None:
    looking.commands("help")
    assert '"about try"' not in looking.asked
    looking.commands(command)
    assert '"about try"' in looking.asked


def test_what_is_not_there_is_said_so(looking: Any) -> None:
    looking.answers("99")
    assert (looking.said, looking.question) == (["utter_answer_unclear"], "review")


def test_back_from_the_release_looks_it_over_again(looking: Any) -> None:
    looking.commands("affirm", "go_back")
    assert looking.question == "review"
    assert looking.commands("affirm").question == "release"


def test_after_a_list_at_any_time_a_number_means_an_answer(talk: Any) -> None:
    talk.answers("The rota.").commands("skip_question", "summary_so_far").answers("1")
    assert talk.question == "problem"
    talk.answers("The rota never holds.")
    assert talk.state.answers == {"problem": "The rota never holds."}
    assert talk.question == "importance_practice"


def test_a_number_is_an_answer_where_no_list_is_the_last_thing_shown(talk: Any) -> None:
    talk.answers("The rota.").commands("summary_so_far", "help").answers("1")
    assert talk.state.answers["importance_self"] == "1"


def test_what_was_left_out_can_be_answered_from_the_list(talk: Any) -> None:
    talk.answers("The rota.").commands("skip_question", "summary_so_far").answers("2")
    assert talk.question == "importance_self"
    talk.answers("It wears me out.")
    assert "importance_self" not in talk.state.skipped


def test_nothing_at_the_choice_of_an_answer_leaves_all_as_it_is(talk: Any) -> None:
    talk.answers("The rota.").commands("change_answer").answers("nothing")
    assert (talk.said, talk.question) == (["utter_nothing_changed"], "importance_self")
