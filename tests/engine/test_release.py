"""A whole preparation, up to the set's record: everything private until it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.coaching.state import State
from assistant.records.entities import Preparation
from assistant.records.steps import StepKind
from assistant.records.store import Store

Stands = Callable[[], State]
OWN = "I want the rota to hold for a month, but I fill every gap in it {myself}."


@pytest.fixture
async def at_the_release(member: Any, through: Any) -> Any:
    """A member who has accepted a sentence of their own."""
    await through(member)
    await member.says(OWN)
    assert (await member.chooses("affirm")).question == "review"
    assert (await member.chooses("affirm")).question == "release"
    return member


def _record(store: Store, preparation: Preparation) -> list[tuple[str, str | None]]:
    return [(item.item, item.text) for item in store.releases(preparation.meeting_id)]


async def test_a_whole_preparation_with_interruptions_ends_in_the_record(
    member: Any, store: Store, preparation: Preparation, stands: Stands, sentences: Any
) -> None:
    asides = "help repeat ask_why summary_so_far ask_progress thinking faq_ground_rules rephrase"
    for sentence, aside in zip(sentences, (asides.split() * 2), strict=False):
        await member.chooses(aside)
        reply = await member.says(sentence)
    while reply.question != "summary":
        reply = await member.chooses("skip_question")
    assert list(stands().answers.values()) == list(sentences)
    said = [step.said for step in store.steps(preparation.id) if step.text in sentences]
    assert said == list(sentences)
    await member.says(OWN)
    for choice in ("affirm", "affirm", "summary"):
        reply = await member.chooses(choice)
    assert f'- your sentence: "{OWN}"' in reply.messages[-1]
    assert _record(store, preparation) == []
    reply = await member.chooses("affirm")
    assert _record(store, preparation) == [("summary", OWN)]
    assert (reply.question, reply.kind) == ("closing", "closed")
    assert OWN in reply.messages[-1]


async def test_the_sentence_is_offered_when_the_questions_are_done(
    member: Any, through: Any, store: Store, preparation: Preparation, stands: Stands
) -> None:
    reply = await through(member)
    offered = [s.text for s in store.steps(preparation.id) if s.kind is StepKind.OFFERED]
    assert [stands().offered, *stands().others] == offered
    assert all(f'"{text}"' in reply.messages[-1] for text in offered)
    keys = ["affirm", "second", "third"][: len(offered)]
    assert [choice.key for choice in reply.choices] == keys
    await member.chooses("affirm")
    assert stands().accepted == offered[0]


async def test_until_something_is_chosen_everything_is_private(
    at_the_release: Any, store: Store, preparation: Preparation
) -> None:
    reply = await at_the_release.chooses("repeat")
    assert reply.messages[-1].startswith("Everything is set to keep private.")
    assert [choice.key for choice in reply.choices] == ["summary", "bid", "all", "nothing", "more"]
    assert _record(store, preparation) == []
    reply = await at_the_release.chooses("nothing")
    assert reply.question == "closing"
    assert _record(store, preparation) == []


async def test_what_was_chosen_is_released_exactly_as_it_was_seen(
    at_the_release: Any, store: Store, preparation: Preparation, sentences: tuple[str, ...]
) -> None:
    reply = await at_the_release.chooses("more")
    assert len(reply.choices) == 2 + 15 + 2
    reply = await at_the_release.chooses("stopping")
    assert reply.question == "confirm_release"
    seen = reply.messages[-1]
    assert sentences[10] in seen
    assert sentences[0] not in seen
    await at_the_release.chooses("affirm")
    assert _record(store, preparation) == [("stopping", sentences[10])]


@pytest.mark.parametrize("said", ["1", "all"])
async def test_items_are_chosen_in_words(
    at_the_release: Any, store: Store, preparation: Preparation, said: str
) -> None:
    reply = await at_the_release.says(said)
    assert reply.question == "confirm_release"
    await at_the_release.says("yes")
    assert _record(store, preparation) == [("summary", OWN)]


async def test_no_at_the_confirmation_shares_nothing(
    at_the_release: Any, store: Store, preparation: Preparation
) -> None:
    await at_the_release.chooses("all")
    reply = await at_the_release.chooses("deny")
    assert reply.question == "release"
    assert _record(store, preparation) == []


async def test_changing_an_answer_afterwards_does_not_change_what_the_set_sees(
    at_the_release: Any, store: Store, preparation: Preparation, sentences: tuple[str, ...]
) -> None:
    await at_the_release.chooses("more")
    await at_the_release.chooses("problem")
    await at_the_release.chooses("affirm")
    await at_the_release.chooses("change_answer")
    await at_the_release.chooses("problem")
    await at_the_release.says(sentences[4])
    assert _record(store, preparation) == [("problem", sentences[0])]


async def test_taking_it_back_marks_the_place(
    at_the_release: Any, store: Store, preparation: Preparation, stands: Stands
) -> None:
    await at_the_release.chooses("summary")
    await at_the_release.chooses("affirm")
    reply = await at_the_release.chooses("withdraw")
    assert 'your set\'s record now says "withdrawn" there' in reply.messages[0]
    (mark,) = store.releases(preparation.meeting_id)
    assert mark.text is None
    assert mark.withdrawn_at is not None
    assert stands().accepted == OWN


async def test_start_again_leaves_the_record_as_it_is(
    at_the_release: Any, store: Store, preparation: Preparation
) -> None:
    await at_the_release.chooses("summary")
    for choice in ("affirm", "start_again", "affirm"):
        reply = await at_the_release.chooses(choice)
    assert reply.question == "problem"
    assert _record(store, preparation) == [("summary", OWN)]


async def test_deleting_everything_withdraws_it(
    at_the_release: Any, store: Store, preparation: Preparation
) -> None:
    for choice in ("summary", "affirm", "delete_data", "affirm"):
        reply = await at_the_release.chooses(choice)
    assert "What you had passed on is withdrawn" in reply.messages[0]
    assert _record(store, preparation) == [("summary", None)]


async def test_a_second_yes_shares_nothing_twice(
    at_the_release: Any, store: Store, preparation: Preparation
) -> None:
    for choice in ("summary", "affirm", "affirm", "affirm"):
        reply = await at_the_release.chooses(choice)
    assert reply.question == "closing"
    assert _record(store, preparation) == [("summary", OWN)]
