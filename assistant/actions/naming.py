"""Looking for people who are named in what is to be passed on, and what is done about each."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.choices import KEEP_NAME, TWO_PEOPLE, USE_ROLE
from assistant.coaching.people import Person, as_text, names, places
from assistant.coaching.readable import readable
from assistant.coaching.release import words_chosen
from assistant.coaching.roles import keeps_name, keeps_private, role_in
from assistant.coaching.state import undecided
from assistant.records.steps import How, StepKind
from assistant.summary import ParserMissing
from assistant.summary.naming import is_name, people_named

PERSON = "person"


def look_for_people(log: TurnLog, say: Speaker) -> None:
    """Note who is named in the words that were chosen, before they are shown to be confirmed."""
    texts = words_chosen(log.state)
    told = {key: readable(text) for key, text in log.state.answers.items()}
    try:
        found = people_named({item: readable(text) for item, text in texts.items()}, told)
    except ParserMissing:
        say("utter_names_not_looked_for")
        found = ()
    people = [Person(p.name, p.forms, p.role, places(texts, p.forms)) for p in found]
    log.note(StepKind.ASKED, PERSON, command="people_found", wording=as_text(people))


def decide_person(log: TurnLog, say: Speaker, text: str) -> None:
    """Keep the name of the person who is asked about, or say them by a role."""
    person = undecided(log.state)
    if person is None:
        log.append(StepKind.ASKED, PERSON, command="nobody_named")
    elif log.message.how is How.CHOSEN:
        _chosen(log, person, text)
    elif _names_another(log, person, text) and decide_anew(log, say, text):
        return
    elif keeps_name(text, person.name):
        keep_name(log)
    elif keeps_private(text):
        take_nothing(log, say)
    else:
        _say_by_role(log, say, person, text)


def _names_another(log: TurnLog, person: Person, text: str) -> bool:
    """Whether it is about somebody else who is named: "say the receptionist instead of ..."."""
    others = [one for one in log.state.people or () if one.name != person.name]
    named = [one for one in others if names(text, one.forms)]
    return (
        len(named) == 1
        and not names(text, person.forms)
        and role_in(text, named[0].name) is not None
    )


def keep_name(log: TurnLog) -> None:
    """The name stays."""
    log.append(StepKind.ASKED, PERSON, command="keep_name")


def want_role(log: TurnLog) -> None:
    """The name is not to be seen: ask for the role."""
    log.append(StepKind.ASKED, PERSON, command="role_wanted")


def take_nothing(log: TurnLog, say: Speaker) -> None:
    """Nothing that was chosen is passed on; the choice is open again."""
    log.append(StepKind.ASKED, command="lapsed")
    say("utter_nothing_changed")


def decide_anew(log: TurnLog, say: Speaker, text: str) -> bool:
    """At the confirmation: a role for somebody named after all; False where none is spoken of."""
    people = log.state.people or ()
    said = text.lower()
    meant = [one for one in people if names(text, one.forms)]
    if not people or not (meant or "role" in said or "name" in said):
        return False
    person = (meant or list(people))[0]
    role = role_in(text, person.name)
    alone = len(meant or people) == 1 and not person.which
    if alone and role and not keeps_name(text, person.name) and not _is_a_name(role, people):
        log.append(StepKind.ANSWERED, PERSON, text=role, wording=person.id)
    else:
        log.append(StepKind.ASKED, PERSON, command="names_anew")
    return True


def _chosen(log: TurnLog, person: Person, choice: str) -> None:
    if choice == USE_ROLE and person.role:
        log.append(StepKind.ANSWERED, PERSON, text=person.role)
    elif choice in (KEEP_NAME, TWO_PEOPLE):
        log.append(StepKind.ASKED, PERSON, command=choice)
    else:
        log.append(StepKind.ASKED, PERSON, command="role_unclear")


def _say_by_role(log: TurnLog, say: Speaker, person: Person, text: str) -> None:
    role = role_in(text, person.name)
    people = log.state.people or ()
    if "two people" in text.lower() and person.count > 1:
        log.append(StepKind.ASKED, PERSON, command=TWO_PEOPLE)
    elif role is None:
        want_role(log)
    elif _is_a_name(role, people):
        log.append(StepKind.ASKED, PERSON, command="role_wanted")
        say("utter_role_is_a_name", role=role)
    else:
        log.append(StepKind.ANSWERED, PERSON, text=role)


def _is_a_name(role: str, people: tuple[Person, ...]) -> bool:
    try:
        return is_name(role, [form for one in people for form in one.forms])
    except ParserMissing:
        return any(names(role, one.forms) for one in people)
