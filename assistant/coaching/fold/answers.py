"""What a step does to the answers: given, given anew, left out, gone back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from assistant.coaching.adding import ADDED
from assistant.coaching.fold.place import leave, spoken
from assistant.coaching.fold.release import choose, decide, named, nothing_more
from assistant.coaching.fold.sentence import own_sentence
from assistant.coaching.people import KEEP
from assistant.coaching.state import DISTRESS, SENTENCE, State
from assistant.records.steps import Step, StepKind


def shown(state: State, step: Step) -> State:
    """A question was shown; where no message brought it, it ends a pause: somebody is back."""
    if step.question is None:
        return state
    shown = state.shown | {step.question}
    paused = state.paused and bool(step.message_id)
    return replace(state, shown=shown, open=step.question, paused=paused)


def answered(state: State, step: Step) -> State:
    """An answer: to a question of the worksheet, to the release, or an own sentence."""
    key, text = step.question, step.text
    if key is None or text is None:
        return state
    state = spoken(state, step, answered=True)
    answer = _OTHER_ANSWERS.get(key, _kept)
    return answer(state, step, text)


def _kept(state: State, step: Step, text: str) -> State:
    """What is kept as the answer to its question, with what was read in it."""
    key, is_grave = step.question or "", _is_grave(step)
    return replace(
        leave(_read(state, step), key),
        people=None,
        chosen=() if is_grave else state.chosen,
        answers=MappingProxyType({**state.answers, key: text}),
        skipped=state.skipped - {key},
        grave=state.grave | {key} if is_grave else state.grave - {key},
        again=(state.again | _asked_anew(state, step)) - {key},
        warned=state.warned or step.about == "others_at_risk",
    )


_OTHER_ANSWERS: Mapping[str, Callable[[State, Step, str], State]] = {
    SENTENCE: lambda state, step, text: own_sentence(state, text),
    "release": lambda state, step, text: choose(state, text),
    "person": lambda state, step, text: decide(state, step.wording, text),
    "own_name": lambda state, step, text: named(state, text),
}
"""Questions whose answer is not kept as one."""

_ABOUT_THE_STEP = frozenset({"likelihood", "likelihood_why", "likelihood_up", "smaller_step"})


def _read(state: State, step: Step) -> State:
    """What was read in the answer: how likely, which day."""
    if step.question == "likelihood":
        said = (step.about or "").split()  # no number stands there where a serious sign does
        return replace(state, likely=tuple(int(each) for each in said if each.isdigit()))
    if step.question == "step_day":
        return replace(state, step_day=step.about)
    if step.question == "first_steps":
        likely = () if _is_another_step(state, step) else state.likely
        return replace(state, step_day=step.about, likely=likely)
    return state


def _asked_anew(state: State, step: Step) -> frozenset[str]:
    """Another step is asked about anew."""
    dealt_with = {*state.answers, *state.skipped}
    return _ABOUT_THE_STEP & dealt_with if _is_another_step(state, step) else frozenset()


def _is_another_step(state: State, step: Step) -> bool:
    is_step = step.question == "first_steps"
    return is_step and state.answers.get("first_steps") not in {None, step.text}


def _is_grave(step: Step) -> bool:
    """Whether the answer holds a serious sign, or became an answer by the member's own word."""
    settled = step.kind is StepKind.SETTLED and step.command in DISTRESS
    return settled or step.about == "others_at_risk"


def skipped(state: State, step: Step) -> State:
    """A question left out; what was answered before stays.

    Where it is only asked whether there is more to say, nothing is left out.
    """
    key = step.question
    if key is None:
        return state
    state = spoken(state, step)
    if key == "release":
        return nothing_more(leave(state, key))
    if key == "review":
        return reviewed(state, step)
    if key == "person":
        return decide(state, None, KEEP)
    if key == "own_name":
        return named(state, None)
    if key in state.chosen and key not in state.answers:  # chosen, and then not said
        chosen = tuple(item for item in state.chosen if item != key)
        return replace(state, chosen=chosen, variation="", revisiting=None)
    state = replace(state, again=state.again - {key})
    if key in state.answers or key in ADDED or (key == SENTENCE and state.accepted):
        return leave(state, key)
    return replace(leave(state, key), skipped=state.skipped | {key})


def reviewed(state: State, step: Step) -> State:
    """What was said has been looked over."""
    return replace(leave(state, "review"), reviewed=True)


def went_back(state: State, step: Step) -> State:
    """A question is open again; its answer stays until there is another."""
    state = replace(spoken(state, step), revisiting=step.about, aside=None, variation="")
    return replace(state, chosen=()) if step.about == "release" else state
