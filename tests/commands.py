"""The program's commands, run as a person runs them, and a preparation for them to work on."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, timezone
from typing import Any

import pytest
from typer.testing import CliRunner

from assistant.cli import main
from assistant.commands import app
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
PRIVATE = "I dread the Monday meeting."
SENTENCE = "I want the rota shared, but I keep it."


def run(*arguments: str, typed: str | None = None) -> Any:
    """Run a command in this process, with this typed."""
    return CliRunner(mix_stderr=False).invoke(app, list(arguments), input=typed)


def fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the command as a person does; the one sentence that it ends with."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    (sentence,) = err.strip().splitlines()
    return sentence


@pytest.fixture
def prepared(settings: Settings) -> Preparation:
    """A preparation with an answer, and a sentence that was passed on."""
    store = Store.open(settings)
    made = store.home_preparation("Asha", "Tuesday set", date.today())
    with store.turn(made.id) as record:
        steps = [
            Step(StepKind.ANSWERED, "problem", NOON, said=PRIVATE, text=PRIVATE),
            Step(StepKind.ACCEPTED, "summary", NOON, said="yes", text=SENTENCE),
            Step(StepKind.RELEASED, "release", NOON, said="yes", about="summary", text=SENTENCE),
        ]
        record.append(steps)
        record.release("summary", SENTENCE, NOON)
    store.close()
    return made


def says(*arguments: str, typed: str | None = None) -> str:
    ran = run(*arguments, typed=typed)
    assert ran.exit_code == 0, (ran.output, ran.exception)
    return str(ran.stdout)


@pytest.fixture
def group() -> None:
    """A set with two members."""
    for words in ("set new Tuesdays", "member add Asha", "member add Zoe"):
        says(*words.split())


def answer(settings: Settings, name: str) -> None:
    """Let a member say something private, and pass something on."""
    with closing(Store.open(settings)) as store:
        place = next(one for one in store.places() if one.person.name == name)
        made = store.preparation_for(place.person.id, place.group.id, date.today())
        with store.turn(made.id) as record:
            at = place.valid_from
            record.append([Step(StepKind.ANSWERED, "problem", at, said=PRIVATE, text=PRIVATE)])
            record.release("summary", f"The sentence of {name}.", at)
