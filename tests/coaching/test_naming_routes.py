"""Which route a message names, and whether it does nothing else."""

from __future__ import annotations

import pytest

from assistant.coaching.naming_routes import route_alone, route_at_first, route_meant


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("five", "five"),
        ("5 mins", "five"),
        ("just five minutes, I have a patient waiting", "five"),
        ("the short one please", "five"),
        ("Ten.", "ten"),
        ("ten, I'm on a break", "ten"),
        ("ok let's go for ten minutes then", "ten"),
        ("not the long one, the middle one", None),  # the first clause names none
        ("thirty-five is fine", "full"),
        ("the full thing please", "full"),
        ("all of it", "full"),
        ("I've got half an hour", "full"),
        ("ten doctors have to agree", None),
        ("short staffed, every single week", None),
        ("five minutes is all it takes for handover to go wrong", None),
        ("We are moving to a new rota", None),
        ("the whole team blames me", None),
        ("", None),
        ("skip", None),
        ("five minutes\nhandover runs late", None),  # the second line is not the route's
    ],
)
def test_a_message_that_does_nothing_else(text: str, route: str | None) -> None:
    assert route_alone(text) == route


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("actually let's do the long one", "full"),
        ("not the long one, the short one", "five"),
        ("I'd rather have ten than five", "ten"),
        ("could we make it quicker", "five"),
        ("can I choose how it goes", None),
    ],
)
def test_a_request_to_change(text: str, route: str | None) -> None:
    assert route_meant(text) == route


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "ten, I'm on a break\nhandover runs late\nevery night",
            ("ten", "handover runs late\nevery night"),
        ),
        ("five minutes\n\nhandover runs late", ("five", "handover runs late")),
        ("handover runs late\nten", None),
        ("ten doctors\nhave to agree", None),
        ("ten\n", None),
        ("ten\nskip", None),
    ],
)
def test_a_first_line_that_names_one(text: str, parts: tuple[str, str] | None) -> None:
    assert route_at_first(text) == parts
