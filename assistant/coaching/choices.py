"""What can be chosen instead of typing, at the open question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.catalogue import Catalogue
from assistant.coaching.items import listed, others
from assistant.coaching.next_question import next_question
from assistant.coaching.picking import ALL, MORE, NOTHING
from assistant.coaching.release import is_several
from assistant.coaching.review import to_review
from assistant.coaching.route import ROUTES, is_at_start
from assistant.coaching.sentence import sentences
from assistant.coaching.state import State, undecided
from assistant.coaching.wording import would_do

SENTENCES = ("second", "third")
"""Keys of the other sentences on offer."""
KEEP_NAME, USE_ROLE, TWO_PEOPLE = "keep_name", "use_role", "two_people"
"""Keys of what can be done about somebody who is named."""


def choices(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Key -> label. A key is a command's intent, or an item of the list that is shown."""
    question = catalogue.question(next_question(state, catalogue))
    if is_at_start(state) and question.part != "aside":
        return _labelled(*ROUTES)(state, catalogue)
    offered = _OFFERED.get(question.key) or _OFFERED.get(question.kind)
    return offered(state, catalogue) if offered else {}


def _labelled(*keys: str) -> Callable[[State, Catalogue], dict[str, str]]:
    return lambda state, catalogue: {k: catalogue.text(f"utter_label_{k}") for k in keys}


def _answers(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {key: catalogue.question(key).short for key in to_review(state, catalogue)}


def _review(state: State, catalogue: Catalogue) -> dict[str, str]:
    return {**_answers(state, catalogue), "affirm": catalogue.text("utter_label_review_affirm")}


def _items(state: State, catalogue: Catalogue) -> dict[str, str]:
    items = {key: catalogue.named(key).short for key in listed(state, catalogue)}
    rest = (ALL, NOTHING) if state.more or not others(state, catalogue) else (ALL, NOTHING, MORE)
    return {**items, **_labelled(*rest)(state, catalogue)}


def _held(state: State, catalogue: Catalogue) -> dict[str, str]:
    """An either-or is chosen by what it offers: "yes" would answer neither half of it."""
    if state.held is None:
        return {}
    shall_i = would_do(state.held.command, catalogue)
    mine = catalogue.text("utter_label_my_answer")
    return {"affirm": mine, "deny": f"{shall_i[:1].upper()}{shall_i[1:]}"}


def _person(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Keep the name; the role that the member used themselves; two people, where it may be."""
    person = undecided(state)
    if person is None:
        return {}
    keep = {KEEP_NAME: catalogue.text("utter_label_keep_name", name=person.name)}
    said = catalogue.text("utter_label_use_role", role=person.role)
    role = {USE_ROLE: said} if person.role else {}
    two = _labelled(TWO_PEOPLE)(state, catalogue) if is_several(person) else {}
    return {**keep, **role, **two}


def _sentence(state: State, catalogue: Catalogue) -> dict[str, str]:
    """Keep the first, the second, the third: numbered as the sentences are, and nothing beside.

    "No sentence" has no number: it would change with how many there are.
    """
    keys = ("affirm", *SENTENCES)[: len(sentences(state))]
    labels = {"affirm": "first"} if state.others else {}
    return {key: catalogue.text(f"utter_label_sentence_{labels.get(key, key)}") for key in keys}


_OFFERED: Mapping[str, Callable[[State, Catalogue], dict[str, str]]] = {
    "settle_held": _held,
    "yes_no": _labelled("affirm", "deny"),
    "summary": _sentence,
    "release": _items,
    "person": _person,
    "which_answer": _answers,
    "review": _review,
    "route": _labelled(*ROUTES),
}
