"""A process of its own with the model loaded; it forks children that converse, and are killed.

``python trials.py MODELS [--stock]`` reads a request a line, ``{"do": ..., ...}`` in JSON, and
answers with a line. Whatever would reach a network raises, from the first import on.
"""

# ruff: noqa: E402  # the network is closed before the rest is imported

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import socket
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any


class NoNetwork(socket.socket):
    """A socket between processes of this machine, or none at all."""

    def __init__(self, family: int = socket.AF_INET, *args: Any, **kwargs: Any) -> None:
        if family != socket.AF_UNIX:
            raise OSError("the network was used")
        super().__init__(family, *args, **kwargs)


def _no_names(*args: Any, **kwargs: Any) -> Any:
    raise OSError("a name was looked up in the network")


socket.socket = NoNetwork  # type: ignore[misc]
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = _no_names

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.records.turn_record import TurnRecord
from assistant.settings import Settings
from assistant.summary import load

HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib", "torch")
MOMENTS = ("before", "during", "after", "anywhere")
AT_ONE = 8  # trials on one preparation: no parser is loaded for its sentence yet
TODAY = date(2026, 11, 2)

model: Model


# What a conversation is made of


def _settings(place: dict[str, str]) -> Settings:
    return Settings(home=Path(place["home"]), database_url=place.get("database_url"))


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[Store, Engine]]:
    with closing(Store.open(settings)) as store, closing(Engine(store, settings, model)) as engine:
        yield store, engine


async def _converse(engine: Engine, turns: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
    return [asdict(await engine.reply(Turn(**turn))) for turn in turns]


# Requests


def ready() -> bool:
    """Whether the model is loaded, without a network."""
    try:
        socket.socket()
    except OSError:
        return True
    return False


def play(place: dict[str, str], turns: list[dict[str, str]]) -> dict[str, Any]:
    """Converse in this very process, and tell which heavy libraries are in it then."""
    with _opened(_settings(place)) as (_, engine):
        replies = asyncio.run(_converse(engine, turns))
    return {"replies": replies, "heavy": [name for name in HEAVY if sys.modules.get(name)]}


def together(place: dict[str, str], works: list[list[dict[str, str]]]) -> list[Any]:
    """Converse in one forked child for each list of turns, all let go at once."""
    load()  # the parser, which each child would load for the sentence
    start, go = os.pipe()
    children = [_child(lambda turns=turns: _work(place, turns), (start, go)) for turns in works]
    os.close(start)
    os.close(go)
    return [json.loads(_ended(child)) for child in children]


def _work(place: dict[str, str], turns: list[dict[str, str]]) -> list[dict[str, Any]]:
    with _opened(_settings(place)) as (_, engine):
        return asyncio.run(_converse(engine, turns))


# Children


@dataclass
class Child:
    """A forked process and what it tells."""

    pid: int
    told: int


def _child(work: Callable[[], Any], gate: tuple[int, int] | None = None) -> Child:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    try:
        os.close(reading)
        if gate:
            os.close(gate[1])
            os.read(gate[0], 1)  # until the parent lets go of its end
        _tell(writing, json.dumps(work()))
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _tell(writing: int, text: str) -> None:
    with os.fdopen(os.dup(writing), "w") as pipe:
        pipe.write(text)


def _ended(child: Child) -> str:
    with os.fdopen(child.told) as pipe:
        told = pipe.read()
    os.waitpid(child.pid, 0)
    return told


# Killing


@dataclass
class Found:
    """What 200 deaths did to a log."""

    trials: int = 0
    killed: int = 0
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)
    kept_without_word: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MOMENTS, 0))


def kill(place: dict[str, str], trials: int, seed: int) -> dict[str, Any]:
    """Kill a conversing child again and again, and look each time at what it left."""
    random, found = Random(seed), Found(trials)
    with _opened(_settings(place)) as (store, engine):
        home = store.home_preparation("Asha", "Tuesday set", TODAY)
        for first in range(0, trials, AT_ONE):
            made = store.create_preparation(home.person_id, home.meeting_id).id
            few = range(first, first + AT_ONE)
            _one_preparation(store, engine, made, few, random, found)
    return asdict(found)


def _one_preparation(
    store: Store, engine: Engine, made: str, trials: range, random: Random, found: Found
) -> None:
    sent: list[Turn] = []
    unanswered: list[Turn] = []
    for trial in trials:
        moment = MOMENTS[trial % len(MOMENTS)]
        fresh = [_turn(made, trial, number) for number in range(random.choice((1, 1, 2)))]
        turns = [*unanswered, *fresh]
        told = _killed(engine, turns, moment, random, found)
        sent += fresh
        unanswered = turns[told:]
        found.acknowledged += told
        _look(store, made, sent, unanswered, moment, found)
    _ended(_child(lambda: asyncio.run(_converse(engine, [asdict(turn) for turn in unanswered]))))
    _look(store, made, sent, [], "anywhere", found)


def _turn(made: str, trial: int, number: int) -> Turn:
    text = f"In trial {trial} I say, as number {number}, that the rota never holds for a week."
    return Turn(made, text, message_id=f"{trial}-{number}")


def _killed(engine: Engine, turns: list[Turn], moment: str, random: Random, found: Found) -> int:
    """Let a child converse until it is killed; how many replies it told of."""
    last = random.randrange(len(turns))
    alarm, ring = os.pipe()
    child = _child_that_tells(engine, turns, moment, last, ring)
    os.close(ring)
    if moment in {"during", "anywhere"}:
        if os.read(alarm, 1):
            time.sleep(random.uniform(0, 0.002 if moment == "during" else 0.04))
        os.kill(child.pid, signal.SIGKILL)
    with os.fdopen(child.told, "rb") as pipe:
        told = pipe.read()
    os.close(alarm)
    _, status = os.waitpid(child.pid, 0)
    found.killed += os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return len(told)


def _child_that_tells(
    engine: Engine, turns: list[Turn], moment: str, last: int, ring: int
) -> Child:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    try:
        os.close(reading)
        for number, turn in enumerate(turns):
            if number == last:
                _arm(moment, ring)
            asyncio.run(engine.reply(turn))
            os.write(writing, b".")  # acknowledged: the channel has the reply
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _arm(moment: str, ring: int) -> None:
    """Make the next commit the last moment of this process, or ring for the one who kills it."""
    from sqlalchemy.engine.default import DefaultDialect

    keep, commit = TurnRecord.keep_reply, DefaultDialect.do_commit

    def die_before(self: TurnRecord, *args: Any) -> None:
        keep(self, *args)
        os.kill(os.getpid(), signal.SIGKILL)

    def ring_and_commit(self: DefaultDialect, connection: Any) -> None:
        os.write(ring, b"!")
        commit(self, connection)

    def die_after(self: DefaultDialect, connection: Any) -> None:
        commit(self, connection)
        os.kill(os.getpid(), signal.SIGKILL)

    if moment == "before":
        TurnRecord.keep_reply = die_before  # type: ignore[method-assign]
    elif moment == "during":
        DefaultDialect.do_commit = ring_and_commit
    elif moment == "after":
        DefaultDialect.do_commit = die_after
    else:
        os.write(ring, b"!")


def _look(
    store: Store, made: str, sent: list[Turn], unanswered: list[Turn], moment: str, found: Found
) -> None:
    """Every reply that was told of stands on a whole turn; at most one more turn is there."""
    steps = store.steps(made)
    said = Counter((step.message_id, step.said) for step in steps if step.said is not None)
    doubled = [key for key, count in said.items() if count > 1]
    open_ids = [turn.message_id for turn in unanswered]
    lost = [
        turn.message_id
        for turn in sent
        if turn.message_id not in open_ids and said[turn.message_id, turn.text] != 1
    ]
    kept = [each for each in open_ids if any(step.message_id == each for step in steps)]
    found.kept_without_word[moment] += len(kept)
    if [step.seq for step in steps] != list(range(1, len(steps) + 1)):
        found.faults.append(f"{moment}: a gap in the log")
    if doubled or lost:
        found.faults.append(f"{moment}: doubled {doubled}, lost {lost}")
    if kept != open_ids[: len(kept)] or len(kept) > 1:
        found.faults.append(f"{moment}: kept out of order {kept} of {open_ids}")
    if not all(_is_whole(steps, each) for each in kept):
        found.faults.append(f"{moment}: half a turn of {kept}")


def _is_whole(steps: Sequence[Step], message_id: str) -> bool:
    """A turn of a text is what was said and then the question shown."""
    kinds = [step.kind for step in steps if step.message_id == message_id]
    return len(kinds) > 1 and kinds[-1] is StepKind.SHOWN


# The line to the tests


REQUESTS: dict[str, Callable[..., Any]] = {
    each.__name__: each for each in (ready, play, together, kill)
}


def _answer(line: str) -> dict[str, Any]:
    request = json.loads(line)
    try:
        return {"done": REQUESTS[request.pop("do")](**request)}
    except Exception:
        return {"failed": traceback.format_exc()}


def main(models: str, *options: str) -> None:
    """Serve until the line is closed."""
    global model
    with os.fdopen(os.dup(1), "w") as line:
        os.dup2(2, 1)  # whatever else is printed is not part of an answer
        model = Model(Path(models), patched="--stock" not in options)
        model.load()
        gc.freeze()  # or each child would copy what its own collector touches
        for request in sys.stdin:
            line.write(json.dumps(_answer(request)) + "\n")
            line.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
