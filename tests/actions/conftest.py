"""A conversation without Rasa: the form's validation and the commands, as the rules say."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import assistant.actions.confirm
import assistant.actions.move
import assistant.actions.rescue
import assistant.actions.review
import assistant.actions.sentence
import assistant.actions.serious
import assistant.actions.share
import assistant.actions.tell  # noqa: F401  # every command has to be known by name
from assistant.actions.command import Command
from assistant.actions.form import ValidatePreparationForm
from assistant.actions.turn_log import Message, TurnLog, as_current
from assistant.catalogue import catalogue
from assistant.coaching.fold import after
from assistant.coaching.next_question import next_question
from assistant.coaching.state import State
from assistant.coaching.wording import asking
from assistant.project import project_folder
from assistant.records.entities import Deleted, Preparation
from assistant.records.steps import How, Step, StepKind
from assistant.records.store import Store
from assistant.summary import Candidate, Concern, Draft, ParserMissing
from assistant.summary.naming import Named

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
NOBODY = Preparation("p", "a", "m", "en", NOON)
CONTACTS = {
    "contact_emergency": "999",
    "contact_listening": "somebody who listens",
    "contact_support": "your GP",
    "contact_safeguarding": "your safeguarding lead",
}

Turn = Callable[[], AbstractContextManager[Any]]


def _commands() -> dict[str, Command]:
    found, kinds = {}, list(Command.__subclasses__())
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if not kind.__abstractmethods__:
            found[str(kind.command)] = kind()
    return found


def _silent() -> frozenset[str]:
    """The commands after which, by the rules, no question follows."""
    rules = yaml.safe_load((project_folder() / "data" / "stories" / "rules.yml").read_text("utf-8"))
    return frozenset(
        rule["steps"][0]["intent"]
        for rule in rules["rules"]
        if all("active_loop" not in step for step in rule["steps"])
    )


COMMANDS = _commands()
SILENT = _silent()


class Kept:
    """Stands in for a database where thousands of turns are played."""

    def __init__(self) -> None:
        self.preparation = NOBODY
        self.shared: dict[str, str] = {}
        self.deleted = False

    def logs(self) -> tuple[()]:
        return ()

    def is_nameless(self) -> bool:
        return False

    def release(self, item: str, text: str, at: datetime, day: date | None = None) -> None:
        self.shared[item] = text

    def withdraw(self, item: str, at: datetime) -> bool:
        return self.shared.pop(item, None) is not None

    def delete_person(self) -> Deleted:
        self.deleted = True
        return Deleted(1, 1, 1, len(self.shared), True, 0)

    def append(self, steps: list[Step]) -> None:
        """The talk keeps the steps itself."""

    @contextmanager
    def turn(self) -> Iterator[Kept]:
        yield self


@dataclass
class Talk:
    """What a member and the actions said; ``says`` plays one turn as Rasa's rules would.

    Attributes:
        turn: opens the database's side of a turn.
        steps: the log.
        state: where the preparation stands, folded turn by turn.
        responses: the responses of the last turn, in order, with their values.
        asked: the question as it was asked in the last turn; None where there was silence.
        deleted: whether everything was deleted.
    """

    turn: Turn
    steps: list[Step] = field(default_factory=list)
    state: State = field(default_factory=State)
    responses: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asked: str | None = None
    deleted: bool = False

    @property
    def question(self) -> str:
        """The question that is open."""
        return next_question(self.state, catalogue())

    @property
    def said(self) -> list[str]:
        """The names of the responses of the last turn."""
        return [name for name, _ in self.responses]

    def says(
        self, text: str, intent: str = "answer", how: How = How.TYPED, **judgement: Any
    ) -> Talk:
        """Play a message that was judged to be this."""
        message = Message(text, how, f"message {len(self.steps)}", NOON)
        with self.turn() as record:
            log = TurnLog(self.state, message, catalogue(), record, CONTACTS)
            dispatcher = CollectingDispatcher()
            with as_current(log):
                self.asked = _play(dispatcher, log, intent, judgement)
            if not log.deleted:
                record.append(log.steps)
        self.deleted = log.deleted is not None
        self._keep(log, dispatcher)
        return self

    def commands(self, *intents: str) -> Talk:
        """Give these commands, one a turn."""
        for intent in intents:
            self.says(intent.replace("_", " "), intent, outcome="command", command=intent)
        return self

    def answers(self, *texts: str) -> Talk:
        """Answer, one question a turn."""
        for text in texts:
            self.says(text, outcome="answer", answer=text)
        return self

    def through(self) -> Talk:
        """Answer whatever is left of the route; the sentence is asked next."""
        while catalogue().question(self.question).part not in {"sentence", "release", "closing"}:
            self.answers("8" if self.question == "likelihood" else f"about {self.question}")
        return self

    def _keep(self, log: TurnLog, dispatcher: CollectingDispatcher) -> None:
        for step in log.steps:
            placed = replace(step, seq=len(self.steps) + 1)
            self.steps.append(placed)
            self.state = after(self.state, placed)
        self.responses = [
            (each["response"], {k: v for k, v in each.items() if isinstance(v, str)})
            for each in dispatcher.messages
        ]


def _play(
    dispatcher: CollectingDispatcher, log: TurnLog, intent: str, judgement: dict[str, Any]
) -> str | None:
    latest = {"text": log.message.said, "intent": {"name": intent}, "judgement": judgement}
    tracker = Tracker("p", {}, latest, [], False, None, {}, "action_listen")
    form = ValidatePreparationForm()
    _done(form.run(dispatcher, tracker, {}))
    if intent != "answer":
        _done(COMMANDS[intent].run(dispatcher, tracker, {}))
        if intent in SILENT or log.deleted:
            return None
        _done(form.run(dispatcher, tracker, {}))
    if log.deleted:
        return None
    if not log.steps:
        log.append(StepKind.ASKED)
    wording = asking(log.state, catalogue())
    log.note(StepKind.SHOWN, log.next, wording=wording)
    return wording


def _done(action: Coroutine[Any, Any, Any]) -> Any:
    """The result of an action; none of ours waits for anything."""
    try:
        action.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("the action waits for something")


@dataclass
class Drafting:
    """What stands in for the sentences that are made of the answers.

    Attributes:
        texts: the sentences, the best one first.
        concern: what is to be asked about the problem first.
        seen: the worksheets that were asked about.
    """

    texts: tuple[str, ...] = ("I want the rota to hold.",)
    concern: Concern | None = None
    seen: list[dict[str, str]] = field(default_factory=list)

    def draft(self, worksheet: dict[str, str], *, language: str = "en") -> Draft:
        """The same sentences, whatever the answers."""
        self.seen.append(dict(worksheet))
        made = tuple(Candidate(text, "goal") for text in self.texts)
        return Draft(made, made[0] if made else None, False, made, worksheet)


@pytest.fixture(autouse=True)
def drafting(monkeypatch: pytest.MonkeyPatch) -> Drafting:
    """Sentences without a parser."""
    own = Drafting()
    monkeypatch.setattr("assistant.actions.sentence.draft", own.draft)
    monkeypatch.setattr("assistant.actions.sentence.one_problem", lambda answers: own.concern)
    return own


@dataclass
class Naming:
    """What stands in for the names that are found in what is to be passed on.

    Attributes:
        people: who is named, wherever their name stands.
        missing: whether there is no parser to look with.
    """

    people: tuple[Named, ...] = ()
    missing: bool = False

    def people_named(self, wordings: dict[str, str], told: dict[str, str]) -> tuple[Named, ...]:
        """Those whose name stands in the wordings."""
        if self.missing:
            raise ParserMissing("no parser")
        whole = "\n".join(wordings.values())
        return tuple(one for one in self.people if any(form in whole for form in one.forms))

    def is_name(self, text: str, names: list[str]) -> bool:
        """Whether one of the names stands in a text."""
        return any(name.lower() in text.lower() for name in names)


@pytest.fixture(autouse=True)
def naming(monkeypatch: pytest.MonkeyPatch) -> Naming:
    """Names without a parser."""
    own = Naming()
    monkeypatch.setattr("assistant.actions.naming.people_named", own.people_named)
    monkeypatch.setattr("assistant.actions.naming.is_name", own.is_name)
    return own


@pytest.fixture(scope="session")
def talking() -> SimpleNamespace:
    """What property tests make conversations of: every command, and a talk kept in memory."""
    return SimpleNamespace(commands=COMMANDS, kept=Kept, talk=Talk)


@pytest.fixture
def talk() -> Talk:
    """A conversation that is kept in memory."""
    return Talk(Kept().turn)


@pytest.fixture
def kept_talk(store: Store, preparation: Preparation) -> Talk:
    """A conversation that is kept in the database."""
    return Talk(lambda: store.turn(preparation.id))


@pytest.fixture
def today() -> date:
    """The day of the tests."""
    return NOON.date()
