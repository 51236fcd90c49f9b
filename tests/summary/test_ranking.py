"""Which obstacle is told first: the one that stands in the way of this aim."""

from __future__ import annotations

import pytest

from assistant.summary import draft

_MARKET = {
    "problem": "There are forty stalls and I run all of it.",
    "try": "get somebody younger to run the market",
    "difficulties": "The car park is flooded till spring.",
    "stopping": "I ask for help and then I redo whatever they did.",
}


def best(answers: dict[str, str]) -> str:
    found = draft(answers).best
    assert found is not None
    return found.text


def test_what_stands_in_the_way_of_the_aim_comes_before_what_is_merely_hard() -> None:
    assert "redo whatever they did" in best(_MARKET)


@pytest.mark.parametrize("tale", ["My own nan was on a market.", "My uncle had a stall."])
def test_a_tale_does_not_open_the_sentence(tale: str) -> None:
    assert tale[:8] not in best({**_MARKET, "importance_self": tale})


def test_what_was_told_for_its_second_half_keeps_it() -> None:
    answers = {**_MARKET, "stopping": "I put a card on the board and call that an invitation."}
    assert "and call that an invitation" in best(answers)


def test_what_is_taken_back_at_once_is_no_obstacle() -> None:
    stopping = "There is a duty list but nobody looks at it."
    assert "but there is a duty list" not in best({**_MARKET, "stopping": stopping})


def test_what_comes_first_is_parted_by_a_comma() -> None:
    stopping = "When somebody does offer I find fault with them."
    assert "but when somebody does offer, I find fault" in best({**_MARKET, "stopping": stopping})
