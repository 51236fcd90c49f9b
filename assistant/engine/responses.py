"""Fills in the wording of what Rasa says itself, the questions of the form."""

from __future__ import annotations

from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator

from assistant.catalogue import filled


class FilledResponses(TemplatedNaturalLanguageGenerator):  # type: ignore[misc]
    """Rasa's own choice of the wording, filled in as the catalogue does.

    Rasa's own filling gives up, and shows the places to be filled, where a member's words that are
    quoted hold "0[".
    """

    def _fill_response(
        self,
        response: dict[str, Any],
        filled_slots: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        given = self._response_variables(filled_slots, kwargs)
        values = {name: str(value) for name, value in given.items()}
        return {**response, "text": filled(response.get("text", ""), values)}
