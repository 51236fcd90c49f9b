"""What was said so far, laid out to be looked at and changed: a pure function of the log.

One order for every list of answers, so that a number means the same wherever it was read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.catalogue import Catalogue
from assistant.coaching.route import holds_answer, questions_of_route
from assistant.coaching.state import SENTENCE, State


def to_review(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    """Keys of what can be changed, in the order of their numbers, from 1.

    The answers by the parts they belong to and the sentence, then what was skipped, then what was
    not asked.
    """
    parts = _by_part(state, catalogue).values()
    answered = [key for keys in parts for key in keys]
    return (*answered, *_skipped(state, catalogue), *_not_asked(state, catalogue))


def said_so_far(state: State, catalogue: Catalogue) -> Mapping[str, str]:
    """The answers and the sentence accepted, key -> text, in the order of the catalogue."""
    sentence = {SENTENCE: state.accepted} if state.accepted else {}
    said = {**state.answers, **sentence}
    return {key: said[key] for key in catalogue.questions if key in said}


def laid_out(state: State, catalogue: Catalogue) -> str:
    """Everything said, numbered under plain headings; then what was skipped or not asked."""
    said = said_so_far(state, catalogue)
    number = {key: place for place, key in enumerate(to_review(state, catalogue), 1)}
    blocks = []
    for heading, keys in _by_part(state, catalogue).items():
        lines = [f'{number[k]}. {catalogue.question(k).short}: "{said[k]}"' for k in keys]
        blocks.append("\n".join([heading, *lines]))
    for response, left in (
        ("utter_review_skipped", _skipped(state, catalogue)),
        ("utter_review_not_asked", _not_asked(state, catalogue)),
    ):
        if left:
            lines = [f"{number[k]}. {catalogue.question(k).short}" for k in left]
            blocks.append("\n".join([catalogue.text(response), *lines]))
    return "\n\n".join(blocks)


def _by_part(state: State, catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """Heading -> keys of the answers under it, in the order of the catalogue."""
    parts: dict[str, list[str]] = {}
    for key in said_so_far(state, catalogue):
        parts.setdefault(_heading(catalogue.question(key).part, catalogue), []).append(key)
    return parts


def _heading(part: str, catalogue: Catalogue) -> str:
    response = f"utter_part_{part}"
    return catalogue.text(response if catalogue.has(response) else "utter_part_going_deeper")


def _skipped(state: State, catalogue: Catalogue) -> list[str]:
    return [
        key
        for key in catalogue.questions
        if key in state.skipped and (key == SENTENCE or holds_answer(key, catalogue))
    ]


def _not_asked(state: State, catalogue: Catalogue) -> list[str]:
    route = questions_of_route(catalogue)
    return [key for key in route if key not in state.answers and key not in state.skipped]
