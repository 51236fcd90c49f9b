from __future__ import annotations

import pytest

from assistant.engine.turn import Choice, Progress, Reply
from assistant.terminal.face import Said, choices_line, said

YES_NO = (Choice("affirm", "Yes"), Choice("deny", "No"))


def reply(kind: str, choices: tuple[Choice, ...] = YES_NO) -> Reply:
    return Reply(("?",), "confirm_delete", kind, choices, Progress(0, 15))


@pytest.mark.parametrize("kind", ["yes_no", "summary"])
def test_a_number_chooses(kind: str) -> None:
    assert said(" 2 ", reply(kind)).choice == "deny"


@pytest.mark.parametrize("text", ["3", "0", "1 and 2", "yes", "1.", "", "²"])
def test_everything_else_stays_what_was_typed(text: str) -> None:
    assert said(text, reply("yes_no")) == Said(text)


def test_numbers_of_a_list_are_for_the_conversation() -> None:
    assert said("1", reply("choice")) == Said("1")
    assert choices_line(reply("choice")) == ""


def test_shows_the_choices_with_their_numbers() -> None:
    assert choices_line(reply("yes_no")) == "1 Yes   2 No"
