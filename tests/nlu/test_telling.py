"""Answers by their form: where one stands, what one wants, in the words of commands."""

from __future__ import annotations

import pytest

from assistant.nlu.asked import Asked
from assistant.nlu.telling import tells

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
WANTED = [
    "Questions about why I let them in early.", "questions", "Just questions, no advice",
    "Good hard questions about why this comes round every spring.", "um, a question or two on why",
    "to be asked why", "To know whether I should go back to her", "what to do next",
    "how to stop doing it all myself", "ask me the awkward ones", "to stop skipping it every year",
]  # fmt: skip
BID = [
    "why do you ask", "questions?", "no more questions", "enough questions", "next question please",
    "to the next one", "to go back", "can you ask me something else", "ask me about the benefits",
    "how to answer this", "questions about why you ask me that", "to be continued", "skip this one",
    "just tell me what to do", "to know how this works",
]  # fmt: skip

SPEAKS_FOR = [
    "I've got the list ready.", "I have already booked the room", "she's agreed to it",
    "well, I've told two of them", "I've just blocked the morning out",
]  # fmt: skip
TO_US = [
    "I'm ready", "I've got to go", "I've got back", "I've put the wrong one",
    "I've said that twice", "I have done this question", "I'd like to go on", "ready when you are",
]  # fmt: skip


@pytest.mark.parametrize("text", SPEAKS_FOR)
def test_what_speaks_for_a_step_is_an_answer_where_that_is_asked(text: str) -> None:
    assert tells(text, Asked("likelihood_why"))


@pytest.mark.parametrize("text", TO_US)
def test_what_is_said_to_the_program_there_is_none(text: str) -> None:
    assert not tells(text, Asked("likelihood_why"))


@pytest.mark.parametrize("text", WANTED)
def test_what_is_wanted_of_the_set_is_an_answer(text: str) -> None:
    assert tells(text, Asked("want"))


@pytest.mark.parametrize("text", BID)
def test_what_is_wanted_of_the_program_is_none(text: str) -> None:
    assert not tells(text, Asked("want"))


@pytest.mark.parametrize("text", TELLS)
def test_where_somebody_stands_is_an_answer_where_that_is_asked(text: str) -> None:
    assert tells(text, Asked("where_now"))


@pytest.mark.parametrize("text", ASKS_US)
def test_what_is_asked_of_the_program_is_none(text: str) -> None:
    assert not tells(text, Asked("where_now"))


@pytest.mark.parametrize("text", ["I'm back where I was", "being where we were in May"])
def test_a_whole_statement_is_one_at_any_question(text: str) -> None:
    assert tells(text, Asked("difficulties"))


@pytest.mark.parametrize("text", ["where I was", "on hold", "starting again"])
def test_a_few_words_are_none_where_something_else_is_asked(text: str) -> None:
    assert not tells(text, Asked("problem"))
