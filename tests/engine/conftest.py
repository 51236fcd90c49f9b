"""What conversations through the engine are made of, in this process and in others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import assistant
from assistant.catalogue import catalogue
from assistant.coaching.fold import standing
from assistant.coaching.readable import readable
from assistant.coaching.route import holds_answer
from assistant.coaching.state import State
from assistant.engine.model import Model
from assistant.engine.turn import Reply
from assistant.records.entities import Preparation
from assistant.records.store import Store

ROOT = Path(assistant.__file__).parent.parent

# Fifteen answers that nobody would take for anything else.
SENTENCES = (
    "The rota in our surgery never holds for more than a week, and I end up filling the gaps.",
    "I came into this work to see patients, and now I spend every Sunday evening on spreadsheets.",
    "We have lost three receptionists since the spring because they never know their shifts.",
    "The staff would have their shifts four weeks ahead, and nobody would ring me at six.",
    "The night staff, both of our partners and most of the families who wait at the desk.",
    "Two of the partners agree in the meeting and then they swap their clinics all the same.",
    "I would go home on a Friday without my telephone, and my children would notice it.",
    "The new receptionists would have somebody beside them in their first weeks at the desk.",
    "We would spend much less on agency staff, and the complaints about waiting would fall.",
    "I want the whole team to plan the rota together instead of leaving it on my desk.",
    "I always fill the gap myself because that is quicker than asking anybody else to do it.",
    "I could ask each of the partners what they need before the meeting and not in it.",
    "My deputy knows about it, and I have told my husband, who hears it every evening.",
    "The reception team cares about it most because they take the angry calls every morning.",
    "The practice down the road solved this two years ago, and their manager is a friend.",
)


@pytest.fixture(scope="session")
def sentences() -> tuple[str, ...]:
    """An answer to each of the fifteen questions."""
    return SENTENCES


@pytest.fixture
def stands(store: Store, preparation: Preparation) -> Callable[[], State]:
    """Where the preparation stands, from its log alone."""
    return lambda: standing(store.steps(preparation.id))


@dataclass
class Judged:
    """Says what messages are judged to be, whatever their words; the others are as they are."""

    verdicts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __call__(self, text: str, outcome: str, command: str | None = None, **more: Any) -> str:
        """Judge this text so; returns it."""
        self.verdicts[readable(text).strip()] = {"outcome": outcome, "command": command, **more}
        return text

    def of(self, text: str) -> dict[str, Any] | None:
        """The message parsed and judged, if that was settled."""
        verdict = self.verdicts.get(text)
        if verdict is None:
            return None
        words = verdict["outcome"] in {"answer", "in_doubt"}
        intent = {"name": verdict["outcome" if words else "command"], "confidence": 1.0}
        return {"text": text, "intent": intent, "entities": [], "judgement": verdict}


@pytest.fixture
def judged(loaded: Model, monkeypatch: pytest.MonkeyPatch) -> Judged:
    """Settles beforehand what a message is judged to be."""
    verdicts, processor = Judged(), loaded.load().processor
    parse = processor.parse_message

    async def parse_message(message: Any, *args: Any, **kwargs: Any) -> Any:
        typed = not (message.metadata or {}).get("token")
        parsed = verdicts.of(message.text or "") if typed else None
        return parsed or await parse(message, *args, **kwargs)

    monkeypatch.setattr(processor, "parse_message", parse_message)
    return verdicts


@pytest.fixture
def through(sentences: tuple[str, ...]) -> Callable[[Any], Any]:
    """Answers the fifteen questions, from whichever is open on, and passes over the others."""

    async def answer(member: Any) -> Reply:
        reply = await member.chooses("repeat")
        for key, text in zip(
            catalogue().parts("worksheet", "good_questions"), sentences, strict=True
        ):
            if reply.question == key:
                reply = await member.says(text)
        while holds_answer(reply.question, catalogue()) and reply.question != "one_problem":
            reply = await member.chooses("skip_question")
        return reply  # type: ignore[no-any-return]

    return answer


class Trials:
    """A process of its own with the model loaded (trials.py)."""

    def __init__(self, models: Path, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("trials.py")), str(models), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def __call__(self, do: str, **request: Any) -> Any:
        """Have something done there, and wait for what comes of it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": do, **request}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"failed": "the process ended"}')
        assert "failed" not in answer, answer["failed"]
        return answer["done"]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@pytest.fixture(scope="session")
def trials(model: Path) -> Iterator[Trials]:
    """The process for trials, patched as the product is."""
    running = Trials(model.parent)
    yield running
    running.close()


@pytest.fixture(scope="session")
def stock_trials(model: Path) -> Iterator[Trials]:
    """The same with Rasa as it is."""
    running = Trials(model.parent, "--stock")
    yield running
    running.close()
