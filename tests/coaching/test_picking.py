"""What a message picks from a list, and what it never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue import Catalogue, catalogue
from assistant.coaching.picking import MORE, NOTHING, chosen, named_alone, place_in

KEYS = ("problem", "importance_self", "stopping", "who_cares")


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
        ("nothing more", NOTHING),
        ("no more thanks", NOTHING),
        ("that\u2019s all", NOTHING),
        ("not today", NOTHING),
        ("5", None),
        ("0", None),
        ("99999999999999999999", None),
        ("the weather", None),
        ("#2", ("importance_self",)),
        ("the first one", ("problem",)),
        ("the first and the third please", ("problem", "stopping")),
        ("number one", ("problem",)),
        ("2-4", ("importance_self", "stopping", "who_cares")),
        ("1 to 3", ("problem", "importance_self", "stopping")),
        ("2 and the problem", ("problem", "importance_self")),
        ("delete everything before the next meeting", None),
        ("all but 3", ("problem", "importance_self", "who_cares")),
        ("everything except the problem", ("importance_self", "stopping", "who_cares")),
        ("1 and 2 but not 2", ("problem",)),
        ("nothing but the problem", ("problem",)),
        ("keep 2 private", None),
        ("don't share 2", ("importance_self",)),
        ("not 2", None),
        ("why it is important to me", ("importance_self",)),
        ("1 to 10", ("problem",)),
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


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("3", 3),
        (" 3. ", 3),
        ("number three", 3),
        ("the third one", 3),
        ("question 12", 12),
        ("no. 2", 2),
        ("three of us", None),
        ("3 times a week", None),
        ("3 4", None),
        ("9999", None),
        ("", None),
        ("nobody", None),
    ],
)
def test_a_message_that_is_nothing_but_a_number(said: str, place: int | None) -> None:
    assert place_in(said) == place


def test_all_can_mean_only_some_and_others_only_their_names(texts: Catalogue) -> None:
    def picks(said: str) -> object:
        return chosen(said, KEYS[:2], texts, every=KEYS[:1], unlisted=("who_cares",))

    assert picks("all") == KEYS[:1]
    assert picks("2") == KEYS[1:2]
    assert picks("3") is None
    assert picks("who cares") == ("who_cares",)


@pytest.mark.parametrize("said", ["1", "one", "One.", "number one", "the first", "the first one"])
def test_a_number_is_a_place_also_where_a_name_has_it_in_it(texts: Catalogue, said: str) -> None:
    named = ("likelihood", "first_steps")  # "one to ten", and "the first step"
    assert chosen(said, KEYS, texts, unlisted=named) == ("problem",)
    assert chosen("one to ten", KEYS, texts, unlisted=named) == ("likelihood",)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("the benefits to me", "benefits_self"),
        ("Who cares", "who_cares"),
        ("the problem", "problem"),
        ("help", None),
        ("who cares about the problem", None),
        ("please", None),
    ],
)
def test_a_name_and_nothing_beside_it(said: str, key: str | None, texts: Catalogue) -> None:
    keys = ("problem", "benefits_self", "benefits_others", "who_cares", "who_helps")
    assert named_alone(said, keys, texts) == key


@pytest.mark.parametrize(
    ("said", "picked"),
    [
        ("the sentence and twenty minutes please", ("summary", "bid")),
        ("fifteen minutes", ("bid",)),
        ("1 and 3", ("summary", "next_step")),
    ],
)
def test_minutes_among_what_is_passed_on_mean_the_bid(
    texts: Catalogue, said: str, picked: tuple[str, ...]
) -> None:
    assert chosen(said, ("summary", "bid", "next_step"), texts) == picked
