"""What was said so far, laid out to be looked at and changed: a pure function of the log.

One order for every list of answers, so that a number means the same wherever it was read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.catalogue import Catalogue
from assistant.coaching.quoting import in_a_list
from assistant.coaching.route import FIVE, FULL, holds_answer, questions_of_route, route_of
from assistant.coaching.state import SENTENCE, State, still_holds

_NOT_ASKED = "utter_review_not_asked"
_FEW = 5  # questions without an answer that are named one by one; of more it is said how many


def to_review(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    """Keys of what can be changed, in the order of their numbers, from 1.

    The answers by the parts they belong to and the sentence, then what was skipped, what stands
    as it was before, and what was not asked.
    """
    parts = _by_part(state, catalogue).values()
    answered = [key for keys in parts for key in keys]
    left = [key for keys in _left(state, catalogue).values() for key in keys]
    return (*answered, *left)


def said_so_far(state: State, catalogue: Catalogue) -> Mapping[str, str]:
    """The answers and the sentence accepted, key -> text, in the order of the catalogue.

    A smaller step that was taken stands there once, as the step; and a bare "yes" to the last
    sentence not at all, since the sentence itself stands there.
    """
    sentence = {SENTENCE: state.accepted} if state.accepted else {}
    said = {**state.answers, **sentence}
    if said.get("smaller_step") == said.get("first_steps"):
        said.pop("smaller_step", None)
    if still_holds(state):
        said.pop("still_right")
    return {key: said[key] for key in catalogue.questions if key in said}


def laid_out(state: State, catalogue: Catalogue, *, numbered: bool = True) -> str:
    """Everything said, numbered under plain headings; then what was skipped or not asked.

    Each has its number, whether it is named or not; or none has, where numbers mean something else.
    """
    said = said_so_far(state, catalogue)
    keys = to_review(state, catalogue)
    mark = {key: f"{place}. " if numbered else "" for place, key in enumerate(keys, 1)}
    line = "" if numbered else "- "
    blocks = []
    for heading, under in _by_part(state, catalogue).items():
        lines = [
            f'{line}{mark[key]}{catalogue.question(key).short}: "{in_a_list(said[key])}"'
            for key in under
        ]
        blocks.append("\n".join([heading, *lines]))
    for response, left in _left(state, catalogue).items():
        named = "; ".join(f"{mark[key]}{catalogue.question(key).short}" for key in left)
        many = catalogue.has(f"{response}_many") and len(left) > _FEW
        if many:
            blocks.append(_how_many(response, len(left), state, catalogue))
        elif named:
            blocks.append(f"{catalogue.text(response)}: {named}")
    return "\n\n".join(blocks)


def _how_many(response: str, count: int, state: State, catalogue: Catalogue) -> str:
    """A line for many that are left: how many, and how to have one of them, or all."""
    if response == _NOT_ASKED and route_of(state) == FIVE:
        return catalogue.text(f"{response}_five")
    will_come = route_of(state) == FULL and not state.enough
    all_of_it = "" if will_come else catalogue.text("utter_review_all_of_it")
    return catalogue.text(f"{response}_many", count=str(count), all_of_it=all_of_it)


def _left(state: State, catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """Heading -> keys of what has no answer this time, each under the reason why."""
    before = state.previous.answers if state.previous else {}
    open_ = [
        key
        for key in questions_of_route(catalogue)
        if key not in state.answers and key not in state.skipped
    ]
    return {
        "utter_review_skipped": _skipped(state, catalogue),
        "utter_review_as_before": [key for key in open_ if key in before],
        _NOT_ASKED: [key for key in open_ if key not in before],
    }


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
