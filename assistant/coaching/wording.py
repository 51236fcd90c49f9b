"""The values that the catalogue's wording needs: a pure function of where one stands."""

from __future__ import annotations

from assistant.catalogue import Catalogue
from assistant.coaching.next_question import next_question, question_beneath
from assistant.coaching.release import (
    in_record,
    more_to_share,
    people_in_it,
    person_asked,
    release_list,
    shown_exactly,
)
from assistant.coaching.review import laid_out
from assistant.coaching.sentence import sentences
from assistant.coaching.state import State


def values(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Slot values for the wording of the question that comes next."""
    question = next_question(state, catalogue)
    filled = {
        "variation": state.variation,
        "listed": "yes" if state.listed else "",
        "word": catalogue.word,
        "open_question": question_beneath(state, catalogue),
    }
    make = _VALUES.get(question)
    return {**filled, **make(state, catalogue)} if make else filled


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


def _summary(state: State, catalogue: Catalogue) -> dict[str, str]:
    if not state.offered:
        return {"variation": "own"}
    listed = "\n".join(f'{place}. "{text}"' for place, text in enumerate(sentences(state), 1))
    several = {"variation": state.variation or "several"} if state.others else {}
    return {"sentence": state.offered, "sentences": listed, **several}


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
    return {**person_asked(state, catalogue), "variation": state.variation}


def _chosen(state: State, catalogue: Catalogue) -> dict[str, str]:
    people = people_in_it(state, catalogue)
    return {"chosen": shown_exactly(state, catalogue), "people_named": people}


def _closing(state: State, catalogue: Catalogue) -> dict[str, str]:
    if not state.released:
        text = "utter_closed_withdrawn" if state.released_from else "utter_closed_private"
        return {"closing_text": catalogue.text(text)}
    released = in_record(state, catalogue)
    return {"closing_text": catalogue.text("utter_closed_shared", released=released)}


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
    "summary": _summary,
    "one_problem": _one_problem,
    "release": _release,
    "person": _person,
    "confirm_release": _chosen,
    "closing": _closing,
    "settle_held": _held,
    "which_answer": _answers,
    "review": _review,
}
