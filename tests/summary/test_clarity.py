from __future__ import annotations

import pytest

from assistant.summary import load
from assistant.summary.clarity import open_ends


@pytest.mark.parametrize(
    "statement",
    [
        "I say nothing either.",
        "I've never told him.",
        "I keep not being sure.",
        "I ring them after.",
        "I haven't got any.",
        "I don't like to ask people of that age.",
        "one of them taught me.",
        "I'm the worst.",
        "I let him.",
        "I said tablets.",
        "when I am I'm telling somebody off.",
    ],
)
def test_what_a_listener_must_ask_is_open(statement: str) -> None:
    assert open_ends(load()(statement)) >= 1


@pytest.mark.parametrize(
    "statement",
    [
        "I've never told my boss the numbers.",
        "I'm not sure what I think.",
        "I ring the families after the visit.",
        "I tell each of them what they want to hear.",
        "we start organising the list at 8.",
        "I say nothing, out of respect.",
        "I do whatever they say.",
        "nobody knows more than I do.",
        "I've never asked those who left.",
        "I see no benefit in doing so.",
    ],
)
def test_what_can_be_understood_alone_is_not(statement: str) -> None:
    assert open_ends(load()(statement)) < 1
