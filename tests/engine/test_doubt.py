"""A message in doubt is held until the next one settles it, through the whole engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.steps import StepKind
from assistant.records.store import Store
from assistant.settings import Settings

Stands = Callable[[], State]


@pytest.fixture
async def doubtful(member: Any, judged: Any) -> Any:
    """A member whose message is held: an answer, or a wish to skip."""
    await member.says(judged("pass it on", "in_doubt", "skip_question"))
    return member


async def test_it_is_asked_about_and_nothing_is_decided(doubtful: Any, stands: Stands) -> None:
    reply = await doubtful.chooses("repeat")
    assert reply.messages == ("Is that your answer, or shall I skip this one?",)
    assert (reply.question, reply.kind) == ("settle_held", "yes_no")
    assert [choice.key for choice in reply.choices] == ["affirm", "deny"]
    assert (stands().answers, stands().skipped) == ({}, frozenset())


@pytest.mark.parametrize("settling", ["affirm", "was_answer"])
async def test_it_was_the_answer(doubtful: Any, stands: Stands, settling: str) -> None:
    reply = await doubtful.chooses(settling)
    assert stands().answers == {"problem": "pass it on"}
    assert reply.question == "importance_self"


@pytest.mark.parametrize("settling", ["deny", "was_command", "skip_question"])
async def test_it_was_no_answer(doubtful: Any, stands: Stands, settling: str) -> None:
    reply = await doubtful.chooses(settling)
    assert (stands().answers, stands().skipped) == ({}, {"problem"})
    assert reply.question == "importance_self"


async def test_more_words_make_it_the_answer_with_them(
    doubtful: Any, stands: Stands, sentences: tuple[str, ...]
) -> None:
    await doubtful.says(sentences[0])
    assert stands().answers == {"problem": f"pass it on\n{sentences[0]}"}


async def test_a_doubt_outlives_the_process(
    doubtful: Any, settings: Settings, loaded: Model, stands: Stands
) -> None:
    store = Store.open(settings)
    engine = Engine(store, settings, loaded)
    back = engine.opening(doubtful.preparation_id)
    assert back.messages[-1] == "Is that your answer, or shall I skip this one?"
    await engine.reply(Turn(doubtful.preparation_id, choice="affirm"))
    assert stands().answers == {"problem": "pass it on"}
    store.close()


async def test_what_is_held_is_never_offered_drafted_from_or_told(
    member: Any, judged: Any, sentences: tuple[str, ...]
) -> None:
    await member.says(sentences[0])
    await member.says(judged("quincewords in doubt", "in_doubt", "enough"))
    reply = await member.chooses("summary_so_far")
    assert "quincewords" not in reply.messages[0]
    reply = await member.chooses("enough")  # settles it: no answer
    assert reply.question == "summary"
    for choice in ("skip_question", "affirm", "more"):
        reply = await member.chooses(choice)
    assert "quincewords" not in "".join(reply.messages)


async def test_words_at_a_confirmation_are_held_not_obeyed(
    member: Any, judged: Any, stands: Stands
) -> None:
    await member.chooses("delete_data")
    said = judged("the whole rota, I mean", "answer", "deny")
    reply = await member.says(said)
    assert reply.question == "settle_held"
    await member.chooses("affirm")
    assert stands().answers == {"problem": said}


async def test_the_held_message_is_in_the_log_as_it_was_said(
    member: Any, judged: Any, store: Store
) -> None:
    said = judged("  pass {it} on\n", "in_doubt", "skip_question")
    await member.says(said)
    held = [s for s in store.steps(member.preparation_id) if s.kind is StepKind.HELD]
    assert [(step.said, step.text) for step in held] == [(said, None)]


async def test_a_mixed_message_keeps_its_answer_and_is_obeyed(
    member: Any, judged: Any, stands: Stands, store: Store
) -> None:
    said = judged(
        "The rota never holds. What have I said?",
        "both",
        "summary_so_far",
        answer="The rota never holds.",
    )
    reply = await member.says(said)
    assert stands().answers == {"problem": "The rota never holds."}
    assert '1. the problem: "The rota never holds."' in reply.messages[0]
    assert reply.question == "importance_self"
    said_steps = [s.said for s in store.steps(member.preparation_id) if s.said is not None]
    assert said_steps == [said]
