"""What a member can pass on to the set.

Five things are offered; the other answers stand behind "share more"; what is in neither is not
there at all: serious signs, earlier wordings, what was skipped, whether somebody has prepared.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.catalogue import Catalogue
from assistant.coaching.plain_words import says_unknown
from assistant.coaching.route import holds_answer
from assistant.coaching.state import SENTENCE, State, still_holds

NEXT_STEP = "next_step"
BID = "bid"
"""The bid for time: where it was not said, it is asked for once it is chosen."""

_ANSWER_TO: Mapping[str, str] = {
    "want": "want",
    BID: BID,
    "last_step": "what_happened",
    NEXT_STEP: "first_steps",
}
"""Item -> the question whose answer it is."""
_BY_NAME_ONLY = ("likelihood", "likelihood_why", "likelihood_up")
"""Passed on only where the member asks for them by name: 1 to 10, and what was said about it."""


def offered(state: State) -> Mapping[str, str]:
    """The things that are offered, in their order: item -> the words; a bid not said yet is empty.

    None where nothing was said at all.
    """
    sentence = {SENTENCE: state.accepted} if state.accepted else {}
    said = {item: words for item in _ANSWER_TO if (words := words_of(state, item)) is not None}
    bid = {} if BID in state.answers or not (state.accepted or state.answers) else {BID: ""}
    together = {**sentence, **said, **bid}
    return {item: together[item] for item in (SENTENCE, *_ANSWER_TO) if item in together}


def others(state: State, catalogue: Catalogue) -> Mapping[str, str]:
    """The other answers, in the order of their questions: key -> the words."""
    apart = {*_ANSWER_TO.values(), *_BY_NAME_ONLY, *(["still_right"] if still_holds(state) else [])}
    answers = shareable(state)
    return {
        key: answers[key]
        for key in catalogue.questions
        if key in answers and key not in apart and holds_answer(key, catalogue)
    }


def listed(state: State, catalogue: Catalogue) -> Mapping[str, str]:
    """What the release shows: what is offered, and the other answers where more was asked for."""
    return {**offered(state), **(others(state, catalogue) if state.more else {})}


def by_name(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    """What can be chosen although it is not shown, by its name alone."""
    more = () if state.more else tuple(others(state, catalogue))
    return (*more, *(key for key in _BY_NAME_ONLY if key in shareable(state)))


def words_of(state: State, item: str) -> str | None:
    """The member's own words that an item stands for; None where there are none to pass on.

    "No idea" is no step.
    """
    if item == SENTENCE:
        return state.accepted
    words = shareable(state).get(_ANSWER_TO.get(item, item))
    return None if item == NEXT_STEP and says_unknown(words or "") else words


def day_of(state: State, item: str) -> date | None:
    """The day that stands beside the next step, where one was named and can be meant; else None."""
    if item != NEXT_STEP or words_of(state, item) is None:
        return None
    try:
        return date.fromisoformat(state.step_day or "")
    except ValueError:  # "past" or "unreal"
        return None


def shareable(state: State) -> Mapping[str, str]:
    """The answers without those that hold a serious sign: these stay private for good."""
    return {key: text for key, text in state.answers.items() if key not in state.grave}
