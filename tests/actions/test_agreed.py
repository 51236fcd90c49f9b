"""What is answered from what the set itself agreed."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.records.entities import Preparation
from assistant.records.store import Store

RULES = ("We start on time.", "Nobody {answer}s for others.")


def agree(store: Store, preparation: Preparation, **agreed: Any) -> None:
    store.change_set(store.set_of(preparation.id).id, **agreed)


async def test_rules_are_those_that_this_set_agreed(
    member: Any, store: Store, preparation: Preparation
) -> None:
    reply = await member.chooses("faq_ground_rules")
    assert reply.messages[0] == catalogue().text("utter_faq_ground_rules")
    agree(store, preparation, ground_rules=RULES)
    reply = await member.chooses("faq_ground_rules")
    assert reply.messages[0] == "Your set has agreed:\n\n" + "\n".join(f"- {r}" for r in RULES)


@pytest.mark.parametrize(
    ("months", "kept"),
    [
        (None, "kept until you delete it"),
        (1, "for a month after its meeting"),
        (18, "for 18 months after its meeting"),
    ],
)
async def test_how_long_things_are_kept_is_said(
    member: Any, store: Store, preparation: Preparation, months: int | None, kept: str
) -> None:
    agree(store, preparation, keep_months=months)
    reply = await member.chooses("faq_confidentiality")
    assert kept in reply.messages[0]
    assert "{" not in reply.messages[0]


async def test_the_word_of_the_set_is_in_every_wording(
    member: Any, store: Store, preparation: Preparation
) -> None:
    agree(store, preparation, word="school")
    await member.says("The rota in our practice never holds for more than a week.")
    reply = await member.says("I lie awake over it on Sundays and fill every gap myself.")
    assert reply.messages[-1] == "Why is it important to your school?"
    reply = await member.says("We lose two good people a year over it, every single year.")
    reply = await member.chooses("go_back")
    assert reply.messages[0].startswith("Back to why it is important to your school.")
    reply = await member.chooses("summary_so_far")
    assert "The rota in our practice never holds" in "\n".join(reply.messages)


async def test_the_first_words_use_it_too(
    engine: Engine, member: Any, store: Store, preparation: Preparation
) -> None:
    for text in ("The rota never holds for a week.", "I lie awake over it on Sundays."):
        await member.says(text)
    agree(store, preparation, word="church")
    assert engine.opening(preparation.id).messages[-1] == "Why is it important to your church?"


async def test_the_contacts_of_the_set_stand_in_for_those_of_the_settings(
    member: Any, store: Store, preparation: Preparation
) -> None:
    agree(store, preparation, contacts={"contact_support": "Maria in the office"})
    reply = await member.chooses("not_coping")
    assert "You can talk to somebody: Maria in the office." in reply.messages[0]
    reply = await member.chooses("danger")
    assert "call 999 now" in reply.messages[0]
