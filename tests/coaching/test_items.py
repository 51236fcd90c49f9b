"""What can be released, and what a message chooses of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.catalogue import Catalogue
from assistant.coaching.items import numbered, releasable
from assistant.coaching.state import State

After = Callable[..., State]


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
