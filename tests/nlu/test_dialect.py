"""Scots and northern words in the spelling that the lists know."""

from __future__ import annotations

import pytest

from assistant.nlu.dialect import standard


@pytest.mark.parametrize(
    ("said", "spelt"),
    [
        ("ah cannae dae it masel", "i can't dae it myself"),
        ("naebody wid listen tae me", "nobody would listen to me"),
        ("he wisnae in, wi the weans", "he wasn't in, with the children"),
        ("the wind is in the attic", "the wind is in the attic"),
    ],
)
def test_a_word_is_put_into_the_spelling_of_the_lists(said: str, spelt: str) -> None:
    assert standard(said) == spelt
