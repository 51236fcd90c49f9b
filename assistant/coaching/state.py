"""Where a preparation stands, as its log has it (assistant/coaching/fold).

There is no second place that knows the answers or the position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from assistant.coaching.people import Person
from assistant.coaching.plain_words import says_yes
from assistant.coaching.previous import Previous

SENTENCE = "summary"
"""The question, and the item, of the one sentence."""
DISTRESS = frozenset({"danger", "not_coping"})
"""Serious signs whose words are never ordinary; those of others at risk are kept as the answer."""

NOTHING: Mapping[str, str] = MappingProxyType({})


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
        turns: how many messages of the member's there were.
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
        nameless: whether the member has no name of their own in the records, and was not asked for
            one; None while nobody has looked.
        own_name: the name that they said then.
        more: whether the other answers are offered for release as well.
        released: what the set sees, item by item, as it was seen.
        released_from: the member's own words that each of these was made of.
        released_days: the day that was seen beside each, by ISO 8601; empty: there was none.
        shared: the question of release is dealt with.
        grave: questions whose answer holds a serious sign: never offered for release.
        warned: the line about others at risk has been said.
        route: five, ten or full (assistant/coaching/route.py); None until one is chosen.
        route_offered: the routes have been offered once more, after a few questions.
        route_asked: they were offered in the last turn, so that a bare "ten" names one.
        likely: how likely the first step is, 1 to 10; two numbers, the lower first, where it lies
            between them; none where no number was said.
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
    turns: int = 0
    answers: Mapping[str, str] = NOTHING
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
    decided: Mapping[str, str] = NOTHING
    nameless: bool | None = None
    own_name: str | None = None
    more: bool = False
    released: Mapping[str, str] = NOTHING
    released_from: Mapping[str, str] = NOTHING
    released_days: Mapping[str, str] = NOTHING
    shared: bool = False
    grave: frozenset[str] = frozenset()
    warned: bool = False
    route: str | None = None
    route_offered: bool = False
    route_asked: bool = False
    likely: tuple[int, ...] = ()
    step_day: str | None = None
    again: frozenset[str] = frozenset()
    mirrored: int | None = None
    previous: Previous | None = None
    wish: bool = False
    so_far: str | None = None
    earlier: tuple[Mapping[str, str], ...] = field(default=())
    last: Last | None = None


def undecided(state: State) -> Person | None:
    """The first person named in the words chosen of whom the member has not decided."""
    return next((one for one in state.people or () if one.id not in state.decided), None)


def still_holds(state: State) -> bool:
    """Whether the member has said of the last meeting's sentence that it is still right."""
    return says_yes(state.answers.get("still_right", ""))
