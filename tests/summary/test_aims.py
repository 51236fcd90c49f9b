from __future__ import annotations

import pytest

from assistant.summary.aims import aims
from assistant.summary.clauses import clauses_of, read


def wanted(answer: str) -> list[str]:
    """What is wanted, the best first."""
    found = [aim for clause in clauses_of(read({"try": answer})) for aim in aims(clause)]
    return [text for text, _ in sorted(found, key=lambda pair: pair[1])]


@pytest.mark.parametrize(
    ("answer", "aim"),
    [
        ("get both sites to order from one list", "I want both sites to order from one list"),
        ("To have managers tell me what they need", "I want managers to tell me what they need"),
        ("have the letters written before noon", "I want the letters written before noon"),
        ("get people talking to each other", "I want people talking to each other"),
        ("have a colleague ring every one of them", "I want a colleague to ring every one of them"),
        ("get staff to really use the form", "I want staff to really use the form"),
        ("I want some say in the plans", "I want some say in the plans"),
        ("To make that new drivers stay here", "I want new drivers to stay here"),
        ("I'd like every walker to be met by a guide", "I want every walker to be met by a guide"),
        (
            "test-drive the new form with two wards",
            "I want to test-drive the new form with two wards",
        ),
    ],
)
def test_what_others_are_to_do_is_wanted_of_them(answer: str, aim: str) -> None:
    assert wanted(answer)[0] == aim


@pytest.mark.parametrize(
    "answer",
    [
        "get logs that are honest",
        "get my crews home on time",
        "have the conversation with him soon",
        "get reports down to ten",
    ],
)
def test_what_is_got_otherwise_stays_as_it_was_said(answer: str) -> None:
    assert wanted(answer)[0] == f"I want to {answer}"


def test_a_wish_ends_before_what_only_explains_it() -> None:
    said = "keep the choir for one more year which is when it's well you know the roof"
    assert "I want to keep the choir for one more year" in wanted(said)


def test_what_would_only_happen_is_no_wish() -> None:
    assert wanted("A third form would only be lost.") == []


def test_a_wish_ends_where_it_is_said_again() -> None:
    found = wanted("keep the new drivers keep them past May make it so they stay")
    assert found[0] == "I want to keep the new drivers past May"


def test_a_wish_is_kept_whole_where_its_second_half_says_something() -> None:
    whole = "I want the young families to come and talk about the mould"
    assert wanted("get the young families to come and talk about the mould")[0] == whole
    empty = "find out why they stay away and do something about it"
    assert wanted(empty)[0] == "I want to find out why they stay away"


def test_a_not_without_its_comma_belongs_to_what_follows() -> None:
    texts = wanted("do the jobs in the order that matters not the order they come in")
    assert not any("matters not" in text and "not the" not in text for text in texts)


@pytest.mark.parametrize(
    ("answer", "aim"),
    [
        (
            "get it so when a part is late the shop hears it from us first",
            "when a part is late, I want the shop to hear it from us first",
        ),
        (
            "get it so whoever takes the call writes it down",
            "I want whoever takes the call to write it down",
        ),
    ],
)
def test_what_is_to_be_so_is_wanted_plainly(answer: str, aim: str) -> None:
    assert wanted(answer)[0] == aim


def test_a_wish_that_is_said_again_in_other_words_is_cut() -> None:
    said = wanted("keep the cubs past ten like look after them")
    assert "I want to keep the cubs past ten" in said


def test_come_and_do_is_one_wish() -> None:
    said = wanted("make it safe for the crew to come and ask about the ropes")
    assert said
    assert all("come and ask" in text for text in said)
