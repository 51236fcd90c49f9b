"""Where a preparation stands: a pure function of its log.

``after(state, step)`` folds one step into the state; ``standing(steps)`` folds a whole log.
There is no second place that knows the answers or the position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from assistant.coaching.people import KEEP, Person, from_text, told_apart
from assistant.coaching.previous import Previous
from assistant.records.steps import How, Step, StepKind

SENTENCE = "summary"
"""The question, and the item, of the one sentence."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Held:
    """A message in doubt: neither answer nor command until the next message settles it."""

    question: str
    said: str
    command: str


@dataclass(frozen=True)
class Wondered:
    """What was asked about the problem before the sentence, once.

    Attributes:
        kind: too_long, two_problems, solution, someone_elses (assistant/summary/concerns.py).
        words: the member's words that it is about.
    """

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Last:
    """The member's last message, kept so that a misjudgement can be turned round.

    Attributes:
        question: the question that was open.
        said: the whole message; empty for a choice, which no words were said with.
        command: for a command, the one carried out; for an answer, the one it might have been.
        answered: whether it was taken as an answer.
        before: the answer, or the sentence, that stood before it, for an answer.
        skipped_before: whether the question stood skipped before it.
        grave_before: whether the answer before it held a serious sign.
    """

    question: str
    said: str
    command: str | None
    answered: bool
    before: str | None = None
    skipped_before: bool = False
    grave_before: bool = False


@dataclass(frozen=True)
class State:
    """Where a preparation stands after a step of its log.

    Attributes:
        seq: the last step folded in.
        answers: the current answer to each question, in the order of first answering.
        skipped: questions left out by the member.
        trail: the questions dealt with, in order: what "back" goes back along.
        shown: every question that has been shown.
        open: the question shown last.
        revisiting: the question gone back to, or being changed.
        held: a message in doubt.
        aside: a confirmation or choice that waits: which_answer, confirm_start_again, ...
        variation: how the open question is worded, where it is not the first wording.
        enough: the member wants no more questions today.
        paused: the last thing said was "pause".
        offered: the sentence offered, the first where there are several.
        others: the other sentences offered with it.
        seen: every sentence that has been offered.
        concern: what is asked about the problem before the sentence.
        wondered: whether it is one problem has been looked at.
        accepted: the sentence accepted.
        reviewed: what was said has been looked over.
        listed: the list of answers is the last thing that was shown: a number means one of them.
        chosen: items chosen for release, waiting for the confirmation.
        people: who is named in the words chosen; None while nobody has looked.
        decided: for each of them, by id, the role to be said, or KEEP for the name.
        more: whether the other answers are offered for release as well.
        released: what the set sees, item by item, as it was seen.
        released_from: the member's own words that each of these was made of.
        shared: the question of release is dealt with.
        grave: questions whose answer holds a serious sign: never offered for release.
        warned: the line about others at risk has been said.
        route: five, ten or full (assistant/coaching/route.py); None until one is chosen.
        route_offered: the routes have been offered once more, after a few questions.
        route_asked: they were offered in the last turn, so that a bare "ten" names one.
        likely: how likely the first step is, 1 to 10; None where no number was said.
        step_day: the day of the first step (ISO 8601); or "past" or "unreal", where the day that
            was named cannot be meant.
        again: questions to be asked anew, since what they are about has changed.
        mirrored: how many questions had been dealt with when words were last given back.
        previous: what stood at the end of earlier preparations, where the member comes back.
        wish: the member would like the set's suggestions.
        so_far: the sentence as far as it could be made when the member left.
        earlier: the answers of earlier rounds, before "start again".
        last: the member's last message.
    """

    seq: int = 0
    answers: Mapping[str, str] = _NOTHING
    skipped: frozenset[str] = frozenset()
    trail: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    open: str | None = None
    revisiting: str | None = None
    held: Held | None = None
    aside: str | None = None
    variation: str = ""
    enough: bool = False
    paused: bool = False
    offered: str | None = None
    others: tuple[str, ...] = ()
    seen: frozenset[str] = frozenset()
    concern: Wondered | None = None
    wondered: bool = False
    accepted: str | None = None
    reviewed: bool = False
    listed: bool = False
    chosen: tuple[str, ...] = ()
    people: tuple[Person, ...] | None = None
    decided: Mapping[str, str] = _NOTHING
    more: bool = False
    released: Mapping[str, str] = _NOTHING
    released_from: Mapping[str, str] = _NOTHING
    shared: bool = False
    grave: frozenset[str] = frozenset()
    warned: bool = False
    route: str | None = None
    route_offered: bool = False
    route_asked: bool = False
    likely: int | None = None
    step_day: str | None = None
    again: frozenset[str] = frozenset()
    mirrored: int | None = None
    previous: Previous | None = None
    wish: bool = False
    so_far: str | None = None
    earlier: tuple[Mapping[str, str], ...] = field(default=())
    last: Last | None = None


def standing(steps: Iterable[Step], state: State | None = None) -> State:
    """Where a preparation stands after these steps, from ``state`` on (default: the start)."""
    state = state or State()
    for step in steps:
        state = after(state, step)
    return state


def after(state: State, step: Step) -> State:
    """Where a preparation stands after one more step."""
    folded = _FOLDS[step.kind](state, step)
    return replace(folded, seq=step.seq or state.seq)


def _shown(state: State, step: Step) -> State:
    if step.question is None:
        return state
    return replace(state, shown=state.shown | {step.question}, open=step.question)


def _answered(state: State, step: Step) -> State:
    """An answer: to a question of the worksheet, to the release, or an own sentence."""
    key, text = step.question, step.text
    if key is None or text is None:
        return state
    state = _spoken(state, step, answered=True)
    if key == "summary":
        skipped = state.skipped - {key}
        return replace(
            state,
            offered=text,
            others=(),
            accepted=None,
            revisiting=None,
            skipped=skipped,
            variation="",
        )
    if key == "release":
        chosen = tuple(text.split())
        decided = {one: role for one, role in state.decided.items() if "\n" not in one}
        state = replace(state, chosen=chosen, people=None, decided=MappingProxyType(decided))
        return replace(state, aside=None, revisiting=None, variation="")
    if key == "person":
        return _decided(state, step.wording, text)
    is_grave = _is_grave(step)
    state = _read(state, step)
    return replace(
        _left(state, key),
        people=None,
        chosen=() if is_grave else state.chosen,
        answers=MappingProxyType({**state.answers, key: text}),
        skipped=state.skipped - {key},
        grave=state.grave | {key} if is_grave else state.grave - {key},
        again=state.again - {key},
        warned=state.warned or step.about == "others_at_risk",
    )


_ABOUT_THE_STEP = frozenset({"likelihood", "likelihood_why", "likelihood_up", "smaller_step"})


def _read(state: State, step: Step) -> State:
    """What was read in the answer: how likely, which day; another step is asked about anew."""
    if step.question == "likelihood":
        number = step.about or ""
        return replace(state, likely=int(number) if number.isdigit() else None)
    if step.question == "step_day":
        return replace(state, step_day=step.about)
    if step.question == "first_steps":
        changed = state.answers.get("first_steps") not in {None, step.text}
        about_it = _ABOUT_THE_STEP & {*state.answers, *state.skipped} if changed else state.again
        likely = None if changed else state.likely
        return replace(state, step_day=step.about, again=about_it, likely=likely)
    return state


def _is_grave(step: Step) -> bool:
    """Whether the answer holds a serious sign, or became an answer by the member's own word."""
    settled = step.kind is StepKind.SETTLED and step.command in {"not_coping", "danger"}
    return settled or step.about == "others_at_risk"


def _skipped(state: State, step: Step) -> State:
    """A question left out; what was answered before stays."""
    key = step.question
    if key is None:
        return state
    state = _spoken(state, step)
    if key == "release":
        return _nothing_more(_left(state, key))
    if key == "review":
        return _reviewed(state, step)
    if key == "person":
        return _decided(state, None, KEEP)
    if key in state.chosen and key not in state.answers:  # chosen, and then not said
        chosen = tuple(item for item in state.chosen if item != key)
        return replace(state, chosen=chosen, variation="", revisiting=None)
    state = replace(state, again=state.again - {key})
    if key in state.answers or (key == "summary" and state.accepted):
        return _left(state, key)
    return replace(_left(state, key), skipped=state.skipped | {key})


def _went_back(state: State, step: Step) -> State:
    state = replace(_spoken(state, step), revisiting=step.about, aside=None, variation="")
    return replace(state, chosen=()) if step.about == "release" else state


def _asked(state: State, step: Step) -> State:
    state = _spoken(state, step)
    change = _COMMANDS.get(step.command or "")
    return change(state, step) if change else state


def _held(state: State, step: Step) -> State:
    if step.question is None or step.said is None:
        return state
    held = Held(step.question, step.said, step.command or "skip_question")
    chosen = state.chosen if step.question in state.chosen else ()
    return replace(_spoken(state, step), held=held, aside=None, chosen=chosen)


def _settled(state: State, step: Step) -> State:
    """Doubt settled, or a misjudgement turned round.

    With a text, the message is the answer to ``question`` after all; without one, it is taken
    out of the answers again, and what stood there before comes back.
    """
    key = step.question
    if key is None:
        return replace(_spoken(state, step), held=None)
    last = state.last
    settled = replace(state, held=None, aside=None)
    if step.text is not None:
        return _answered(settled, step)
    if state.held is None and last is not None and last.answered:
        settled = _taken_out(settled, key, last)
    return _spoken(settled, step)


def _offered(state: State, step: Step) -> State:
    if step.text is None:
        return state
    if step.about == "so_far":
        return replace(state, so_far=step.text)
    state = replace(state, seen=state.seen | {step.text}, accepted=None, variation="", people=None)
    if step.about == "another":
        return replace(state, others=(*state.others, step.text))
    return replace(state, offered=step.text, others=())


def _accepted(state: State, step: Step) -> State:
    state = replace(_spoken(state, step), accepted=step.text, people=None)
    return replace(_left(state, "summary"), skipped=state.skipped - {"summary"})


def _released(state: State, step: Step) -> State:
    if step.about is None or step.text is None:
        return state
    state = replace(_spoken(state, step), chosen=(), aside=None, variation="")
    own = step.wording if step.wording is not None else step.text
    return replace(
        _left(state, "release"),
        released=MappingProxyType({**state.released, step.about: step.text}),
        released_from=MappingProxyType({**state.released_from, step.about: own}),
        shared=_in_its_place(state) and not state.more,
    )


def _withdrawn(state: State, step: Step) -> State:
    left = {item: text for item, text in state.released.items() if item != step.about}
    return replace(_spoken(state, step), released=MappingProxyType(left))


def _nothing_more(state: State) -> State:
    """The release is dealt with; for good where it was its turn."""
    shared = state.shared or _in_its_place(state)
    return replace(state, shared=shared, chosen=(), aside=None, more=False, revisiting=None)


def _in_its_place(state: State) -> bool:
    """Whether the sentence is dealt with; before it, a member passes something on early."""
    return state.accepted is not None or SENTENCE in state.skipped


def undecided(state: State) -> Person | None:
    """The first person named in the words chosen of whom the member has not decided."""
    return next((one for one in state.people or () if one.id not in state.decided), None)


def _decided(state: State, name: str | None, role: str) -> State:
    """What the member decided for the person of this id, or for the one who is asked about."""
    person = undecided(state)
    one = name if name is not None else person.id if person else None
    decided = state.decided if one is None else {**state.decided, one: role}
    return replace(state, decided=MappingProxyType(dict(decided)), variation="", aside=None)


def _people_found(state: State, step: Step) -> State:
    return replace(state, people=from_text(step.wording or "[]"))


def _two_people(state: State, step: Step) -> State:
    """One name that is two people's: each place where it stands is asked about."""
    person = undecided(state)
    if person is None or person.which or person.count < 2:
        return state
    return replace(state, people=told_apart(state.people or (), person))


def _lapsed(state: State, step: Step) -> State:
    """What waited for a yes is off, and what was decided for it."""
    state = _names_anew(state, step) if state.chosen else state
    return replace(state, aside=None, chosen=())


def _names_anew(state: State, step: Step) -> State:
    """What was decided for those who are named in the words chosen is forgotten."""
    asked = {one.id for one in state.people or ()}
    decided = {one: role for one, role in state.decided.items() if one not in asked}
    return replace(state, decided=MappingProxyType(decided), people=None, variation="")


_FOLDS: Mapping[StepKind, Callable[[State, Step], State]] = {
    StepKind.SHOWN: _shown,
    StepKind.ANSWERED: _answered,
    StepKind.REVISED: _answered,
    StepKind.SKIPPED: _skipped,
    StepKind.WENT_BACK: _went_back,
    StepKind.ASKED: _asked,
    StepKind.HELD: _held,
    StepKind.SETTLED: _settled,
    StepKind.OFFERED: _offered,
    StepKind.ACCEPTED: _accepted,
    StepKind.RELEASED: _released,
    StepKind.WITHDRAWN: _withdrawn,
}


def _opens(aside: str) -> Callable[[State, Step], State]:
    return lambda state, step: replace(state, aside=aside)


def _reviewed(state: State, step: Step) -> State:
    return replace(_left(state, "review"), reviewed=True)


def _enough(state: State, step: Step) -> State:
    """No more questions; said to the review or the release, no more of these either."""
    state = replace(state, enough=True, revisiting=None)
    if step.question == "review":
        return _reviewed(state, step)
    passing_on = {"release", "person", "confirm_release"}
    return _nothing_more(state) if step.question in passing_on else state


def _wondered(state: State, step: Step) -> State:
    if step.wording is None:
        return replace(state, wondered=True)
    concern = Wondered(step.about or "", tuple(step.wording.split("\n")))
    return replace(state, wondered=True, concern=concern)


def _started_again(state: State, step: Step) -> State:
    """A new round: the answers so far are kept aside; what was released stays released."""
    return State(
        seq=state.seq,
        shown=frozenset({"problem"}),
        released=state.released,
        released_from=state.released_from,
        earlier=(*state.earlier, state.answers),
        previous=state.previous,
        last=state.last,
    )


def _chose_route(state: State, step: Step) -> State:
    """Another route; without one that was named, the choice is asked."""
    if step.about is None:
        return replace(state, aside="route")
    return replace(_redrafted(state), route=step.about, aside=None, enough=False)


def _redrafted(state: State) -> State:
    """The sentence is made anew from what is still to come, unless it is the member's own."""
    if state.accepted or state.offered not in state.seen:
        return state
    return replace(state, offered=None, others=())


# What a command that was asked changes; the others change nothing but what is said.
_COMMANDS: Mapping[str, Callable[[State, Step], State]] = {
    "pause": lambda state, step: replace(state, paused=True),
    "rephrase": lambda state, step: replace(state, variation="differently"),
    "reworded": lambda state, step: replace(state, variation="reworded"),
    "enough": _enough,
    "others_at_risk": lambda state, step: replace(state, warned=True),
    "wondered": _wondered,
    "share_more": lambda state, step: replace(state, more=True, shared=False),
    "summary_so_far": lambda state, step: replace(state, listed=True),
    "show_all": lambda state, step: replace(state, variation="in_full"),
    "people_found": _people_found,
    "keep_name": lambda state, step: _decided(state, None, KEEP),
    "role_wanted": lambda state, step: replace(state, variation="role"),
    "two_people": _two_people,
    "names_anew": _names_anew,
    "not_right": lambda state, step: replace(state, variation="which"),
    "reviewed": _reviewed,
    "ask_advice": _opens("note_wish"),
    "mirrored": lambda state, step: replace(state, mirrored=len(state.trail)),
    "noted_wish": lambda state, step: replace(state, wish=True, aside=None),
    "choose_route": _chose_route,
    "route_offered": lambda state, step: replace(state, route_offered=True, route_asked=True),
    "change_answer": _opens("which_answer"),
    "start_again": _opens("confirm_start_again"),
    "delete_data": _opens("confirm_delete"),
    "started_again": _started_again,
    "kept_as_it_was": lambda state, step: replace(state, revisiting=None),
    "lapsed": _lapsed,
}


def _spoken(state: State, step: Step, *, answered: bool = False) -> State:
    """Remember the member's message of this step, if it has one."""
    if step.said is None or step.question is None:
        return state
    before = state.offered if step.question == "summary" else state.answers.get(step.question)
    last = Last(
        question=step.question,
        said="" if step.how is How.CHOSEN else step.said,
        command=step.command,
        answered=answered,
        before=before if answered else None,
        skipped_before=step.question in state.skipped,
        grave_before=step.question in state.grave,
    )
    return replace(state, last=last, paused=False, listed=False, route_asked=False)


def _left(state: State, key: str) -> State:
    """The question is dealt with: back leads here, and what was revisited is left."""
    trail = state.trail if key in state.trail else (*state.trail, key)
    return replace(state, trail=trail, revisiting=None, variation="", aside=None)


def _taken_out(state: State, key: str, last: Last) -> State:
    """The question as it was before this answer, and open again."""
    state = replace(
        state,
        skipped=state.skipped | {key} if last.skipped_before else state.skipped,
        grave=state.grave | {key} if last.grave_before else state.grave - {key},
        revisiting=key,
        chosen=(),
    )
    if key == "summary":
        return replace(state, offered=last.before)
    if key == "person":
        return replace(state, revisiting=None, chosen=(), decided=_NOTHING)
    answers = {**state.answers, key: last.before}
    known = {each: text for each, text in answers.items() if text is not None}
    return replace(state, answers=MappingProxyType(known))
