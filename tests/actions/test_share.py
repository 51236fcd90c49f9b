"""Taking back what the set sees."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.records.entities import Preparation
from assistant.records.store import Store


@pytest.fixture
def shared(kept_talk: Any) -> Any:
    """A conversation in which the sentence and two answers were passed on."""
    kept_talk.through().answers("I want the rota to hold.").commands("affirm", "affirm").answers(
        "more"
    )
    return kept_talk.answers("1, 5 and 6").commands("affirm").answers("nothing")


def _texts(store: Store, preparation: Preparation) -> list[str | None]:
    return [item.text for item in store.releases(preparation.meeting_id)]


def test_what_is_named_is_taken_back(shared: Any, store: Store, preparation: Preparation) -> None:
    shared.says("take back the problem", "withdraw")
    assert shared.said == ["utter_withdrawn"]
    assert _texts(store, preparation) == [
        "I want the rota to hold.",
        None,
        "about importance_self",
    ]
    assert list(shared.state.released) == ["summary", "importance_self"]
    assert "about problem" not in shared.asked


def test_where_nothing_is_named_all_of_it_is(
    shared: Any, store: Store, preparation: Preparation
) -> None:
    shared.says("I would rather they did not see that", "withdraw")
    assert _texts(store, preparation) == [None, None, None]
    assert "Your set sees nothing of yours now" in shared.asked
    shared.commands("withdraw")
    assert shared.said == ["utter_nothing_to_withdraw"]


def test_the_place_is_marked_and_the_answer_stays_with_the_member(
    shared: Any, store: Store, preparation: Preparation
) -> None:
    shared.commands("withdraw")
    assert all(item.withdrawn_at for item in store.releases(preparation.meeting_id))
    assert shared.state.answers["problem"] == "about problem"
    assert shared.state.accepted == "I want the rota to hold."


def test_it_can_be_shared_again(shared: Any, store: Store, preparation: Preparation) -> None:
    shared.commands("withdraw", "go_back").answers("1").commands("affirm")
    assert _texts(store, preparation) == [None, None, None, "I want the rota to hold."]


def test_start_again_leaves_with_the_set_what_it_has(
    shared: Any, store: Store, preparation: Preparation
) -> None:
    shared.commands("start_again", "affirm")
    assert _texts(store, preparation)[0] == "I want the rota to hold."
    shared.commands("withdraw")
    assert _texts(store, preparation) == [None, None, None]


def test_before_anything_was_shared_there_is_nothing_to_take_back(talk: Any) -> None:
    talk.commands("withdraw")
    assert (talk.said, talk.question) == (["utter_nothing_to_withdraw"], "problem")
