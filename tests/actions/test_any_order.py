"""Any order of answers, commands, doubts and crashes: nothing lost, nothing invented."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assistant.actions.keeping import several_options
from assistant.catalogue import catalogue
from assistant.coaching.choices import choices
from assistant.coaching.fold import standing
from assistant.coaching.following import OPTIONS
from assistant.coaching.items import listed
from assistant.coaching.next_question import next_question
from assistant.coaching.picking import place_in
from assistant.coaching.route import holds_answer
from assistant.coaching.wording import asking
from assistant.records.steps import How, StepKind
from assistant.summary import Concern
from assistant.summary.naming import Named

ROUTE = frozenset(key for key in catalogue().questions if holds_answer(key, catalogue()))
HARMLESS = ("help", "ask_progress", "summary_so_far", "ask_why", "repeat", "rephrase", "resume")
MOVING = ("skip_question", "go_back", "enough", "pause", "thinking", "affirm", "deny", "say_same")
TURNING = ("was_answer", "was_command", "withdraw", "start_again", "others_at_risk", "danger")
SENTENCING = ("make_shorter", "more_about", "not_that", "pick_sentence")
LIKELY = st.sampled_from(HARMLESS + MOVING + TURNING)
SENTENCES = ("I want Sam's rota to hold.", "I fill the gaps in the rota myself.")
CONCERN = Concern("two_problems", ("the rota", "the {gaps}"))
WORDS = st.one_of(
    st.text(min_size=1, max_size=30).filter(str.strip),
    st.sampled_from(["Sam fills the gaps, Sam's gaps.", "I told Sam"]),
)
CHOOSING = st.sampled_from(["1", "2", "all", "more", "nothing", "the problem"])


class AnyOrder(RuleBasedStateMachine):
    """A member who does anything at any time.

    ``mine`` is what a member would expect to find: the answer to each question, kept apart from
    the log by rules of its own.
    """

    def __init__(self, talking: SimpleNamespace) -> None:
        super().__init__()
        self.talking = talking

    @initialize()
    def begin(self) -> None:
        self.talking.drafting.texts, self.talking.drafting.concern = SENTENCES, CONCERN
        self.talking.naming.people = (Named("Sam", ("Sam",), "my deputy"),)
        self.record = self.talking.kept()
        self.talk: Any = self.talking.talk(self.record.turn)
        self.mine: dict[str, str] = {}
        self.sent: list[str] = []

    def _say(self, text: str, intent: str, **judgement: Any) -> str:
        """Say it, and answer with the question that was open."""
        question = str(self.talk.question)
        self.sent.append(text)
        self.talk.says(text, intent, **judgement)
        return question

    def _expect(self, question: str, text: str) -> None:
        """The text is the answer now, unless a number from 1 to 10 was asked for instead."""
        last = self.talk.state.last
        if last is None or last.command != "likelihood_unclear":
            self.mine[question] = text.strip()

    def _is_apart(self, text: str) -> bool:
        """Whether it picks an answer of the list, or is several options, kept one by one."""
        several = self.talk.question in OPTIONS and len(several_options(text.strip())) > 1
        return several or bool(self.talk.state.listed and place_in(text))

    @rule(text=WORDS, command=LIKELY)
    def answer(self, text: str, command: str) -> None:
        if self._is_apart(text):
            return
        held = self.talk.state.held
        question = self._say(text, "answer", outcome="answer", command=command)
        if question in ROUTE:
            self._expect(question, text)
        elif question == "settle_held" and held.question in ROUTE:
            self.mine[held.question] = f"{held.said.strip()}\n{text.strip()}"

    @precondition(lambda self: self.talk.question in ROUTE)
    @rule()
    def answer_the_rest(self) -> None:
        while self.talk.question in ROUTE:
            self.answer(f"about {self.talk.question}", "repeat")

    @rule(command=st.sampled_from(SENTENCING), content=st.sampled_from([None, "1", "2", "7"]))
    def ask_for_another_sentence(self, command: str, content: str | None) -> None:
        self._say("another", command, outcome="command", command=command, content=content)
        state = self.talk.state
        assert state.accepted in {None, *state.seen, *self.sent}

    @rule(text=CHOOSING)
    def choose(self, text: str) -> None:
        if self.talk.question in {"release", "which_answer"}:
            self._say(text, "answer", outcome="answer")

    @rule(text=WORDS, command=LIKELY)
    def doubt(self, text: str, command: str) -> None:
        self._say(text, "in_doubt", outcome="in_doubt", command=command)

    @rule(how=st.sampled_from(["affirm", "was_answer"]))
    def settle_as_the_answer(self, how: str) -> None:
        held = self.talk.state.held
        if held:
            self._say("my answer", how, outcome="command", command=how)
            if held.question in ROUTE:
                self.mine[held.question] = held.said.strip()

    @rule(command=st.sampled_from(HARMLESS), text=WORDS)
    def ask(self, command: str, text: str) -> None:
        self._say(text, command, outcome="command", command=command)

    @rule(text=WORDS, answer=WORDS, command=st.sampled_from([*HARMLESS, "skip_question", "pause"]))
    def answer_and_ask(self, text: str, answer: str, command: str) -> None:
        if self._is_apart(answer):
            return
        said = f"{answer} {text}"
        question = self._say(said, command, outcome="both", command=command, answer=answer)
        if question in ROUTE:
            self._expect(question, answer)

    @rule(back=st.booleans())
    def move(self, back: bool) -> None:
        command = "go_back" if back else "skip_question"
        self._say("move", command, outcome="command", command=command)

    @rule(about=st.sampled_from([None, "problem", "try"]))
    def change(self, about: str | None) -> None:
        self._say("change it", "change_answer", outcome="command", about=about)

    @rule()
    def misjudged_and_turned_round(self) -> None:
        question = str(self.talk.question)
        if question in ROUTE:
            self._say("pass on what we know", "help", outcome="command", command="help")
            self._say("that was my answer", "was_answer", outcome="command", command="was_answer")
            self.mine[question] = "pass on what we know"

    @rule(command=st.sampled_from(HARMLESS))
    def taken_for_an_answer_and_turned_round(self, command: str) -> None:
        question = str(self.talk.question)
        if question in ROUTE:
            self._say("say that again", "answer", outcome="answer", command=command)
            self._say("a command", "was_command", outcome="command", command="was_command")
            assert self.talk.question == question

    @rule(sure=st.booleans())
    def start_again(self, sure: bool) -> None:
        self._say("again", "start_again", outcome="command", command="start_again")
        held = self.talk.state.held
        asked = self.talk.question == "confirm_start_again"
        self._say("sure", "affirm" if sure else "deny", outcome="command")
        if sure and asked:
            assert self.talk.state.earlier[-1] == self.mine
            self.mine = {}
        elif sure and held and held.question in ROUTE:
            self.mine[held.question] = held.said.strip()

    @rule(command=st.sampled_from(["affirm", "deny"]))
    def yes_or_no(self, command: str) -> None:
        if self.talk.state.held is None and self.talk.question != "confirm_start_again":
            self._say("so", command, outcome="command", command=command)

    @rule(key=st.sampled_from(HARMLESS + MOVING + TURNING))
    def press_a_key(self, key: str) -> None:
        question, held = self.talk.question, self.talk.state.held
        if question == "confirm_start_again" or key in {"was_command", "start_again"}:
            return  # the rules above know what becomes of the answers there
        last = self.talk.state.last
        self.talk.says(key, key, how=How.CHOSEN, outcome=None)
        if held and key in {"affirm", "was_answer"} and held.question in ROUTE:
            self.mine[held.question] = held.said.strip()
        elif key == "was_answer" and not held and last and _was_words(last):
            self.mine[last.question] = last.said.strip()

    @rule()
    def crash(self) -> None:
        """A new process knows the log and nothing else."""
        self.talk.state = standing(self.talk.steps)

    @invariant()
    def nothing_is_lost(self) -> None:
        said = [step.said for step in self.talk.steps if step.said is not None]
        assert [text for text in said if text in set(self.sent)] == [
            text for text in self.sent if text in set(said)
        ]
        assert not set(self.sent) - set(said)

    @invariant()
    def the_current_answer_is_the_one_given_last(self) -> None:
        assert dict(self.talk.state.answers) == self.mine

    @invariant()
    def the_place_is_a_function_of_the_log(self) -> None:
        state, texts = standing(self.talk.steps), catalogue()
        assert state == self.talk.state
        assert next_question(state, texts) == self.talk.question
        assert asking(state, texts)
        assert set(choices(state, texts)) >= set()

    @invariant()
    def nothing_is_shared_that_was_not_confirmed(self) -> None:
        shared = {s.about: s.text for s in self.talk.steps if s.kind is StepKind.RELEASED}
        assert set(self.record.shared.items()) <= set(shared.items())
        assert dict(self.talk.state.released) == self.record.shared
        assert set(self.talk.state.chosen) <= {*listed(self.talk.state, catalogue()), *ROUTE}

    @rule(choice=st.sampled_from(["keep_name", "use_role", "two_people", "bid"]))
    def choose_by_key(self, choice: str) -> None:
        if choice in choices(self.talk.state, catalogue()):
            self.talk.says(choice, how=How.CHOSEN, outcome=None)

    @rule(
        role=st.sampled_from(["my manager", "Sam", "keep it", "use a role: a colleague", "private"])
    )
    def say_who(self, role: str) -> None:
        if self.talk.question in {"person", "confirm_release"}:
            self._say(role, "answer", outcome="answer")

    @invariant()
    def what_is_released_was_confirmed_word_for_word(self) -> None:
        """Right before it, the member saw these very words and said yes."""
        steps = self.talk.steps
        for place, step in enumerate(steps):
            if step.kind is not StepKind.RELEASED:
                continue
            before = [one for one in steps[:place] if one.kind is not StepKind.RELEASED]
            assert (before[-1].kind, before[-1].question) == (StepKind.SHOWN, "confirm_release")
            assert f'"{step.text}"' in str(before[-1].wording)
            assert step.wording is not None

    @invariant()
    def what_is_held_is_no_answer(self) -> None:
        held = self.talk.state.held
        assert held is None or self.talk.question == "settle_held"
        assert set(self.talk.state.answers) <= ROUTE


def _was_words(last: Any) -> bool:
    return bool(last.said.strip()) and not last.answered and last.question in ROUTE


def test_in_any_order_nothing_is_lost_and_nothing_invented(
    talking: SimpleNamespace, drafting: Any, naming: Any
) -> None:
    talking.drafting, talking.naming = drafting, naming
    run_state_machine_as_test(
        lambda: AnyOrder(talking),
        settings=examples(max_examples=100, stateful_step_count=30, deadline=None),
    )
