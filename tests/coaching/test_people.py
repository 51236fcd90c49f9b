"""Whether somebody is named in what is said of them."""

from __future__ import annotations

import pytest

from assistant.coaching.people import names


@pytest.mark.parametrize(
    ("text", "forms", "named"),
    [
        ("say the clerk instead of pat", ["Pat"], True),
        ("Pat's the clerk", ["Pat"], True),
        ("the patient lead", ["Pat"], False),
        ("someone at the same grade", ["Sam"], False),
        ("it is no issue", ["Sue"], False),
        ("anybody", [], False),
    ],
)
def test_a_name_is_a_word(text: str, forms: list[str], named: bool) -> None:
    assert names(text, forms) is named
