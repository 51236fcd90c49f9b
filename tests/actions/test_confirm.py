"""Yes and no, and what they confirm."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.records.entities import Preparation
from assistant.records.errors import UnknownPreparation
from assistant.records.steps import How
from assistant.records.store import Store


def test_start_again_keeps_the_earlier_answers_aside(talk: Any) -> None:
    talk.answers("The rota.").commands("start_again", "affirm")
    assert (talk.said, talk.question) == (["utter_started_again"], "problem")
    assert (talk.state.answers, talk.state.earlier) == ({}, ({"problem": "The rota."},))


@pytest.mark.parametrize("command", ["start_again", "delete_data"])
def test_no_changes_nothing(talk: Any, command: str) -> None:
    talk.answers("The rota.").commands(command, "deny")
    assert (talk.said, talk.question) == (["utter_nothing_changed"], "importance_self")
    assert talk.state.answers == {"problem": "The rota."}
    assert not talk.deleted


def test_delete_says_what_went_and_deletes_it(
    kept_talk: Any, store: Store, preparation: Preparation
) -> None:
    kept_talk.through().commands("affirm", "affirm").answers("1").commands("affirm")
    kept_talk.commands("delete_data")
    kept_talk.commands("affirm")
    assert kept_talk.deleted
    ((response, values),) = kept_talk.responses
    assert response == "utter_deleted"
    assert "What you had passed on is withdrawn" in values["withdrawn"]
    assert values["backups"] == ""  # there are none, and none are counted
    with pytest.raises(UnknownPreparation):
        store.steps(preparation.id)
    (mark,) = store.releases(preparation.meeting_id)
    assert mark.text is None


def test_only_yes_to_that_very_question_deletes(talk: Any) -> None:
    talk.answers("The rota.").commands("affirm")
    assert not talk.deleted
    talk.commands("delete_data", "start_again", "affirm")
    assert not talk.deleted
    assert talk.said == ["utter_started_again"]


def test_yes_at_an_open_question_keeps_what_there_is(talk: Any) -> None:
    talk.answers("The rota.").commands("go_back", "affirm")
    assert talk.said == ["utter_kept_as_it_was"]
    assert (talk.state.answers, talk.question) == ({"problem": "The rota."}, "importance_self")
    talk.commands("deny")
    assert (talk.said, talk.question) == ([], "importance_self")


def test_the_sentence_is_accepted_as_it_was_offered(talk: Any) -> None:
    talk.through().answers("I want the rota to hold.").commands("affirm")
    assert talk.said[0] == "utter_sentence_kept"
    assert talk.state.accepted == "I want the rota to hold."


def test_no_to_the_sentence_asks_for_the_members_own(talk: Any) -> None:
    talk.through().commands("deny")
    assert talk.question == "summary"
    assert talk.asked.startswith("How would you say it")


def test_yes_to_no_sentence_at_all_asks_again(talk: Any, drafting: Any) -> None:
    drafting.texts = ()
    talk.commands("enough", "affirm")
    assert (talk.question, talk.state.accepted) == ("summary", None)


def test_yes_shares_exactly_what_was_shown(
    kept_talk: Any, store: Store, preparation: Preparation
) -> None:
    kept_talk.through().answers("I want {it} to hold.").commands("affirm", "affirm").answers("more")
    kept_talk.answers("1 and 6")
    shown = kept_talk.asked
    kept_talk.commands("affirm")
    released = store.releases(preparation.meeting_id)
    assert [(item.item, item.text) for item in released] == [
        ("summary", "I want {it} to hold."),
        ("importance_self", "about importance_self"),
    ]
    assert all(f'"{item.text}"' in shown for item in released)
    assert kept_talk.question == "release"
    assert kept_talk.answers("nothing more").question == "closing"


def test_no_shares_nothing_and_asks_again(
    kept_talk: Any, store: Store, preparation: Preparation
) -> None:
    kept_talk.through().commands("affirm", "affirm").answers("all").commands("deny")
    assert store.releases(preparation.meeting_id) == ()
    assert (kept_talk.state.chosen, kept_talk.question) == ((), "release")


def test_the_same_as_before_keeps_the_answer_that_is_revisited(talk: Any) -> None:
    talk.answers("The rota.").commands("go_back", "say_same")
    assert talk.said == ["utter_kept_as_it_was"]
    assert talk.state.answers == {"problem": "The rota."}


def test_the_same_as_before_is_an_answer_in_its_own_words_elsewhere(talk: Any) -> None:
    talk.answers("The rota.").says("same as before", "say_same")
    assert talk.state.answers["importance_self"] == "same as before"


@pytest.mark.parametrize("at", ["which_answer", "summary", "release", "closing"])
def test_the_same_as_before_answers_nothing_where_no_answer_is_open(talk: Any, at: str) -> None:
    talk.through()
    if at == "which_answer":
        talk.commands("change_answer")
    elif at != "summary":
        talk.commands("affirm", "affirm")
        if at == "closing":
            talk.answers("nothing")
    before = (talk.state.answers, talk.state.offered, talk.state.chosen)
    talk.says("the same again", "say_same")
    assert (talk.state.answers, talk.state.offered, talk.state.chosen) == before
    assert talk.question == at


def test_a_key_for_the_same_is_no_answer(talk: Any) -> None:
    talk.says("say_same", "say_same", how=How.CHOSEN)
    assert (talk.state.answers, talk.question) == ({}, "problem")


def test_an_answer_and_the_same_in_one_message_are_one_answer(talk: Any) -> None:
    talk.says("The rota, the same.", "say_same", outcome="both", answer="The rota")
    assert talk.state.answers == {"problem": "The rota"}
