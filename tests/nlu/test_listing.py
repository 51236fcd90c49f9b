"""A list in one breath."""

from __future__ import annotations

import pytest

from assistant.nlu.listing import items_in


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1 mend it 2 sell it 3 lend it out", ["mend it", "sell it", "lend it out"]),
        ("1. mend it 2. sell it", ["mend it", "sell it"]),
        ("- mend it\n- sell it", ["mend it", "sell it"]),
        ("mend it; sell it", ["mend it", "sell it"]),
        ("first mend it, then sell it", ["first mend it, then sell it"]),
        ("mend it, or sell it, or lend it out", ["mend it", "sell it", "lend it out"]),
        ("mend it or sell it", ["mend it", "sell it"]),
        ("mend one or two of them", ["mend one or two of them"]),
        ("mend it, sell it, or lend it out", ["mend it", "sell it", "lend it out"]),
        ("firstly mend it and secondly sell it", ["mend it", "sell it"]),
        ("a) mend it b) sell it", ["mend it", "sell it"]),
        ("number one mend it, number two sell it", ["mend it", "sell it"]),
        ("either mend it or sell it", ["mend it", "sell it"]),
        ("sooner or later it breaks", ["sooner or later it breaks"]),
        ("whether to mend it or not", ["whether to mend it or not"]),
        ("do nothing.", ["do nothing"]),
        ("", []),
    ],
)
def test_it_is_taken_apart_in_the_members_words(text: str, items: list[str]) -> None:
    assert items_in(text) == items
