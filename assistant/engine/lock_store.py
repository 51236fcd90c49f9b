"""Rasa's lock on a conversation, which the engine holds already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rasa.core.lock_store import InMemoryLockStore


class HeldLockStore(InMemoryLockStore):  # type: ignore[misc]
    """Grants the lock at once.

    The engine calls Rasa with the preparation's lock in its hand, within the process and in
    the database, and holds it until the reply is committed: longer than Rasa would.
    """

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = 0, wait_time_in_seconds: float = 0
    ) -> AsyncIterator[None]:
        """Enter at once; see the class."""
        yield
