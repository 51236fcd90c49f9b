"""A spoken sitting: the terminal's, with what only a voice can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.engine.engine import Engine
from assistant.engine.turn import Reply
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.terminal.face import Said
from assistant.terminal.session import Session
from assistant.texts.texts import texts
from assistant.voice.correction import corrected
from assistant.voice.names import names
from assistant.voice.speak.wishes import granted, is_for_another_voice, is_for_longer
from assistant.voice.talk import Talk

_MANNER, _THINKING, _PAUSED = "louder_slower", "thinking", "paused"
_ANSWERED = frozenset({StepKind.ANSWERED, StepKind.REVISED})


@dataclass(frozen=True)
class _Last:
    """What the last spoken message did: the steps that it added."""

    text: str
    steps: tuple[Step, ...]

    def first(self, *kinds: StepKind) -> Step | None:
        return next((step for step in self.steps if step.kind in kinds), None)


class SpokenSession(Session):
    """One sitting by voice, in which one can type at any time."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        talk: Talk,
        preparation_id: str,
        known: Sequence[str] = (),
    ) -> None:
        """Show the first words, which need no model. Raises RecordsError.

        ``known``: names that will come up, beside those in the answers.
        """
        super().__init__(engine, store, talk, preparation_id)
        self._talk = talk
        self._last: _Last | None = None
        self._stopping: Reply | None = None
        talk.names = lambda: names(store.steps(preparation_id), *known)

    async def run(self) -> int:
        """Converse until the member leaves; answer the exit code."""
        try:
            code = await super().run()
            await self._talk.say_out()
            return code
        finally:
            await self._talk.close()

    async def _replied(self, said: Said) -> Reply:
        if self._stopping:
            reply = await self._stopped_or_not(said, self._stopping)
            if reply:
                return reply
        right = self._put_right(said)
        if right is not None:
            return await self._correct(replace(said, text=right, corrects=False))
        return await self._judged(said)

    async def _judged(self, said: Said) -> Reply:
        """The engine's reply, and what it means for the voice."""
        reply, steps = await self._turned(said)
        if said.choice is None and said.how is How.SPOKEN:
            self._last = _Last(said.text, steps)
            if reply.kind == _PAUSED:
                return self._ask_whether_to_stop(said, reply)
        commands = {step.command for step in steps if step.kind is StepKind.ASKED}
        if _MANNER in commands:
            return await self._with_manner(said, reply)
        if _THINKING in commands and is_for_longer(said.text):
            self._talk.patience = self._talk.patience.longer()
            return replace(reply, messages=(texts("voice")("longer"), *reply.messages[1:]))
        return reply

    async def _turned(self, said: Said) -> tuple[Reply, tuple[Step, ...]]:
        """The engine's reply, and the steps that it added to the log."""
        before = self._store.steps(self._preparation, after=self._seen)
        known = before[-1].seq if before else self._seen
        reply = await super()._replied(said)
        if reply.kind == "ended":
            return reply, ()
        return reply, tuple(self._store.steps(self._preparation, after=known))

    async def _with_manner(self, said: Said, reply: Reply) -> Reply:
        """The channel that speaks can do what the engine says it cannot."""
        if is_for_another_voice(said.text):
            is_another = await self._talk.take_another_voice()
            told = texts("voice")("now_another" if is_another else "only_voice")
        else:
            self._talk.manner, told = granted(said.text, self._talk.manner)
        only_written = self._engine.catalogue.text(f"utter_{_MANNER}")
        rest = tuple(message for message in reply.messages if message != only_written)
        return replace(reply, messages=(told, *rest))

    def _put_right(self, said: Said) -> str | None:
        """What the last message should have been, where this one says so."""
        if said.choice is not None or not self._last:
            return None
        if said.corrects:
            return said.text
        return corrected(said.text, self._last.text) if said.how is How.SPOKEN else None

    async def _correct(self, said: Said) -> Reply:
        """Take the last message again, as it should have been understood."""
        last = self._last
        assert last
        if said.text == last.text:
            told = texts("voice")("still_heard", text=said.text)
            return replace(self.reply, messages=(told, self.reply.messages[-1]))
        if last.first(StepKind.HELD):
            await self._turned(Said(choice="affirm"))
        answered = last.first(*_ANSWERED) or last.first(StepKind.HELD)
        if answered and answered.question:
            await self._reopen(answered.question)
        elif last.first(StepKind.SKIPPED):
            await self._turned(Said(choice="go_back"))
        reply = await self._judged(said)
        if said.how is How.TYPED:  # what is put right by hand may be put right again
            self._last = replace(last, text=said.text)
        self._talk.last = said.text
        return replace(reply, messages=(texts("voice")("corrected"), *reply.messages))

    async def _reopen(self, question: str) -> None:
        reply, _ = await self._turned(Said(choice="change_answer"))
        if reply.question != question:
            await self._turned(Said(choice=question))

    def _ask_whether_to_stop(self, said: Said, reply: Reply) -> Reply:
        """A misheard word must not end the session; the place is kept whatever the answer."""
        self._stopping = reply
        asked = texts("voice")("stop_here", text=said.text)
        return replace(reply, messages=(asked,), kind="yes_no", choices=())

    async def _stopped_or_not(self, said: Said, paused: Reply) -> Reply | None:
        from assistant.voice.yes_or_no import yes_or_no

        self._stopping = None
        answer = yes_or_no(said.text) if said.choice is None else None
        if answer:
            return paused
        return (await self._turned(Said(choice="resume")))[0] if answer is False else None
