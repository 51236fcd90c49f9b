"""The engine: one call, for every channel."""

from __future__ import annotations

import asyncio
import sys
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, asynccontextmanager, suppress
from datetime import datetime, timezone
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from assistant.actions.turn_log import Message, TurnLog, as_current, begun
from assistant.called import called
from assistant.catalogue import Catalogue, catalogue
from assistant.coaching.fold import standing
from assistant.coaching.saying_ahead import likely_next
from assistant.coaching.state import State
from assistant.engine.coming_back import previous
from assistant.engine.model import Model
from assistant.engine.opening import opening
from assistant.engine.replies import as_json, from_json, reply_of
from assistant.engine.training import Progress
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.errors import RecordsError
from assistant.records.steps import How
from assistant.records.store import Store
from assistant.records.turn_record import TurnRecord
from assistant.settings import Settings

if TYPE_CHECKING:
    from rasa.core.agent import Agent

_SENTENCE = frozenset({"one_problem", "summary"})
_NEEDED = frozenset({"problem", "stopping"})  # for a sentence: whoever leaves then has one
_FEW_LEFT = 2  # questions before the sentence
_REMEMBERED = 256  # preparations whose standing is kept in memory


def _now() -> datetime:
    return datetime.now(timezone.utc)


class EngineFailed(Exception):
    """A message could not be taken in; nothing of it was kept, nothing kept before is lost."""


class Engine:
    """Converses with members; each preparation one turn at a time.

    ``opening`` needs only the store. ``reply`` waits for ``load``, which it starts itself if
    nobody did. Between processes the database keeps the turns of a preparation apart.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        model: Model | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Use this store, and this model (default: one of its own, loaded when needed).

        ``clock`` tells the moment of each message, in UTC.
        """
        self._store = store
        self._clock = clock
        self._settings = settings
        self._model = model or Model(settings.models_folder)
        self._looked_ahead = False
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._standing: OrderedDict[str, State] = OrderedDict()
        # Only waits for the database run here, so that a waiter never keeps a holder waiting.
        self._waiters = ThreadPoolExecutor(max_workers=32, thread_name_prefix="waiting")

    @property
    def catalogue(self) -> Catalogue:
        """Questions and wording."""
        return catalogue()

    def opening(self, preparation_id: str) -> Reply:
        """The first words: who this is and the open question, or welcome back and the same.

        Raises RecordsError (a sentence for a person).
        """
        with self._store.turn(preparation_id) as record:
            log = self._log(
                record, Message("", None, "", self._clock(), record.preparation.language)
            )
            messages = opening(log)
            reply = reply_of(log, messages)
            record.append(log.steps)
        return reply

    def likely_next(self, preparation_id: str) -> tuple[str, ...]:
        """What will probably be said next, in its exact wording. Raises RecordsError."""
        state = self._known(self._store.preparation(preparation_id))
        state = standing(self._store.steps(preparation_id, after=state.seq), state)
        word = self._store.set_of(preparation_id).word
        return likely_next(state, self.catalogue.with_word(word), preparation_id)

    async def load(self, progress: Progress | None = None) -> None:
        """Have the model ready: trained if need be (``progress``), and loaded.

        Raises TrainingFailed, BrokenModel, WrongRasa; the next call tries again.
        """
        await self._model.ready(progress)

    async def reply(self, turn: Turn) -> Reply:
        """Take a message in and answer it; what it added to the log is committed before.

        The same message id gives the same reply again. Raises RecordsError, EngineFailed,
        TrainingFailed, BrokenModel, WrongRasa; then nothing of the message was kept.
        """
        agent = await self._model.ready()
        async with self._turn(turn.preparation_id) as record:
            earlier = record.reply_to(turn.message_id)
            if earlier is not None:
                return from_json(earlier, lambda: self._told_again(record))
            log = self._log(record, _message(turn, record, self._clock()))
            reply = await self._converse(agent, log, turn)
            if not log.deleted:
                record.append(log.steps)
                record.keep_reply(turn.message_id, as_json(reply, log.of_meetings))
        self._remember(turn.preparation_id, log)
        self._look_ahead(log.state, reply)
        return reply

    def close(self) -> None:
        """Let go of the threads; the store stays open."""
        self._waiters.shutdown(wait=False, cancel_futures=True)

    async def _converse(self, agent: Agent, log: TurnLog, turn: Turn) -> Reply:
        from assistant.engine.rasa_turn import converse

        messages: list[str] = []
        with as_current(log):
            try:
                messages = await converse(agent, log, turn, self._model.secret)
            except Exception as error:  # whatever Rasa or a component of its pipeline raises
                log.failure = log.failure or error
        if isinstance(log.failure, RecordsError):
            raise log.failure  # it has a sentence of its own
        if log.failure:
            raise EngineFailed(
                "That could not be taken in, and nothing of it was kept. What you said before is "
                f"safe: please say it again, and run '{called()} doctor' if it happens again."
            ) from log.failure
        return reply_of(log, messages)

    def _told_again(self, record: TurnRecord) -> str:
        from assistant.actions.tell import how_sentence_changed

        return how_sentence_changed(record, self.catalogue)

    def _log(self, record: TurnRecord, message: Message) -> TurnLog:
        known = self._known(record.preparation)
        state = standing(record.steps(after=known.seq), known)
        return begun(record, state, message, self.catalogue, self._settings.contacts)

    def _known(self, preparation: Preparation) -> State:
        """Where it stood when it was last looked at; what it brings along, where it never was."""
        known = self._standing.get(preparation.id)
        return known or State(previous=previous(self._store, preparation))

    def _remember(self, preparation_id: str, log: TurnLog) -> None:
        """Keep the standing as the database had it before this turn; its steps are read again."""
        self._standing.pop(preparation_id, None)
        if not log.deleted:
            self._standing[preparation_id] = log.before
            if len(self._standing) > _REMEMBERED:
                self._standing.popitem(last=False)

    def _look_ahead(self, state: State, reply: Reply) -> None:
        """Have the parser loaded by the time that the sentence is wanted, and not before."""
        left = reply.progress.of - reply.progress.done
        near = left <= _FEW_LEFT or reply.question in _SENTENCE
        if (near or state.answers.keys() >= _NEEDED) and not self._looked_ahead:
            from assistant.actions.sentence import make_ready

            self._looked_ahead = True
            make_ready()

    @asynccontextmanager
    async def _turn(self, preparation_id: str) -> AsyncIterator[TurnRecord]:
        """Hold the preparation, in this process and in the database, until committed."""
        lock = self._locks.setdefault(preparation_id, asyncio.Lock())
        async with lock:
            held = self._store.turn(preparation_id)
            record = await self._entered(held)
            try:
                yield record
            except BaseException:
                if not held.__exit__(*sys.exc_info()):
                    raise
            else:
                held.__exit__(None, None, None)

    async def _entered(self, held: AbstractContextManager[TurnRecord]) -> TurnRecord:
        """Wait for the database; a wait that is cancelled must not leave the turn held."""
        loop = asyncio.get_running_loop()
        entering = loop.run_in_executor(self._waiters, held.__enter__)
        try:
            return await asyncio.shield(entering)
        except asyncio.CancelledError:
            entering.add_done_callback(lambda entered: _let_go(held, entered))
            raise


def _let_go(held: AbstractContextManager[TurnRecord], entered: asyncio.Future[TurnRecord]) -> None:
    """Leave a turn that was entered for nobody; nothing of it is kept."""
    if entered.exception() is None:
        nobody = asyncio.CancelledError()
        with suppress(asyncio.CancelledError):
            held.__exit__(type(nobody), nobody, None)


def _message(turn: Turn, record: TurnRecord, at: datetime) -> Message:
    return Message(
        said=turn.choice if turn.choice is not None else turn.text,
        how=turn.how if turn.choice is None else How.CHOSEN,
        message_id=turn.message_id.encode("unicode_escape").decode(),  # a channel may use any
        at=at,
        language=record.preparation.language,
    )
