"""Actions without the engine, as `rasa run actions` runs them beside `rasa shell`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from assistant.actions import development
from assistant.actions.form import ValidatePreparationForm
from assistant.actions.tell import Help
from assistant.records.errors import UnknownPreparation


@pytest.fixture(autouse=True)
def own_database(own_home: Any) -> Iterator[None]:
    """A development database of this test's own."""
    yield
    development._store().close()
    development._store.cache_clear()
    development._preparation_of.cache_clear()


def _tracker(text: str, intent: str, sender: str = "shell") -> Tracker:
    latest = {"text": text, "intent": {"name": intent}, "message_id": "m1"}
    return Tracker(sender, {}, latest, [], False, None, {}, "action_listen")


def _run(action: Any, tracker: Tracker) -> tuple[list[Any], CollectingDispatcher]:
    dispatcher = CollectingDispatcher()
    return asyncio.run(action.run(dispatcher, tracker, {})), dispatcher


def _steps(sender: str = "shell") -> list[Any]:
    return list(development._store().steps(development._preparation_of(sender)))


def test_an_answer_is_kept_and_the_next_question_told() -> None:
    events, _ = _run(ValidatePreparationForm(), _tracker("The rota.", "answer"))
    assert events[-1]["value"] == "importance_self"
    assert [(step.question, step.text) for step in _steps()] == [("problem", "The rota.")]


def test_a_command_is_answered_from_the_same_log() -> None:
    _run(ValidatePreparationForm(), _tracker("The rota.", "answer"))
    _, said = _run(Help(), _tracker("help", "help"))
    assert [message["response"] for message in said.messages] == ["utter_help"]
    assert [step.command for step in _steps()] == [None, "help"]


def test_each_conversation_has_a_preparation_of_its_own() -> None:
    _run(ValidatePreparationForm(), _tracker("The rota.", "answer", "one"))
    _run(ValidatePreparationForm(), _tracker("The gaps.", "answer", "two"))
    assert [step.text for step in _steps("one")] == ["The rota."]
    assert [step.text for step in _steps("two")] == ["The gaps."]


def test_after_everything_is_deleted_nothing_is_kept() -> None:
    form = ValidatePreparationForm()
    _run(form, _tracker("The rota.", "answer"))
    made = development._preparation_of("shell")
    with development.development_log(_tracker("yes", "affirm")) as log:
        log.delete_everything()
    with pytest.raises(UnknownPreparation):
        development._store().steps(made)
