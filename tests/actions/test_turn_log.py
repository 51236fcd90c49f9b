"""The log as one turn sees it."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from assistant.actions.turn_log import Message, TurnLog, as_current, current_log
from assistant.catalogue import catalogue
from assistant.coaching.state import Held, State
from assistant.records.entities import Preparation
from assistant.records.errors import UnknownPreparation
from assistant.records.steps import How, StepKind
from assistant.records.store import Store
from assistant.records.turn_record import TurnRecord

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)


def _log(record: TurnRecord, said: str = "words", how: How | None = How.TYPED) -> TurnLog:
    return TurnLog(State(), Message(said, how, "m1", NOON), catalogue(), record, {})


@pytest.fixture
def log(store: Store, preparation: Preparation) -> TurnLog:
    with store.turn(preparation.id) as record:
        return _log(record)


def test_only_the_first_step_of_a_message_carries_it(log: TurnLog) -> None:
    log.append(StepKind.ANSWERED, text="words")
    log.append(StepKind.ASKED, command="help")
    assert [(step.said, step.how) for step in log.steps] == [("words", How.TYPED), (None, None)]
    assert {step.message_id for step in log.steps} == {"m1"}


def test_a_note_of_the_assistants_own_carries_nothing_said(log: TurnLog) -> None:
    log.note(StepKind.SHOWN, "problem", wording="What?")
    log.append(StepKind.ASKED, command="help")
    assert [step.said for step in log.steps] == [None, "words"]


def test_a_step_is_about_the_question_beneath_unless_it_says_which(log: TurnLog) -> None:
    log.append(StepKind.ASKED, command="delete_data")
    log.append(StepKind.ASKED, command="lapsed")
    log.append(StepKind.SKIPPED, "try")
    assert [step.question for step in log.steps] == ["problem", "problem", "try"]


def test_the_state_follows_every_step(log: TurnLog) -> None:
    log.append(StepKind.ANSWERED, text="words")
    assert (log.open, log.next) == ("problem", "importance_self")
    assert log.before == State()
    assert log.state.answers == {"problem": "words"}


def test_a_command_concerns_the_question_that_its_own_message_answered(log: TurnLog) -> None:
    log.append(StepKind.ANSWERED, text="words")
    assert log.concerned == "importance_self"
    log.answered = True
    assert log.concerned == "problem"


def test_what_is_beneath_a_doubt(log: TurnLog) -> None:
    log.state = State(held=Held("problem", "pass", "skip_question"))
    assert (log.next, log.beneath) == ("settle_held", "problem")


@pytest.mark.parametrize(
    ("how", "words"), [(How.TYPED, "as said"), (How.SPOKEN, "as said"), (How.CHOSEN, "")]
)
def test_a_choice_says_nothing_in_words(how: How, words: str) -> None:
    assert Message(" as said\n", how, "m1", NOON).words == words


def test_a_release_is_in_the_record_and_in_the_log(store: Store, preparation: Preparation) -> None:
    with store.turn(preparation.id) as record:
        log = _log(record)
        log.release("problem", "The rota.", "The rota. Me.")
        log.release("try", "Mend it.", "Mend it.")
        log.withdraw("try")
        record.append(log.steps)
    kinds = [(step.kind, step.about, step.text) for step in store.steps(preparation.id)]
    assert kinds == [
        (StepKind.RELEASED, "problem", "The rota."),
        (StepKind.RELEASED, "try", "Mend it."),
        (StepKind.WITHDRAWN, "try", None),
    ]
    released = {item.item: item.text for item in store.releases(preparation.meeting_id)}
    assert released == {"problem": "The rota.", "try": None}


def test_deleting_says_what_went(store: Store, preparation: Preparation) -> None:
    with store.turn(preparation.id) as record:
        record.append(_log(record).steps)
        log = _log(record)
        assert log.deleted is None
        log.delete_everything()
        assert log.deleted is not None
        assert (log.deleted.preparations, log.deleted.key) == (1, True)
    with pytest.raises(UnknownPreparation):
        store.steps(preparation.id)


def test_the_log_of_a_turn_is_seen_only_while_it_runs(log: TurnLog) -> None:
    assert current_log() is None
    with as_current(log):
        assert current_log() is log
    assert current_log() is None
