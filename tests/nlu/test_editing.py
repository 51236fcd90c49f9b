"""What corrects an answer, by its wording and by another value than the one that stands there."""

from __future__ import annotations

import pytest

from assistant.nlu.about import change_requested, counts_to_one
from assistant.nlu.editing import topic_of, wording_of_editing

ANSWERS = {"problem": "The lift fails two days a week.", "who_helps": "The caretaker, on Fridays."}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("can it say three times", "to or of an editor"),
        ("that was bravado", "to or of oneself"),
        ("it sounds a bit pompous", "to or of the answer"),
        ("'fails' is not the word", "quotes"),
        ("it fails five days a week", "another value"),
        ("only on thursdays now", "another value"),
    ],
)
def test_a_sign_of_editing_is_found_and_not_in_an_answer(text: str, sign: str) -> None:
    found = wording_of_editing(text, ANSWERS, named=False, topic=False)
    answer = wording_of_editing("the porters would", ANSWERS, named=False, topic=False)
    assert (found[sign], answer[sign]) == (1.0, 0.0)


def test_another_number_of_the_same_thing() -> None:
    answers = {"try": "Two weeks of quiet."}
    for text, is_other in (("six weeks", 1.0), ("two weeks", 0.0), ("six days", 0.0)):
        measures = wording_of_editing(text, answers, named=False, topic=False)
        assert measures["another number of the same"] == is_other


def test_what_a_message_sets_apart_first() -> None:
    assert topic_of("As for the lift, it is three") == "the lift"
    assert topic_of("it is three") is None


def test_an_answer_is_counted_to() -> None:
    assert counts_to_one("the one before last", ANSWERS)
    assert change_requested("change the one before last", ANSWERS).about == "problem"
    assert change_requested("change the last one", ANSWERS).about == "who_helps"
    assert not counts_to_one("the lift", ANSWERS)
