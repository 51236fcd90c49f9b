"""What corrects an answer, by its wording and by another value than the one that stands there."""

from __future__ import annotations

import pytest

from assistant.nlu.about import change_requested, in_order
from assistant.nlu.editing import other_values, topic_of, wording_of_editing

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
    assert (_signs(text)[sign], _signs("the porters would")[sign]) == (1.0, 0.0)


def _signs(text: str) -> dict[str, float]:
    values = [other_values(text, answer) for answer in ANSWERS.values()]
    most = {name: max(found[name] for found in values) for name in values[0]}
    return {**wording_of_editing(text), **most}


def test_another_number_of_the_same_thing() -> None:
    for text, is_other in (("six weeks", 1.0), ("two weeks", 0.0), ("six days", 0.0)):
        measures = other_values(text, "Two weeks of quiet.")
        assert measures["another number of the same"] == is_other


def test_marks_alone_hold_no_value() -> None:
    assert not any(other_values("...", "Two weeks of quiet.").values())


def test_what_a_message_sets_apart_first() -> None:
    assert topic_of("As for the lift, it is three") == "the lift"
    assert topic_of("it is three") is None


def test_an_answer_is_counted_to() -> None:
    assert in_order("the one before last", tuple(ANSWERS)).keys() == {"problem"}
    assert change_requested("change the one before last", ANSWERS).about == "problem"
    assert change_requested("change the last one", ANSWERS).about == "who_helps"
    assert not in_order("the lift", tuple(ANSWERS))
