"""What a member wishes of the sentence that is offered."""

from __future__ import annotations

import pytest

from assistant.nlu.wishes import Wish, read_wish


@pytest.mark.parametrize(
    "text",
    ["shorter", "can you make it a bit shorter?", "That's too long for me.", "trim it please"],
)
def test_a_shorter_one(text: str) -> None:
    assert read_wish(text) == Wish("make_shorter")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("more about the families please", "the families"),
        ("it leaves out my brother", "my brother"),
        ("could you mention the auditor as well", "the auditor"),
    ],
)
def test_more_about_something(text: str, topic: str) -> None:
    assert read_wish(text) == Wish("more_about", topic)


@pytest.mark.parametrize("text", ["not that", "another one please", "have you got something else"])
def test_another_one(text: str) -> None:
    assert read_wish(text) == Wish("not_that")


@pytest.mark.parametrize(
    ("text", "place"),
    [("2", "2"), ("the second one", "2"), ("I'd go with the first", "1"), ("number 3 please", "3")],
)
def test_one_of_them(text: str, place: str) -> None:
    assert read_wish(text) == Wish("pick_sentence", place)


@pytest.mark.parametrize(
    "text",
    [
        "I want the two sites to order together, but I have never asked what they need.",
        "My team wants more about everything in writing and I cannot keep up with it all any more",
        "yes",
        "",
    ],
)
def test_what_is_no_wish(text: str) -> None:
    assert read_wish(text) is None
