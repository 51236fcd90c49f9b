"""Serious signs: what is said, what is kept, and what is never offered for release."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.coaching.items import shareable
from assistant.records.steps import How


@pytest.mark.parametrize("sign", ["danger", "not_coping"])
def test_it_says_whom_to_turn_to_and_keeps_nothing_as_an_answer(talk: Any, sign: str) -> None:
    talk.answers("The rota.").says("I can't go on.", sign, outcome="command", command=sign)
    assert talk.said == [f"utter_{sign}"]
    assert talk.asked is None  # no further question
    assert talk.state.answers == {"problem": "The rota."}
    assert talk.question == "importance_self"


def test_the_contacts_are_those_of_the_settings(talk: Any) -> None:
    talk.says("I can't go on.", "danger")
    values = talk.responses[0][1]
    assert values["contact_emergency"] == "999"
    assert values["contact_listening"] == "somebody who listens"


@pytest.mark.parametrize(
    ("sign", "kept"), [("danger", {}), ("not_coping", {"problem": "The rota."})]
)
def test_what_was_said_before_the_sign(talk: Any, sign: str, kept: dict[str, str]) -> None:
    talk.says("The rota. I can't go on.", sign, outcome="both", answer="The rota.")
    assert talk.state.answers == kept  # in danger nothing is stored as an answer
    assert talk.asked is None


@pytest.mark.parametrize("outcome", ["both", "command"])
def test_others_at_risk_is_one_answer_that_is_never_offered(talk: Any, outcome: str) -> None:
    said = "He falsifies the notes."
    talk.says(said, "others_at_risk", outcome=outcome, command="others_at_risk", answer=said)
    assert talk.state.answers == {"problem": said}
    assert talk.question == "importance_self"
    assert talk.said == ["utter_others_at_risk"]
    talk.answers("The rota wears me out.").commands("enough", "skip_question")
    talk.commands("affirm")
    assert said not in talk.answers("more").asked
    assert said not in talk.asked


def test_that_was_my_answer_makes_it_one_that_can_be_passed_on(talk: Any) -> None:
    said = "He says that the notes are mine."
    talk.answers("The rota.").says(said, "others_at_risk").commands("was_answer")
    assert talk.said == ["utter_was_answer_unmarked"]
    assert shareable(talk.state) == {"problem": "The rota.", "importance_self": said}
    assert talk.question == "importance_practice"
    talk.commands("was_answer")
    assert talk.said == ["utter_was_answer_nothing"]


@pytest.mark.parametrize("sign", ["danger", "not_coping"])
def test_words_of_distress_are_never_made_ordinary(talk: Any, sign: str) -> None:
    talk.says("It is killing me.", sign).commands("was_answer", "was_answer")
    assert shareable(talk.state) == {}


def test_it_is_said_once(talk: Any) -> None:
    talk.says("He falsifies the notes.", "others_at_risk")
    talk.says("She falsifies them too.", "others_at_risk")
    assert talk.said == []
    assert len(talk.state.answers) == 2


def test_an_answer_in_its_place_can_be_offered_again(talk: Any) -> None:
    talk.says("He falsifies the notes.", "others_at_risk").commands("go_back")
    talk.answers("The notes are late.").commands("enough", "skip_question")
    assert dict(shareable(talk.state)) == {"problem": "The notes are late."}


@pytest.mark.parametrize("sign", ["danger", "not_coping"])
def test_a_sign_that_the_member_calls_an_answer_is_one_and_is_never_offered(
    talk: Any, sign: str
) -> None:
    talk.says("It is killing me.", sign).commands("was_answer")
    assert talk.state.answers == {"problem": "It is killing me."}
    assert shareable(talk.state) == {}


@pytest.mark.parametrize("at", ["which_answer", "summary", "closing"])
def test_where_no_answer_is_open_it_only_speaks(talk: Any, at: str) -> None:
    talk.through()
    if at == "which_answer":
        talk.commands("change_answer")
    elif at == "closing":
        talk.commands("affirm", "affirm", "skip_question")
    answers = talk.state.answers
    talk.says("He falsifies the notes.", "others_at_risk")
    assert talk.said[0] == "utter_others_at_risk"
    assert (talk.state.answers, talk.question) == (answers, at)


def test_a_key_is_no_answer(talk: Any) -> None:
    talk.says("others_at_risk", "others_at_risk", how=How.CHOSEN)
    assert talk.state.answers == {}
