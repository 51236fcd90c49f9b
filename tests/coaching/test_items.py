"""What can be released, and what a message chooses of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue import Catalogue, catalogue
from assistant.coaching.items import MORE, NOTHING, chosen, numbered, releasable
from assistant.coaching.state import State

After = Callable[..., State]
KEYS = ("problem", "importance_self", "stopping", "who_cares")


def test_without_a_sentence_the_answers_are_offered(after_all: After) -> None:
    state = after_all()
    assert dict(releasable(state)) == dict(state.answers)


def test_with_a_sentence_only_that_until_more_is_asked_for(after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.")
    assert dict(releasable(state)) == {"summary": "The rota."}
    more = releasable(replace(state, more=True))
    assert list(more) == ["summary", *state.answers]


def test_a_list_has_numbers_names_and_the_words_in_full(texts: Catalogue) -> None:
    words = {"problem": 'The "rota".\nAnd me.', "stopping": "Time."}
    assert numbered(("problem", "stopping"), words, texts) == (
        '1. the problem: "The "rota".\nAnd me."\n2. what is stopping you: "Time."'
    )


@pytest.mark.parametrize(
    ("said", "picked"),
    [
        ("1", ("problem",)),
        ("2 and 4", ("importance_self", "who_cares")),
        ("4, 2", ("importance_self", "who_cares")),
        ("one and three", ("problem", "stopping")),
        ("two", ("importance_self",)),
        ("all", KEYS),
        ("Everything please", KEYS),
        ("the problem", ("problem",)),
        ("what is stopping me", ("stopping",)),
        ("the problem and who cares", ("problem", "who_cares")),
        ("stopping", ("stopping",)),
        ("importance_self", ("importance_self",)),
        ("nothing", NOTHING),
        ("none of it, keep it private", NOTHING),
        ("more", MORE),
        ("show me more first", MORE),
        ("5", None),
        ("0", None),
        ("99999999999999999999", None),
        ("the weather", None),
        ("", None),
        ("   ", None),
        ("\x00", None),
        ("???", None),
    ],
)
def test_what_a_message_chooses(texts: Catalogue, said: str, picked: object) -> None:
    assert chosen(said, KEYS, texts) == picked


def test_of_nothing_nothing_can_be_chosen(texts: Catalogue) -> None:
    assert chosen("1", (), texts) is None
    assert chosen("the problem", (), texts) is None


@given(st.text(max_size=60))
def test_nothing_is_ever_chosen_that_was_not_offered(said: str) -> None:
    picked = chosen(said, KEYS, catalogue())
    if isinstance(picked, tuple):
        assert picked
        assert list(picked) == [key for key in KEYS if key in picked]
    else:
        assert picked in {MORE, NOTHING, None}
