"""What a step does to the one sentence."""

from __future__ import annotations

from dataclasses import replace

from assistant.coaching.fold.place import leave, spoken
from assistant.coaching.state import SENTENCE, State, Wondered
from assistant.records.steps import Step


def offered(state: State, step: Step) -> State:
    """A sentence is on offer: the first, another beside it, or one for whoever leaves."""
    if step.text is None:
        return state
    if step.about == "so_far":
        return replace(state, so_far=step.text)
    state = replace(state, seen=state.seen | {step.text}, accepted=None, variation="", people=None)
    if step.about == "another":
        return replace(state, others=(*state.others, step.text))
    return replace(state, offered=step.text, others=())


def own_sentence(state: State, text: str) -> State:
    """The member's own wording takes the place of what is on offer, until it is accepted."""
    state = replace(state, offered=text, others=(), accepted=None, revisiting=None, variation="")
    return replace(state, skipped=state.skipped - {SENTENCE})


def accepted(state: State, step: Step) -> State:
    """The member's sentence is this one."""
    state = replace(spoken(state, step), accepted=step.text, people=None)
    return replace(leave(state, SENTENCE), skipped=state.skipped - {SENTENCE})


def wondered(state: State, step: Step) -> State:
    """Whether it is one problem has been looked at."""
    if step.wording is None:
        return replace(state, wondered=True)
    concern = Wondered(step.about or "", tuple(step.wording.split("\n")))
    return replace(state, wondered=True, concern=concern)


def redrafted(state: State) -> State:
    """The sentence is made anew from what is still to come, unless it is the member's own."""
    if state.accepted or state.offered not in state.seen:
        return state
    return replace(state, offered=None, others=())
