from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.terminal.wrapping import wrapped


def test_breaks_between_words() -> None:
    assert wrapped("one two three four", 9) == "one two\nthree\nfour"


def test_keeps_the_lines_of_the_text() -> None:
    assert wrapped("one\n\n two", 9) == "one\n\n two"


def test_indents_the_lines_of_a_list_item() -> None:
    assert wrapped("10. one two three", 12) == "10. one two\n    three"


def test_never_breaks_a_word() -> None:
    word = "x" * 200
    assert wrapped(f"see {word} there", 20) == f"see\n{word}\nthere"


def test_a_very_long_text_is_wrapped_whole() -> None:
    text = "word " * 40_000
    assert wrapped(text, 80).split() == text.split()


@given(st.text("ab \n-1.", max_size=200))
def test_loses_nothing_but_spaces_at_breaks(text: str) -> None:
    assert wrapped(text, 20).split() == text.split()
