"""Which answer a request to change means."""

from __future__ import annotations

import pytest

from assistant.nlu.about import asks_to_change, change_requested
from assistant.nlu.asked import Asked

ANSWERS = {
    "problem": "the ferry is late every day",
    "importance_self": "I promised my crew",
    "difficulties": "tides and the harbour board",
    "benefits_self": "an evening at home",
    "try": "a second boat",
    "who_helps": "the coastguard, my niece",
}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("can I change what I put for the problem", "problem"),
        ("the hurdles I expect, there's another one", "difficulties"),
        ("take my niece off the people who can help", "who_helps"),
        ("what I'd gain for myself, make that two evenings", "benefits_self"),
        ("the bit about the harbour board was too harsh", "difficulties"),
        ("scrap the last one", "who_helps"),
        ("my first answer needs redoing", "problem"),
        ("the third one is wrong", "difficulties"),
        ("change what I'm trying to do", "try"),
        ("why it matters to me, let me reword that", "importance_self"),
    ],
)
def test_it_is_found_by_name_place_or_words(text: str, about: str) -> None:
    assert change_requested(text, ANSWERS).about == about


def test_without_a_hint_no_answer_is_meant() -> None:
    assert change_requested("I'd like to change an answer", ANSWERS).about is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("change the problem to: the ferry never runs", "the ferry never runs"),
        ("change why it matters to me to: the boats are mine", "the boats are mine"),
        ("the problem should be: the ferry never runs", "the ferry never runs"),
        ("delete what I said and put two boats", "two boats"),
        ("it should say the pilots, please", "the pilots"),
        ("add my brother to who can help", None),
        ("I want to redo the first one", None),
    ],
)
def test_the_new_words_are_taken_when_they_replace(text: str, content: str | None) -> None:
    assert change_requested(text, ANSWERS).content == content


@pytest.mark.parametrize(
    "text", ["they want to change the timetable", "the wrong people get the blame", "more boats"]
)
def test_an_answer_about_change_is_no_request(text: str) -> None:
    assert not asks_to_change(text, Asked("stopping", answers=ANSWERS))
