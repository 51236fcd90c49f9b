"""The values that the catalogue's wording needs: a pure function of where one stands."""

from __future__ import annotations

from collections.abc import Callable

from assistant.catalogue import Catalogue
from assistant.coaching.deeper import words_behind
from assistant.coaching.following import OPTIONS
from assistant.coaching.items import NEXT_STEP
from assistant.coaching.next_question import next_question, question_beneath
from assistant.coaching.plain_words import says_unknown
from assistant.coaching.quoting import ended, quoted
from assistant.coaching.release import (
    in_record,
    in_roles,
    more_to_share,
    people_in_it,
    person_asked,
    release_list,
    shown_exactly,
)
from assistant.coaching.repeats import PAIRS, earlier_answer, said_before
from assistant.coaching.review import laid_out
from assistant.coaching.route import FIVE, route_of
from assistant.coaching.sentence import sentences
from assistant.coaching.state import State, still_holds

_QUOTING_AN_OPTION = frozenset(f"pros_cons{ending}" for ending in OPTIONS.values())


def values(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Slot values for the wording of the question that comes next."""
    question = next_question(state, catalogue)
    filled = {
        "variation": state.variation,
        "listed": "yes" if state.listed else "",
        "taken_as": _taken_as(state),
        "word": catalogue.word,
        "open_question": question_beneath(state, catalogue),
    }
    make = _VALUES.get(question)
    made = make(state, catalogue) if make else {}
    return {**filled, **_before(question, state), **made}


def _taken_as(state: State) -> str:
    """What the last message was taken for, where only one misjudgement of it is possible.

    Held, it was taken for neither; and of an answer that tells of others at risk both can be said.
    """
    last = state.last
    if state.held is not None or last is None or (last.answered and last.question in state.grave):
        return ""
    return "answer" if last.answered else "command"


def asking(state: State, catalogue: Catalogue) -> str:
    """The exact wording of the question that comes next."""
    return catalogue.asking(next_question(state, catalogue), values(state, catalogue))


def would_do(command: str, catalogue: Catalogue) -> str:
    """What the assistant would do on this command, to follow "shall I"."""
    named = named_to_do(command, catalogue)
    return catalogue.text(f"utter_would_{command}" if named else "utter_would_leave_it")


def named_to_do(command: str, catalogue: Catalogue) -> bool:
    """Whether there are words for doing this; a message in doubt is else just left out."""
    return catalogue.has(f"utter_would_{command}")


def quotes(question: str, state: State) -> bool:
    """Whether the question is asked with earlier words of the member's in it."""
    return question in _QUOTING_AN_OPTION or bool(_before(question, state))


def _before(question: str, state: State) -> dict[str, str]:
    """The earlier words that the question is about, or that already speak to it."""
    if question in state.answers or state.variation:
        return {}
    words = said_before(question, state) or words_behind(question, state, _quoted(state))
    return {"variation": "said_before", "earlier_words": words} if words else {}


def _quoted(state: State) -> list[str]:
    """The earlier words that questions so far have quoted."""
    quoted = (said_before(question, state) for question in PAIRS if question in state.shown)
    return [words for words in quoted if words]


def _problem(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Asked in full once; after a route was chosen not word for word again."""
    chosen = state.route and "problem" in state.shown and not state.answers
    return {"variation": "after_route"} if chosen and not state.variation else {}


def _stopping(state: State, catalogue: Catalogue) -> dict[str, str]:
    """ "It" is what they are trying to do; where that is not asked, there is no "it"."""
    asked = route_of(state) != FIVE or "try" in state.answers
    plain = not state.variation and said_before("stopping", state) is None
    return {"variation": "nothing_tried"} if plain and not asked else {}


def _first_steps(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Of several options none is quoted: which it is to be is the member's to say."""
    if state.variation or "first_steps" in state.answers:
        return {}
    if "option_2" in state.answers:
        return {"variation": "of_several"}
    of_last_time = "options" not in state.answers and said_before("first_steps", state)
    return {"variation": "of_last_time"} if of_last_time else {}


def _option(key: str) -> Callable[[State, Catalogue], dict[str, str]]:
    """An option; where the last place took several, one after the other."""
    return lambda state, catalogue: {
        "option_text": quoted(", ".join(state.answers.get(key, "").splitlines()))
    }


def _first_option(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Where the question before quoted it, and yes made it an option, it is not quoted again."""
    again = state.open == "options" and state.answers.get("options") == earlier_answer(
        "options", state
    )
    just_quoted = {"variation": "just_quoted"} if again and not state.variation else {}
    return {**_option("options")(state, catalogue), **just_quoted}


def _likely(state: State, catalogue: Catalogue) -> dict[str, str]:
    """The number that was said, or the two, and the one two below it, in words."""
    if not state.likely:
        return {}
    said = catalogue.text("utter_or").join(_number(each, catalogue) for each in state.likely)
    return {"likely": said, "lower": _number(max(min(state.likely) - 2, 1), catalogue)}


def _number(number: int, catalogue: Catalogue) -> str:
    return catalogue.text(f"utter_number_{number}")


def _step_day(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {"variation": state.step_day or "", "step_text": quoted(state.answers["first_steps"])}


def _still_right(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {"sentence": (state.previous.sentence or "") if state.previous else ""}


def _what_happened(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {"step_text": ended(state.previous.step or "") if state.previous else ""}


def _want(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {"variation": "noted"} if state.wish and not state.variation else {}


def _summary(state: State, catalogue: Catalogue) -> dict[str, str]:
    if not state.offered:
        return {"variation": "own"}
    listed = "\n".join(f'{place}. "{text}"' for place, text in enumerate(sentences(state), 1))
    several = {"variation": state.variation or _of_sentences(state)} if state.others else {}
    return {"sentence": state.offered, "sentences": listed, **several}


def _of_sentences(state: State) -> str:
    """Whoever has said that the last meeting's is still right is not asked as if it were new."""
    last = state.previous.sentence if state.previous else None
    return "as_it_was" if still_holds(state) and state.offered == last else "several"


def _one_problem(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Which of the four questions it is, and the words that it quotes."""
    assert state.concern  # asked only then
    quoted = catalogue.text("utter_and").join(f'"{each}"' for each in state.concern.words)
    return {"variation": state.concern.kind, "quoted": quoted}


def _release(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {
        "variation": "again" if state.released or state.more else state.variation,
        "items": release_list(state, catalogue),
        "more": more_to_share(state, catalogue),
    }


def _person(state: State, catalogue: Catalogue) -> dict[str, str]:
    another = "another" if state.decided else ""
    return {**person_asked(state, catalogue), "variation": state.variation or another}


def _own_name(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Where one was said, nothing would stand under none."""
    return {"variation": "differently" if state.own_name else state.variation}


def _chosen(state: State, catalogue: Catalogue) -> dict[str, str]:
    named = people_in_it(state, catalogue)
    if state.own_name:
        named += "\n\n" + catalogue.text("utter_stands_under", name=state.own_name)
    return {"chosen": shown_exactly(state, catalogue), "people_named": named}


def _closing(state: State, catalogue: Catalogue) -> dict[str, str]:
    """In full where it is new; then a line, and to a goodbye no more than that."""
    if state.paused:
        return {"variation": "bye"}
    if state.open == "closing" and (state.last is None or state.last.question == "closing"):
        return {"variation": "again"}
    said = state.answers.get("first_steps")
    step = None if says_unknown(said or "") else said
    in_list = "_shared" if step and state.released_from.get(NEXT_STEP) == step else ""
    told = catalogue.text(f"utter_closed_step{in_list}", step=ended(in_roles(step or "", state)))
    kept = f"{told} " if step else ""
    if not state.released:
        text = "utter_closed_withdrawn" if state.released_from else "utter_closed_private"
        return {"closing_text": kept + catalogue.text(text)}
    released = in_record(state, catalogue)
    return {"closing_text": kept + catalogue.text("utter_closed_shared", released=released)}


def _held(state: State, catalogue: Catalogue) -> dict[str, str]:
    assert state.held  # this question is asked only while something is held
    return {
        "held_text": state.held.said.strip(),
        "would_do": would_do(state.held.command, catalogue),
    }


def _answers(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {"answers": laid_out(state, catalogue)}


def _review(state: State, catalogue: Catalogue) -> dict[str, str]:
    """In full the first time and when it is asked for; then only the question."""
    again = "again" if "review" in state.shown else ""
    variation = state.variation if state.variation in {"in_full", "which"} else again
    return {"variation": variation, **_answers(state, catalogue)}


_VALUES = {
    "problem": _problem,
    "stopping": _stopping,
    "first_steps": _first_steps,
    **{
        f"{side}{ending}": _option(key)
        for key, ending in OPTIONS.items()
        for side in ("pros_cons", "against")
    },
    "pros_cons": _first_option,
    "likelihood_why": _likely,
    "step_day": _step_day,
    "want": _want,
    "still_right": _still_right,
    "what_happened": _what_happened,
    "summary": _summary,
    "one_problem": _one_problem,
    "release": _release,
    "person": _person,
    "own_name": _own_name,
    "confirm_release": _chosen,
    "closing": _closing,
    "settle_held": _held,
    "which_answer": _answers,
    "review": _review,
}
