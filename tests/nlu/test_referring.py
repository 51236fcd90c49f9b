"""What goes back to an earlier answer, and what only says it again."""

from __future__ import annotations

from assistant.nlu.referring import says_again

BEFORE = {"problem": "I want one list for both teams, but I keep a list of my own."}


def test_an_answer_given_twice_says_it_again() -> None:
    assert says_again(BEFORE["problem"], BEFORE)
    assert says_again("i want one list for both our teams but I keep a list of my own", BEFORE)


def test_words_about_an_answer_do_not_say_it_again() -> None:
    assert not says_again("Where I said one list, it should be one diary.", BEFORE)
    assert not says_again("list", BEFORE)
    assert not says_again("Anything.", {})
