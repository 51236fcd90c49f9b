"""What a member brings to a preparation from the ones before it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.coaching.fold import standing
from assistant.coaching.items import shareable
from assistant.coaching.previous import Previous, joined
from assistant.records.entities import Preparation
from assistant.records.store import Store


def previous(store: Store, made: Preparation) -> Previous | None:
    """What stood after the preparations for earlier meetings of the same set; None if nothing did.

    Raises RecordsError.
    """
    return joined(_earlier(store, made))


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
                sentence = state.accepted or state.offered or state.so_far
                own = shareable(state)
                yield Previous(
                    answers=own,
                    sentence=sentence,
                    step=own.get("first_steps"),
                    step_was_weighed="likelihood" in own,
                    sentences=int(state.accepted is not None),
                )
