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


def test_an_obstacle_told_whole_comes_before_a_word_of_it_and_what_goes_on() -> None:
    problem = "The drains are old. There are forty stalls and I run all of it."
    stopping = "I give in. I do every form myself because I'm quicker than anybody I could ask."
    found = best({**_MARKET, "problem": problem, "stopping": stopping})
    assert "I do every form myself because I'm quicker" in found
    assert "drains" not in found


def test_no_wish_is_offered_that_nobody_had() -> None:
    answers = {key: text for key, text in _MARKET.items() if key != "try"}
    found = draft(answers)
    assert found.candidates
    assert not any("want to do something" in each.text for each in (*found.candidates, *found.pool))


def test_what_is_taken_back_at_once_is_no_obstacle() -> None:
    stopping = "There is a duty list but nobody looks at it."
    assert "but there is a duty list" not in best({**_MARKET, "stopping": stopping})


def test_what_comes_first_is_parted_by_a_comma() -> None:
    stopping = "When somebody does offer I find fault with them."
    assert "but when somebody does offer, I find fault" in best({**_MARKET, "stopping": stopping})


def test_what_came_of_something_is_said_after_it() -> None:
    stopping = "I lock up myself every night, so nobody else learns how to lock up."
    assert "every night, so nobody else learns" in best({**_MARKET, "stopping": stopping})


def test_an_aim_names_the_role_of_whom_it_names() -> None:
    answers = {
        "problem": "Every order still goes through me. Manager Zoltan could do them.",
        "try": "let Zoltan price the small jobs on his own",
        "stopping": "I check every one of them again at night.",
    }
    assert "I want to let the manager price the small jobs" in best(answers)


def test_a_negation_that_a_word_asks_for_is_missed() -> None:
    from assistant.summary import check

    answers = {"problem": "I want to open on Sundays.", "stopping": "I've not asked anybody."}
    assert check("I want to open on Sundays, but I've not asked anybody.", answers).passed
    assert not check("I want to open on Sundays, but I've asked anybody.", answers).passed
