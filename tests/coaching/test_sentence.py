"""The one sentence in the conversation: what it is made of, and which are on offer."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from assistant.catalogue import catalogue
from assistant.coaching.choices import choices
from assistant.coaching.next_question import next_question
from assistant.coaching.route import questions_of_route
from assistant.coaching.sentence import sentences, worksheet
from assistant.coaching.state import State, Wondered
from assistant.coaching.wording import asking

ALL_SKIPPED = frozenset(questions_of_route(catalogue())) | {"story", "admire"}


def _state(**answers: str) -> State:
    return State(answers=MappingProxyType(answers), skipped=ALL_SKIPPED - set(answers))


def test_what_holds_a_serious_sign_is_not_in_the_sentence() -> None:
    state = replace(_state(problem="the rota", stopping="me"), grave=frozenset({"stopping"}))
    assert dict(worksheet(state)) == {"problem": "the rota"}


def test_which_problem_it_is_stands_beside_the_problem() -> None:
    state = _state(problem="the rota and the handover", one_problem="the handover")
    state = replace(state, concern=Wondered("two_problems", ("the rota", "the handover")))
    assert dict(worksheet(state)) == {"problem": "the rota and the handover\nthe handover"}


def test_ones_own_part_stands_beside_what_is_stopping_one() -> None:
    state = _state(problem="the manager is hopeless", one_problem="I say nothing")
    state = replace(state, concern=Wondered("someone_elses", ("the manager is hopeless",)))
    assert worksheet(state)["stopping"] == "I say nothing"


def test_it_is_asked_once_and_before_the_sentence() -> None:
    state = replace(_state(problem="the rota"), concern=Wondered("solution", ("a new system",)))
    assert next_question(state, catalogue()) == "one_problem"
    assert "a new system" in asking(state, catalogue())
    assert "what would be solved?" in asking(state, catalogue())
    passed = replace(state, skipped=state.skipped | {"one_problem"})
    assert next_question(passed, catalogue()) == "summary"


def test_the_sentences_on_offer_are_numbered_as_their_choices_are() -> None:
    state = replace(_state(problem="the rota"), offered="I want this.", others=("I want that.",))
    assert sentences(state) == ("I want this.", "I want that.")
    assert '1. "I want this."\n2. "I want that."' in asking(state, catalogue())
    assert list(choices(state, catalogue())) == ["affirm", "second"]
