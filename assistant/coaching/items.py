"""What a member can release to the set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.catalogue import Catalogue
from assistant.coaching.state import State


def releasable(state: State) -> Mapping[str, str]:
    """The items offered for release, in their order: key -> the exact wording to be seen.

    The sentence first; the answers only when the member asks for more.
    """
    sentence = {"summary": state.accepted} if state.accepted else {}
    if sentence and not state.more:
        return sentence
    return {**sentence, **shareable(state)}


def shareable(state: State) -> Mapping[str, str]:
    """The answers without those that hold a serious sign: these stay private for good."""
    return {key: text for key, text in state.answers.items() if key not in state.grave}


def numbered(keys: Sequence[str], texts: Mapping[str, str], catalogue: Catalogue) -> str:
    """A list for the screen: number, name of the question, the words in full."""
    return "\n".join(
        f'{number}. {catalogue.question(key).short}: "{texts[key]}"'
        for number, key in enumerate(keys, 1)
    )
