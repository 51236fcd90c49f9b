"""Plays every conversation of this folder through the engine.

A file holds conversations by topic; each has a name that says what it shows, and turns:

    member      what the member types; or ``chooses``, the key of a choice
    says        texts that the reply holds, in this order
    messages    the reply, message by message, and nothing beside it
    never       texts that the reply does not hold, in no wording of theirs
    question    the question that is open afterwards
    kind        the kind of the reply
    offers      the labels of the choices

A line that has several wordings is named by its first; it is looked for as it is worded then.

``begins`` gives answers that were given before, or choices (``{chooses: skip_question}``);
``given`` answers that the log has before them, question -> text; ``last_time`` what was said for
the meeting before, or a list of that for several; ``agreed`` what the set has
agreed: its word, ground_rules, keep_months, contacts; ``called`` what the member is called in the
records (of a turn: from then on), and ``goes_by`` what they are called there at the end. At the end
``answers``, ``skipped``, ``held``, ``accepted`` and ``released`` are what stands in the log, where
they are named; ``record`` is what the set sees of each item, and ``days`` the day that it sees
beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.coaching.fold import standing
from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from tests.said import as_said, wordings

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
FILES = sorted(Path(__file__).parent.glob("*.yml"))
CONVERSATIONS = [
    pytest.param(conversation, id=f"{file.stem}: {conversation['conversation']}")
    for file in FILES
    for conversation in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.mark.parametrize("conversation", CONVERSATIONS)
async def test_conversation(
    conversation: dict[str, Any], engine: Engine, store: Store, preparation: Preparation
) -> None:
    store.change_set(store.set_of(preparation.id).id, **conversation.get("agreed", {}))
    if "called" in conversation:
        store.rename_person(preparation.person_id, conversation["called"])
    _give(store, preparation, conversation.get("given") or {})
    _prepare_before(conversation.get("last_time"), store, preparation)
    opening = engine.opening(preparation.id)
    _check(opening, conversation.get("opening") or {}, "(opening)", str)
    for before in conversation.get("begins") or ():
        turn = {"member": before} if isinstance(before, str) else before
        await engine.reply(Turn(preparation.id, turn.get("member", ""), choice=turn.get("chooses")))
    for turn in conversation["turns"]:
        turns = standing(store.steps(preparation.id)).turns
        said = partial(as_said, preparation=preparation.id, turn=turns)
        if "called" in turn:
            store.rename_person(preparation.person_id, turn["called"])
        if turn.get("comes_back"):
            reply = engine.opening(preparation.id)
        else:
            reply = await engine.reply(
                Turn(preparation.id, turn.get("member", ""), choice=turn.get("chooses"))
            )
        _check(reply, turn, str(turn), said)
    if not conversation.get("gone"):
        _check_end(conversation, standing(store.steps(preparation.id)))
    if "goes_by" in conversation:
        assert store.person(preparation.person_id).name == conversation["goes_by"]
    if "record" in conversation:
        items = store.releases(preparation.meeting_id)
        assert [{item.item: item.text} for item in items] == conversation["record"]
    if "days" in conversation:
        items = store.releases(preparation.meeting_id)
        assert {item.item: item.day for item in items} == conversation["days"]


def _prepare_before(
    last_time: dict[str, Any] | list[dict[str, Any]] | None, store: Store, made: Preparation
) -> None:
    """Preparations for the meetings before this one, with these answers and these sentences.

    Meetings are 28 days apart; of several the oldest comes first.
    """
    earlier = last_time if isinstance(last_time, list) else [last_time] if last_time else []
    for ago, told in zip(range(len(earlier), 0, -1), earlier, strict=True):
        _prepare(told, ago, store, made)


def _prepare(last_time: dict[str, Any], ago: int, store: Store, made: Preparation) -> None:
    meeting = store.meeting(made.meeting_id)
    before = store.create_meeting(meeting.set_id, meeting.held_on - timedelta(28 * ago))
    earlier = store.create_preparation(made.person_id, before.id)
    at = datetime.now(timezone.utc)
    steps = [
        Step(StepKind.ANSWERED, key, at, said=text, text=text, how=How.TYPED)
        for key, text in last_time["answers"].items()
    ]
    sentence = Step(StepKind.ACCEPTED, "summary", at, said="yes", text=last_time["sentence"])
    with store.turn(earlier.id) as record:
        record.append([*steps, sentence])


def test_there_are_conversations() -> None:
    assert len(CONVERSATIONS) >= 40


def _give(store: Store, preparation: Preparation, answers: dict[str, str]) -> None:
    with store.turn(preparation.id) as record:
        record.append(
            [Step(StepKind.ANSWERED, key, NOON, text=text) for key, text in answers.items()]
        )


def _check(reply: Reply, expected: dict[str, Any], turn: str, said: Callable[[str], str]) -> None:
    whole = "\n\n".join(reply.messages)
    after = 0
    for text in map(said, expected.get("says") or ()):
        assert text in whole[after:], f"{turn}: {whole}"
        after = whole.index(text, after) + len(text)
    for text in chain.from_iterable(map(wordings, expected.get("never") or ())):
        assert text not in whole, f"{turn}: {whole}"
    if "messages" in expected:
        assert list(reply.messages) == [said(each) for each in expected["messages"]], turn
    if "offers" in expected:
        assert [choice.label for choice in reply.choices] == expected["offers"], f"{turn}: {whole}"
    for field in ("question", "kind"):
        if field in expected:
            assert getattr(reply, field) == expected[field], f"{turn}: {whole}"


def _check_end(conversation: dict[str, Any], state: State) -> None:
    for field in ("answers", "released"):
        if field in conversation:
            assert dict(getattr(state, field)) == conversation[field]
    if "skipped" in conversation:
        assert sorted(state.skipped) == sorted(conversation["skipped"])
    if "accepted" in conversation:
        assert state.accepted == conversation["accepted"]
    if "held" in conversation:
        assert (state.held.said if state.held else None) == conversation["held"]
