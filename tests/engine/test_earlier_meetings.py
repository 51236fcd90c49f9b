"""What a reply tells of earlier meetings goes with their keys."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from assistant.engine.engine import Engine
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store

AT = datetime(2026, 10, 5, 12, tzinfo=timezone.utc)
BEFORE = "I want the {rota} to hold %s, but zanzibar {0} \\ never asks."
NOW = "I want both teams to plan it, but I never ask them."


@pytest.fixture
def earlier(store: Store, preparation: Preparation) -> Preparation:
    """The preparation for the meeting before, with a sentence; this one has another.

    The last sentence has been asked about, so that no question quotes it.
    """
    meeting = store.meeting(preparation.meeting_id)
    store.change_set(meeting.set_id, keep_months=1)
    before = store.create_meeting(meeting.set_id, meeting.held_on - timedelta(weeks=4))
    made = store.create_preparation(preparation.person_id, before.id)
    for one, sentence in ((made, BEFORE), (preparation, NOW)):
        with store.turn(one.id) as record:
            record.append(
                [
                    Step(StepKind.ANSWERED, "problem", AT, text="The rota."),
                    Step(StepKind.ANSWERED, "still_right", AT, text="no"),
                    Step(StepKind.ACCEPTED, "summary", AT, said="yes", text=sentence),
                ]
            )
    return made


def _after_a_month(store: Store, made: Preparation) -> date:
    return store.meeting(made.meeting_id).held_on + timedelta(days=35)


async def test_a_kept_reply_holds_nothing_of_them(
    engine: Engine, store: Store, preparation: Preparation, earlier: Preparation
) -> None:
    asked = Turn(preparation.id, choice="how_sentence_changed", message_id="m1")
    told = await engine.reply(asked)
    assert BEFORE in told.messages[0]
    assert NOW in told.messages[0]
    with store.turn(preparation.id) as record:
        kept = record.reply_to("m1")
    assert kept is not None
    assert "zanzibar" not in kept
    assert await engine.reply(asked) == told

    assert store.expire(_after_a_month(store, earlier)) == 1
    again = await engine.reply(asked)
    assert "zanzibar" not in "".join(again.messages)
    assert NOW in again.messages[0]
    assert again.messages[1:] == told.messages[1:]


async def test_a_sentence_that_was_left_out_is_not_held_to_be_ones_own(
    engine: Engine, store: Store, preparation: Preparation
) -> None:
    for said in ("five", "The rota never holds and I fill the gaps.", "I never say no.", "help"):
        await engine.reply(Turn(preparation.id, said))
    await engine.reply(Turn(preparation.id, choice="enough"))
    offered = await engine.reply(Turn(preparation.id, choice="skip_question"))
    assert offered.question != "summary"
    day = store.meeting(preparation.meeting_id).held_on
    later = store.create_meeting(store.set_of(preparation.id).id, day + timedelta(28))
    back = store.create_preparation(preparation.person_id, later.id)
    opening = engine.opening(back.id)
    assert "Last time your sentence was" not in " ".join(opening.messages)
    assert opening.question != "still_right"
