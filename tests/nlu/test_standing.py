"""Where somebody stands is an answer, though commands are said in the same words."""

from __future__ import annotations

import pytest

from assistant.nlu.asked import Asked
from assistant.nlu.standing import tells_where_it_stands

TELLS = [
    "where I was", "Where we left it, more or less.", "back to where I was at Easter",
    "Nothing, really. Still where I'd got to", "um, back at square one", "the beginning again",
    "starting again from scratch", "on hold", "stopped, if I'm honest", "Half way.",
    "not far from where it was", "carrying on", "Paused.",
]  # fmt: skip
ASKS_US = [
    "where was I", "where were we", "carry on from where I was", "pause", "put it on hold",
    "take me back to where I was please", "back to where I was, the question before",
    "start again from the beginning", "from the beginning", "where I put forty it should be fifty",
    "let's go on from where we stopped", "stop", "go back", "I'm stuck with this program",
]  # fmt: skip


@pytest.mark.parametrize("text", TELLS)
def test_where_somebody_stands_is_an_answer_where_that_is_asked(text: str) -> None:
    assert tells_where_it_stands(text, Asked("where_now"))


@pytest.mark.parametrize("text", ASKS_US)
def test_what_is_asked_of_the_program_is_none(text: str) -> None:
    assert not tells_where_it_stands(text, Asked("where_now"))


@pytest.mark.parametrize("text", ["I'm back where I was", "being where we were in May"])
def test_a_whole_statement_is_one_at_any_question(text: str) -> None:
    assert tells_where_it_stands(text, Asked("difficulties"))


@pytest.mark.parametrize("text", ["where I was", "on hold", "starting again"])
def test_a_few_words_are_none_where_something_else_is_asked(text: str) -> None:
    assert not tells_where_it_stands(text, Asked("problem"))
