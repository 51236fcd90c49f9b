"""The language model of a process: trained if need be, loaded once, shared by its engines."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from assistant.engine.training import Progress, trained_model

if TYPE_CHECKING:
    from rasa.core.agent import Agent


# One for the process, whose judgement it is told: a second model must not lock the first one out.
_SECRET = secrets.token_bytes(32)


class Model:
    """Rasa's agent, made ready at the first use; any number of tasks and threads may wait.

    Attributes:
        secret: signs the choices of this process; it never leaves it.
    """

    def __init__(self, models: Path, *, patched: bool = True) -> None:
        """Keep trained models in this folder; ``patched=False`` leaves Rasa as it is."""
        self.secret = _SECRET
        self._models = models
        self._patched = patched
        self._agent: Agent | None = None
        self._loading = Lock()

    async def ready(self, progress: Progress | None = None) -> Agent:
        """The agent; ``progress`` is told of training, where that is needed.

        Raises TrainingFailed, BrokenModel, WrongRasa; the next call tries again.
        """
        if self._agent is None:
            return await asyncio.to_thread(self.load, progress)
        return self._agent

    def load(self, progress: Progress | None = None) -> Agent:
        """The same for callers without an event loop."""
        with self._loading:
            if self._agent is None:
                self._agent = self._loaded(progress)
            return self._agent

    def _loaded(self, progress: Progress | None) -> Agent:
        from assistant.engine.agent import BrokenModel, load_agent

        try:
            model = trained_model(self._models, progress)
            return load_agent(model, self.secret, patched=self._patched)
        except BrokenModel:  # half-written, or damaged on the disk: made anew, once
            model = trained_model(self._models, progress, anew=True)
            return load_agent(model, self.secret, patched=self._patched)
