"""A conversation between the engine and one face of the terminal."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from assistant.engine.engine import Engine
from assistant.engine.turn import Reply, Turn
from assistant.records.steps import How
from assistant.records.store import Store
from assistant.terminal.face import Face, Leaving, Said
from assistant.terminal.faults import complain
from assistant.terminal.keys import HELP, PAUSE
from assistant.texts.texts import texts

_ENDS = frozenset({"paused", "ended"})


class Session:
    """One sitting: from the first words until the member leaves.

    Attributes:
        reply: what the assistant said last.
        ready: done once the assistant can answer.
    """

    def __init__(self, engine: Engine, store: Store, face: Face, preparation_id: str) -> None:
        """Say the first words, which need no model. Raises RecordsError."""
        self._engine = engine
        self._store = store
        self._face = face
        self._preparation = preparation_id
        self._ours: set[str] = set()
        self._seen = 0
        self._failed: tuple[Said, Turn] | None = None
        self._in_hand: Said | None = None
        self.ready: asyncio.Task[None] | None = None
        self.reply = engine.opening(preparation_id)
        face.show(self.reply)
        face.prepare()

    async def run(self) -> int:
        """Converse until the member leaves; answer the exit code.

        Raises what the engine's loading failed with.
        """
        self._went_on_elsewhere()  # notes how long the log is at the start
        self.ready = asyncio.create_task(self._engine.load(self._face.training))
        await asyncio.sleep(0)  # loading begins, whatever the face does to wait
        while True:
            try:
                said = await self._face.ask(self.reply, self.ready)
            except Leaving as leaving:
                return await self._leave(leaving.unsent)
            self._in_hand = said
            if not await self._take_in(said, self.ready):
                return 1
            self._in_hand = None
            if self.reply.kind in _ENDS:
                return 0

    async def _take_in(self, said: Said, ready: asyncio.Task[None]) -> bool:
        """Answer; or give the words back and say why. False when it cannot go on after that."""
        try:
            await ready
        except BaseException:
            self._face.give_back(said)
            raise
        try:
            if self._went_on_elsewhere():
                return self._say_where_it_stands(said)
            self.reply = await self._replied(said)
        except Exception as error:  # whatever it was, the words go back to the member
            complain(error)
            return self._face.give_back(said)
        self._failed = None
        self._face.show(self.reply)
        if said.choice == HELP:
            self._face.tell_keys()
        return True

    async def _replied(self, said: Said) -> Reply:
        """What the assistant says to it."""
        return await self._engine.reply(self._turn(said))

    @property
    def is_loading(self) -> bool:
        """Whether the model is still being made ready, in a thread."""
        return self.ready is not None and not self.ready.done()

    def interrupted(self) -> None:
        """Give back what was being taken in when the program was interrupted."""
        if self._in_hand:
            self._face.give_back(self._in_hand)

    def _turn(self, said: Said) -> Turn:
        """The message; the same words after a failure are the same message."""
        if self._failed and self._failed[0] == said:
            return self._failed[1]
        how = said.how if said.choice is None else How.CHOSEN
        turn = Turn(self._preparation, said.text, said.choice, how)
        self._ours.add(turn.message_id)
        self._failed = said, turn
        return turn

    def _went_on_elsewhere(self) -> bool:
        """Whether another window has gone on with this preparation since this one looked.

        An answer would then be kept under a question that this member has not seen here.
        """
        new = self._store.steps(self._preparation, after=self._seen)
        known = self._seen
        self._seen = new[-1].seq if new else known
        return bool(known) and any(
            step.message_id and step.message_id not in self._ours for step in new
        )

    def _say_where_it_stands(self, said: Said) -> bool:
        goes_on = self._face.give_back(said)
        self._face.tell(texts()("moved_on"))
        self.reply = self._engine.opening(self._preparation)
        # Its first message welcomes somebody who has been away.
        self._face.show(replace(self.reply, messages=self.reply.messages[1:]))
        return goes_on

    async def _leave(self, unsent: str) -> int:
        """Pause, if the assistant can already take that in; the place is kept anyway."""
        if unsent.strip():
            self._face.tell(texts()("draft_lost"))
        if self.is_loading:
            self._face.tell(texts()("place_kept"))
            return 0
        try:
            self._face.show(await self._engine.reply(self._turn(Said(choice=PAUSE))))
        except Exception as error:
            complain(error)
            return 1
        return 0
