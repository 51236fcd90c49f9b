"""What a member brings to a preparation from the ones before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.coaching.fold import standing
from assistant.coaching.items import shareable
from assistant.coaching.plain_words import says_unknown
from assistant.coaching.previous import Previous, joined
from assistant.coaching.state import SENTENCE, State
from assistant.records.entities import Preparation
from assistant.records.store import Store


def previous(store: Store, made: Preparation) -> Previous | None:
    """What stood after the preparations for earlier meetings of the same set; None if nothing did.

    Raises RecordsError.
    """
    return joined(_earlier(store, made))


def _sentence(state: State) -> str | None:
    """The one that was accepted, or as far as it was offered; none where none was wanted."""
    left_out = SENTENCE in state.skipped
    return state.accepted or (None if left_out else state.offered or state.so_far)


def _step(answers: Mapping[str, str]) -> str | None:
    step = answers.get("first_steps")
    return None if step is None or says_unknown(step) else step


def _earlier(store: Store, made: Preparation) -> Iterator[Previous]:
    others = [each for each in store.preparations(made.person_id) if each.id != made.id]
    if not others:
        return
    meeting = store.meeting(made.meeting_id)
    for each in others:
        before = store.meeting(each.meeting_id)
        if before.set_id == meeting.set_id and before.held_on < meeting.held_on:
            state = standing(store.steps(each.id))
            if state.answers:
                own = shareable(state)
                yield Previous(
                    answers=own,
                    sentence=_sentence(state),
                    step=_step(own),
                    step_was_weighed="likelihood" in own,
                    sentences=int(state.accepted is not None),
                )
