"""The one sentence in the conversation: what it is made of, and which are on offer."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.coaching.adding import ADDING, STAY, stayed_with, together
from assistant.coaching.items import shareable
from assistant.coaching.readable import readable
from assistant.coaching.state import State

# Where what was said to "is it one problem?" belongs.
_PART = {"someone_elses": "stopping"}
_IT_IS_ABOUT = ("problem", "try", "stopping")


def worksheet(state: State) -> Mapping[str, str]:
    """The answers that the sentence is made of, question key -> text.

    Nothing that holds a serious sign; and what was said to "is it one problem?" beside the
    answer that it is about.
    """
    before = state.previous.answers if state.previous else {}
    said = {**before, **shareable(state)}
    for key, added in ADDING.items():
        if key in state.answers and added not in state.answers:
            said.pop(added, None)  # it was added to what was answered for another meeting
    if STAY not in state.answers:
        said.pop(STAY, None)  # what was stayed with for another meeting
    if "stopping" not in state.answers and "stopping_now" in said:
        said.pop(ADDING["stopping"], None)  # it was added to what stopped the member then
    answers = {key: readable(text) for key, text in together(said, stayed_with(state)).items()}
    if "stopping_now" in answers:  # what stops the member now comes before what did then
        answers["stopping"] = answers.pop("stopping_now")
    more = answers.pop("one_problem", None)
    if more is not None and state.concern is not None:
        key = _PART.get(state.concern.kind, "problem")
        answers[key] = "\n".join(text for text in (answers.get(key), more) if text)
    return answers


def is_as_before(state: State) -> bool:
    """Whether what the sentence is about stands as it did at the end of the last meeting."""
    now, then = worksheet(state), worksheet(State(previous=state.previous))
    return all(now.get(key) == then.get(key) for key in _IT_IS_ABOUT)


def sentences(state: State) -> tuple[str, ...]:
    """The sentences on offer, the first one first."""
    return (state.offered, *state.others) if state.offered else ()
