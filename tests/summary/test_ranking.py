"""Which piece is told first, and what stays as it was said."""

from __future__ import annotations

import pytest

from assistant.summary import draft

_MARKET = {
    "problem": "There are forty stalls and I run all of it.",
    "try": "get somebody younger to run the market",
    "difficulties": "The car park is flooded till spring.",
    "stopping": "I ask for help and then I redo whatever they did.",
}


def best_of(**answers: str) -> str:
    found = draft({**_MARKET, **answers}).best
    assert found is not None
    return found.text


def test_what_stands_in_the_way_of_the_aim_comes_before_what_is_merely_hard() -> None:
    assert "redo whatever they did" in best_of()


@pytest.mark.parametrize("tale", ["My own nan was on a market.", "My uncle had a stall."])
def test_a_tale_does_not_open_the_sentence(tale: str) -> None:
    assert tale[:8] not in best_of(importance_self=tale)


def test_what_was_told_for_its_second_half_keeps_it() -> None:
    said = "I put a card on the board and call that an invitation."
    assert "and call that an invitation" in best_of(stopping=said)


def test_an_obstacle_told_whole_comes_before_a_word_of_it_and_what_goes_on() -> None:
    found = best_of(
        problem="The drains are old. There are forty stalls and I run all of it.",
        stopping="I give in. I do every form myself because I'm quicker than anybody I could ask.",
    )
    assert "I do every form myself because I'm quicker" in found
    assert "drains" not in found


def test_what_came_of_something_is_said_after_it() -> None:
    said = "I lock up myself every night, so nobody else learns how to lock up."
    found = draft({**_MARKET, "stopping": said}).pool
    assert any("every night, so nobody else learns how to lock up" in c.text for c in found)


def test_an_aim_names_the_role_of_whom_it_names() -> None:
    found = best_of(
        problem="Every order still goes through me. Manager Zoltan could do them.",
        stopping="I check every one of them again at night.",
        **{"try": "let Zoltan price the small jobs on his own"},
    )
    assert "I want to let the manager price the small jobs" in found


@pytest.mark.parametrize(
    ("answers", "said", "never"),
    [
        (
            {
                "try": "tell people early when the lift is broken",
                "stopping": "The website is run by head office. I have never been told how to "
                "change it.",
            },
            "I have never been told how to change it",
            "change the website",
        ),
        (
            {
                "problem": "When a pump stops at night the guard phones him.",
                "try": "Move what he knows into other people before he goes",
                "stopping": "I am the worst offender and I ring him first.",
            },
            "what he knows into other people before he goes",
            "ring the guard",
        ),
        (
            {
                "problem": "We are short of trained people.",
                "try": "make sure a good volunteer can run the desk",
                "stopping": "I send them reminders when confidence is the problem.",
            },
            "I send them reminders when confidence is the problem",
            "send people",
        ),
        (
            {
                "try": "get managers to tell me what they expect to spend",
                "stopping": "The form has 61 lines, and I designed the form.",
            },
            "the form has 61 lines, and I designed the form",
            "designed it",
        ),
    ],
)
def test_pronouns_and_nouns_stay_as_they_were_said(
    answers: dict[str, str], said: str, never: str
) -> None:
    texts = [candidate.text for candidate in draft(answers).pool]
    assert any(said in text for text in texts)
    assert not any(never in text for text in texts)


def test_a_thing_has_its_hyphen() -> None:
    answers = {
        "problem": "We bought a self service portal and nobody uses it.",
        "try": "get most staff onto the portal",
        "stopping": "I only ever send emails about passwords.",
    }
    told = [c.text for c in draft(answers).pool if "nobody uses it" in c.text]
    told = [text for text in told if "portal and nobody" in text]
    assert told and all("self-service portal" in text for text in told)
