"""``assistant chat``: the conversation, from the first words to the exit code."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable

from assistant.engine.engine import Engine
from assistant.terminal.at_home import Home, at_home
from assistant.terminal.face import Face
from assistant.terminal.plain import Plain
from assistant.terminal.screen import Screen
from assistant.terminal.session import Session
from assistant.texts.texts import texts

_DUMB = {"", "dumb", "unknown"}


def converse(*, plain: bool = False, name: str = "", set_name: str = "", member: str = "") -> int:
    """Start the conversation or go on with it; answer the exit code.

    Raises RecordsError, TrainingFailed, BrokenModel and whatever else keeps it from starting.
    """
    face: Face = Plain() if plain or not has_screen() else Screen()

    def session(home: Home, engine: Engine) -> Session:
        return Session(engine, home.store, face, home.preparation.id)

    return held_conversation(face, session, (name, set_name, member))


def held_conversation(
    face: Face, begin: Callable[[Home, Engine], Session], who: tuple[str, str, str]
) -> int:
    """Hold the conversation of a session that ``begin`` makes; answer the exit code.

    ``who`` it is with is what ``at_home`` takes.
    """
    try:
        return _converse(face, begin, who)
    except KeyboardInterrupt:
        face.tell(texts()("place_kept"))
        return 0


def has_screen() -> bool:
    """Whether this terminal can move its cursor, and a person is at it."""
    able = os.environ.get("TERM", "") not in _DUMB
    return able and sys.stdin.isatty() and sys.stdout.isatty()


def _converse(
    face: Face, begin: Callable[[Home, Engine], Session], who: tuple[str, str, str]
) -> int:
    with at_home(*who) as home:
        engine = Engine(home.store, home.settings)
        with face.held():
            session = begin(home, engine)
            code = _run(session, face)
        engine.close()
    if session.is_loading:
        _end_at_once(code)
    return code


def _run(session: Session, face: Face) -> int:
    # Not asyncio.run: it would wait for the thread in which the model is being loaded.
    loop = _new_loop()
    try:
        return loop.run_until_complete(session.run())
    except KeyboardInterrupt:
        session.interrupted()
        face.tell(texts()("place_kept"))
        return 0
    finally:
        if not session.is_loading:
            loop.close()


def _new_loop() -> asyncio.AbstractEventLoop:
    """An event loop; no Ctrl-C comes in between, since half a loop complains when it goes."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        loop = asyncio.new_event_loop()
        loop.set_exception_handler(lambda *_: None)  # what fails beside the turns concerns nobody
        return loop
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_at_once(code: int) -> None:
    """Do not wait for a model that nobody needs any more; everything said is kept already."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
