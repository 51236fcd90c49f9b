"""Runs custom actions in this process, where Rasa would call an action server."""

from __future__ import annotations

import importlib
import json as json_codec
import pkgutil
from typing import Any

from rasa.core.actions.constants import SELECTIVE_DOMAIN
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from assistant.actions.turn_log import current_log


class ActionFailed(Exception):
    """Stands for whatever an action failed with: its text may hold what a member said."""


class InProcessActions(EndpointConfig):  # type: ignore[misc]
    """An action endpoint without a hop: same request, same answer, same errors."""

    def __init__(self, package: str) -> None:
        """Register the actions of a package."""
        super().__init__(url=None, **{SELECTIVE_DOMAIN: True})
        _import_all(package)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, *args: Any, json: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """Run the action that the request names; raises what the HTTP endpoint would raise."""
        try:
            return await self._executor.run(json or {})
        except ActionExecutionRejection as rejection:
            body = {"action_name": rejection.action_name, "error": str(rejection)}
            raise ClientResponseError(400, "rejected", json_codec.dumps(body)) from rejection
        except Exception as error:  # Rasa would log it and go on, and the answer would be lost
            log = current_log()
            if log is None:
                raise
            log.failure = error
            raise ActionFailed("An action failed.") from None  # what Rasa logs says no more


def _import_all(package: str) -> None:
    """Import the package's modules: where one fails, Rasa's executor would end the process."""
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        importlib.import_module(f"{package}.{module.name}")
