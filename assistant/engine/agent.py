"""Loads the trained Rasa model into this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.engine.patches import make_imports_lazy, speed_up_actions
from assistant.engine.quiet import quieten, quieten_rasa

if TYPE_CHECKING:
    from rasa.core.agent import Agent

ACTIONS = "assistant.actions"


class BrokenModel(Exception):
    """The trained model cannot be loaded; it has to be trained again."""


def load_agent(model: Path, secret: bytes, *, patched: bool = True) -> Agent:
    """Load a model: Rasa's agent with our stores and its actions in this process.

    ``secret`` signs what our own buttons send. ``patched=False`` leaves Rasa as it is, for
    comparison. Raises BrokenModel.
    """
    quieten()
    if patched:
        make_imports_lazy()
    from rasa.core.agent import Agent

    from assistant.engine.in_process_actions import InProcessActions
    from assistant.engine.lock_store import HeldLockStore
    from assistant.engine.responses import FilledResponses
    from assistant.engine.tracker_store import LogTrackerStore
    from assistant.nlu.slash import set_secret

    quieten_rasa()
    if patched:
        speed_up_actions()
    set_secret(secret)
    store, actions = LogTrackerStore(), InProcessActions(ACTIONS)
    try:
        agent = Agent.load(
            model,
            tracker_store=store,
            lock_store=HeldLockStore(),
            action_endpoint=actions,
            generator=FilledResponses({}),
        )
    except Exception as error:  # a damaged archive fails in many ways
        raise BrokenModel("The trained model is damaged.") from error
    _without_fallback(agent, store)
    return agent


def _without_fallback(agent: Any, store: Any) -> None:
    """Take Rasa's fail-safe wrapper off: it would answer from memory when a store fails."""
    store.domain = agent.domain
    agent.tracker_store = agent.processor.tracker_store = store
