"""Two processes, and two tasks, on one preparation."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.coaching.fold import standing
from assistant.coaching.next_question import next_question
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings

EACH = 100


def _place(settings: Settings) -> dict[str, str]:
    url = {"database_url": settings.database_url} if settings.database_url else {}
    return {"home": str(settings.home), **url}


def _turns(preparation_id: str, numbers: range) -> list[dict[str, str]]:
    return [
        {
            "preparation_id": preparation_id,
            "text": f"This is the message with the number {n}, in which I say what I think.",
            "message_id": f"message {n}",
        }
        for n in numbers
    ]


@pytest.fixture
def any_store(any_settings: Settings) -> Any:
    opened = Store.open(any_settings)
    yield opened
    opened.close()


@pytest.fixture
def made(any_store: Store) -> Preparation:
    """A preparation on either database."""
    return any_store.home_preparation("Asha", "Tuesday set", date(2026, 11, 2))


def test_two_processes_lose_and_double_nothing(
    trials: Any, any_settings: Settings, any_store: Store, made: Preparation
) -> None:
    works = [_turns(made.id, range(EACH)), _turns(made.id, range(EACH, 2 * EACH))]
    replies = trials("together", place=_place(any_settings), works=works)
    steps = any_store.steps(made.id)
    said = Counter((step.message_id, step.said) for step in steps if step.said is not None)
    sent = [(turn["message_id"], turn["text"]) for work in works for turn in work]
    assert said == dict.fromkeys(sent, 1)
    assert [len(each) for each in replies] == [EACH, EACH]
    assert [step.seq for step in steps] == list(range(1, len(steps) + 1))


def test_the_same_messages_from_two_processes_are_taken_in_once(
    trials: Any, any_settings: Settings, any_store: Store, made: Preparation
) -> None:
    turns = _turns(made.id, range(30))
    first, second = trials("together", place=_place(any_settings), works=[turns, turns])
    assert first == second
    said = Counter(step.message_id for step in any_store.steps(made.id) if step.said is not None)
    assert said == {turn["message_id"]: 1 for turn in turns}


def test_a_fresh_process_says_what_one_that_knows_the_member_says(
    trials: Any,
    settings: Settings,
    store: Store,
    preparation: Preparation,
    sentences: tuple[str, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = [*sentences[:3], "#go_back", "#go_back", sentences[3], "#change_answer", "#problem"]
    other = Settings(home=tmp_path_factory.mktemp("other"))
    opened = Store.open(other)
    theirs = opened.home_preparation("Asha", "Tuesday set", preparation.started_at.date())
    one, apart = [], []
    for number, text in enumerate(texts):
        said = {"choice": text[1:]} if text.startswith("#") else {"text": text}
        turn = {"message_id": str(number), **said}
        one.append({"preparation_id": preparation.id, **turn})
        apart.append({"preparation_id": theirs.id, **turn})
    (known,) = trials("together", place=_place(settings), works=[one])
    fresh = [
        reply
        for turn in apart
        for reply in trials("together", place=_place(other), works=[[turn]])[0]
    ]
    assert fresh == known
    opened.close()


def test_tasks_at_once_lose_and_double_nothing(
    engine: Engine, store: Store, preparation: Preparation
) -> None:
    turns = [Turn(**turn) for turn in _turns(preparation.id, range(20))]

    async def at_once() -> list[Any]:
        return await asyncio.gather(*(engine.reply(turn) for turn in turns + turns))

    replies = asyncio.run(at_once())
    assert replies[:20] == replies[20:]
    said = Counter(step.message_id for step in store.steps(preparation.id) if step.said)
    assert said == {turn.message_id: 1 for turn in turns}


def test_members_at_once_are_kept_apart(
    engine: Engine, store: Store, preparation: Preparation
) -> None:
    made = [
        store.create_preparation(preparation.person_id, preparation.meeting_id) for _ in range(5)
    ]
    turns = [[Turn(**turn) for turn in _turns(each.id, range(4))] for each in made]

    async def one(work: list[Turn]) -> None:
        for turn in work:
            await engine.reply(turn)

    async def at_once() -> None:
        await asyncio.gather(*(one(work) for work in turns))

    asyncio.run(at_once())
    for each, work in zip(made, turns, strict=True):
        steps = store.steps(each.id)
        assert [step.said for step in steps if step.said] == [turn.text for turn in work]


def test_an_engine_sees_what_another_one_took_in(
    engine: Engine,
    store: Store,
    settings: Settings,
    loaded: Model,
    preparation: Preparation,
    sentences: tuple[str, ...],
) -> None:
    async def take_turns() -> list[str]:
        other = Engine(store, settings, loaded)
        return [
            (await each.reply(Turn(preparation.id, text))).question
            for each, text in zip((engine, other) * 3, sentences, strict=False)
        ]

    questions = asyncio.run(take_turns())
    assert questions == list(catalogue().questions)[1:7]
    state = standing(store.steps(preparation.id))
    assert next_question(state, catalogue()) == questions[-1]
    assert list(state.answers.values()) == list(sentences[:6])


def test_a_reply_that_nobody_waits_for_any_more_holds_nobody_up(
    engine: Engine, store: Store, preparation: Preparation, member: Any, sentences: tuple[str, ...]
) -> None:
    async def given_up() -> str:
        with store.turn(preparation.id):  # somebody else is at it
            waiting = asyncio.ensure_future(member.says(sentences[0]))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        return str((await member.says(sentences[1])).question)

    assert asyncio.run(given_up()) == "importance_self"
    said = [step.said for step in store.steps(preparation.id) if step.said]
    assert said == [sentences[1]]
