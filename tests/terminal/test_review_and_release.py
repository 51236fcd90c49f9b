"""The review and the release in a window of 80 columns, by keys and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timezone
from typing import Any

import pytest

from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
F8, CTRL_C = "\x1b[19~", "\x03"
SAID = {
    "problem": "Our two sites order separately and neither of us will give up our own supplier.",
    "first_steps": "see Dionne on Wednesday at her own site, before the order goes out on Friday",
}
SENTENCE = "I want us to order together, but neither of us will give up our own supplier."


@pytest.fixture
def prepared(settings: Settings) -> Iterator[tuple[Store, Preparation]]:
    """A member who has answered two questions and accepted a sentence."""
    with closing(Store.open(settings)) as store:
        made = store.home_preparation("Asha", "My set", date.today())
        steps = [Step(StepKind.ANSWERED, key, NOON, text=text) for key, text in SAID.items()]
        steps += [
            Step(StepKind.ASKED, "importance_self", NOON, command="enough"),
            Step(StepKind.ACCEPTED, "summary", NOON, text=SENTENCE),
        ]
        with store.turn(made.id) as record:
            record.append(steps)
        yield store, made


def test_on_the_screen(
    open_terminal: Callable[..., Any], prepared: tuple[Store, Preparation]
) -> None:
    store, made = prepared
    window = open_terminal()
    window.resize(60, 80)
    window.until(
        "all in one place", "The worksheet", "3. your sentence", "Is it right as it stands?"
    )
    window.type("1\r")
    window.until("Back to the problem.")
    window.type("keep it\r")
    window.until("Is it right now?")
    window.type(F8)
    window.until("Not asked so far")
    window.type("yes\r")
    window.until(
        "a court can require notes", "set to keep private", "your bid for time: not said yet"
    )
    window.type("3\r")
    window.until("see [Dionne] on Wednesday", "1 Keep the name")
    window.type("my opposite number\r")
    window.until("Your set will see exactly this:", "see my opposite number on Wednesday", "1 Yes")
    window.type("1\r")
    window.until("Your set's meeting record now has:")
    assert max(map(len, window.lines)) <= 80
    window.type(CTRL_C)
    assert window.exit_code() == 0
    (item,) = store.releases(made.meeting_id)
    assert item.item == "next_step"
    assert item.text == SAID["first_steps"].replace("Dionne", "my opposite number")
