"""What is wanted is said as "I want ...", and what is no wish is not."""

from __future__ import annotations

import pytest

from assistant.summary.language import load
from assistant.summary.wishes import wish


def wanted(text: str, key: str = "try") -> str:
    return wish(text, key, load()(f"{text}."))


@pytest.mark.parametrize(
    ("answer", "aim"),
    [
        ("get both sites to order from one list", "I want both sites to order from one list"),
        ("get people talking to each other", "I want people talking to each other"),
        ("get staff to really use the form", "I want staff to really use the form"),
        ("get the men to come to class", "I want the men to come to class"),
        ("I want some say in the plans", "I want some say in the plans"),
        ("I'd like every walker to be met by a guide", "I want every walker to be met by a guide"),
        ("the men to come to class", "I want the men to come to class"),
    ],
)
def test_what_others_are_to_do_is_wanted_of_them(answer: str, aim: str) -> None:
    assert wanted(answer) == aim


@pytest.mark.parametrize(
    "answer",
    [
        "get logs that are honest",
        "get my crews home on time",
        "have the conversation with him soon",
        "get reports down to ten",
        "let people sing when they want to",
        "keep the choir for one more year",
        "find out why they stay away",
    ],
)
def test_what_the_member_is_to_do_stays_as_it_was_said(answer: str) -> None:
    assert wanted(answer) == f"I want to {answer}"


@pytest.mark.parametrize(
    "answer",
    [
        "keep the shop open",
        "to keep the shop open",
        "keeping the shop open",
        "just keep the shop open",
        "trying to keep the shop open",
        "I'm trying to keep the shop open",
        "I am really hoping to keep the shop open",
        "what I want is to keep the shop open",
        "my aim is to keep the shop open",
        "it's to keep the shop open",
        "how do I keep the shop open",
        "is it possible to keep the shop open",
        "could keep the shop open",
    ],
)
def test_a_wish_is_the_same_in_whatever_way_it_is_opened(answer: str) -> None:
    assert wanted(answer) == "I want to keep the shop open"


def test_what_we_want_to_do_is_wanted_of_us() -> None:
    assert wanted("we're trying to open on Sundays") == "I want us to open on Sundays"
    assert wanted("we want the crews home on time") == "I want the crews home on time"


@pytest.mark.parametrize(
    "thing", ["every ring accounted for", "half the forms in by Friday", "the money talked about"]
)
def test_a_thing_that_is_named_is_wanted(thing: str) -> None:
    assert wanted(thing) == f"I want {thing}"


@pytest.mark.parametrize(
    ("said", "aim"),
    [
        ("they could breathe", "I want them to breathe"),
        ("the families would trust us", "I want the families to trust us"),
        ("I'd know who is in the building", "I want to know who is in the building"),
        ("I could walk home and sleep", "I want to walk home and sleep"),
        ("she'd be met at the gate", "I want her to be met at the gate"),
        ("The men talk to me", "I want the men to talk to me"),
    ],
)
def test_what_would_be_good_is_wanted(said: str, aim: str) -> None:
    assert wanted(said, "benefits_others") == aim


@pytest.mark.parametrize(
    ("said", "aim"),
    [
        ("the day staff wouldn't be blamed", "I want the day staff not to be blamed"),
        ("I wouldn't dread Mondays", "I want not to dread Mondays"),
        ("nobody would be left waiting", "I want nobody to be left waiting"),
        ("not lose another cook", "I want not to lose another cook"),
    ],
)
def test_what_is_denied_stays_denied(said: str, aim: str) -> None:
    assert wanted(said, "benefits_others") == aim


@pytest.mark.parametrize("said", ["stop", "well", "on Sundays"])
def test_a_word_or_two_without_a_wish_is_none(said: str) -> None:
    assert wanted(said) == ""


def test_a_wish_has_no_stop_and_begins_with_what_is_wanted(answers: dict[str, str]) -> None:
    for text in answers.get("try", "").strip(" .").split(". "):
        found = wanted(text.strip(" ."))
        assert not found or (found.startswith("I want ") and not found.endswith((".", " ")))


def test_what_is_to_be_done_and_nothing_else_stays_so() -> None:
    aim = wanted("only make trays for people a tray actually helps")
    assert aim == "I want to only make trays for people a tray actually helps"


def test_an_only_that_has_no_place_is_not_dropped() -> None:
    assert wanted("only they make trays for people") == ""


def test_what_a_note_names_bare_has_its_article() -> None:
    assert wanted("phone to only ring for a fire") == "I want the phone to only ring for a fire"


def test_a_question_whether_others_would_is_no_wish_to_do_it() -> None:
    assert wanted("would they ever go") == ""
