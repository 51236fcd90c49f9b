"""Whole sessions, typed: ``python benchmarks/sessions.py --data FILE [--route ten] [--json]``.

Plays the sessions of a data file through the engine as a member would type them, to the close:
how long it is to take; the answers to their questions, as the engine asks them; yes to the
sentence; the sentence passed on. Nothing is chosen by key, and no message carries anything but
its text.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.catalogue import catalogue
from assistant.coaching.fold import standing
from assistant.coaching.route import FIVE, FULL, ROUTES, TEN, questions_of_route
from assistant.engine.engine import Engine, EngineFailed
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from benchmarks._common import percentile
from benchmarks._member import Member
from benchmarks._verdict import verdict

_TURNS_AT_MOST = 120  # of one session; a member would have left long before
_CLOSE = "closing"
_CHOOSING = {FIVE: "five minutes please", TEN: "ten, I'm on a break", FULL: None}


@dataclass
class Outcome:
    """What came of all sessions; benchmarks/README.md says what each figure is."""

    sessions: int = 0
    sessions_completed: int = 0
    answers_expected: int = 0
    answers_verbatim: int = 0
    answers_invented: int = 0
    held: int = 0
    rescued: int = 0
    turn_ms: list[float] = field(default_factory=list)
    wrong: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The figures that are printed; without a turn there are no times."""
        p50_p95 = {"p50": 0.5, "p95": 0.95} if self.turn_ms else {}
        times = {name: percentile(self.turn_ms, share) for name, share in p50_p95.items()}
        return {**vars(self), "turn_ms": times}


async def play_all(sessions: Sequence[Mapping[str, Any]], route: str = FULL) -> Outcome:
    """Play sessions on a route, one after another, each in a set of its own."""
    outcome = Outcome()
    models = Settings().models_folder
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        with (
            closing(Store.open(settings)) as store,
            closing(Engine(store, settings, Model(models))) as engine,
        ):
            await engine.load()
            for session in sessions:
                await play(engine, store, session, outcome, route)
    return outcome


async def play(
    engine: Engine,
    store: Store,
    session: Mapping[str, Any],
    outcome: Outcome,
    route: str = FULL,
) -> None:
    """Play one session to its close and add what came of it."""
    texts = answers_of(session)
    sentences = session.get("ideal_summaries") or [*texts.values(), "I have no sentence."]
    member = Member(texts, own_sentence=sentences[0], first=_CHOOSING[route])
    preparation = _new_preparation(store)
    await _converse(engine, preparation.id, member, outcome)

    steps = store.steps(preparation.id)
    asked = {*questions_of_route(catalogue(), route), *member.given}
    answers = {key: text for key, text in texts.items() if key in asked}
    found = verdict(steps, answers, member.given)
    sentence = standing(steps).accepted
    outcome.sessions += 1
    outcome.sessions_completed += _stands_in_record(store, preparation, sentence)
    outcome.answers_expected += len(answers)
    outcome.answers_verbatim += len(found.verbatim)
    outcome.answers_invented += len(found.invented)
    outcome.held += len(found.held)
    outcome.rescued += member.rescued
    name = str(session.get("id", outcome.sessions))
    for question, made_of in found.made_of.items():
        row = {"session": name, "question": question, "text": answers[question]}
        outcome.wrong.append({**row, "made_of_it": made_of})


def answers_of(session: Mapping[str, Any]) -> dict[str, str]:
    """What the member of a session answers, by question."""
    given = dict(session.get("answers") or {})
    for number, option in enumerate(session.get("options") or (), 1):
        given["options" if number == 1 else f"option_{number}"] = option
    for number, weighed in enumerate(session.get("pros_cons") or (), 1):
        place = "" if number == 1 else f"_{number}"
        given |= {f"pros_cons{place}": weighed["pros"], f"against{place}": weighed["cons"]}
    likelihood = (session.get("likelihood") or {}).get("text")
    steps = {"first_steps": session.get("first_steps"), "likelihood": likelihood}
    return given | {key: text for key, text in steps.items() if text}


async def _converse(engine: Engine, preparation: str, member: Member, outcome: Outcome) -> None:
    reply = engine.opening(preparation)
    for _ in range(_TURNS_AT_MOST):
        if reply.question == _CLOSE:
            return
        turn = Turn(preparation, member.types(reply))
        started = time.perf_counter()
        try:
            reply = await engine.reply(turn)
        except EngineFailed as error:
            print(error, file=sys.stderr)
            return
        outcome.turn_ms.append((time.perf_counter() - started) * 1000)


def _new_preparation(store: Store) -> Preparation:
    person, learning_set = store.create_person("A member"), store.create_set("A set")
    store.add_member(person.id, learning_set.id)
    meeting = store.create_meeting(learning_set.id, date.today())
    return store.create_preparation(person.id, meeting.id)


def _stands_in_record(store: Store, preparation: Preparation, sentence: str | None) -> bool:
    released = store.releases(preparation.meeting_id)
    return sentence is not None and any(
        item.item == "summary" and item.text == sentence for item in released
    )


def in_words(outcome: Outcome) -> str:
    """The figures for a person, and every row that is not as it should be."""
    figures = outcome.as_json()
    wrong = figures.pop("wrong")
    times = figures.pop("turn_ms")
    lines = [f"{name.replace('_', ' '):20}{value:>8}" for name, value in figures.items()]
    lines += [f"turn {name}, ms        {value:8.1f}" for name, value in times.items()]
    rows = [
        f"\n{row['session']} {row['question']}: {row['text']}\n  -> {row['made_of_it']}"
        for row in wrong
    ]
    return "\n".join([*lines, *rows])


def main() -> None:
    """Play the sessions of a file and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a file with a part `sessions`")
    parser.add_argument("--route", choices=ROUTES, default=FULL, help="how long it is to take")
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    asked = parser.parse_args()
    try:
        sessions = json.loads(asked.data.read_text("utf-8")).get("sessions", [])
    except (OSError, ValueError, AttributeError) as error:
        parser.error(f"{asked.data} cannot be read as a data file: {error}")
    outcome = asyncio.run(play_all(sessions, asked.route))
    print(json.dumps(outcome.as_json(), indent=2) if asked.json else in_words(outcome))


if __name__ == "__main__":
    main()
