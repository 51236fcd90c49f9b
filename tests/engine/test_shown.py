"""What is shown is logged in the very words in which it was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.engine.turn import Reply
from assistant.records.entities import Preparation
from assistant.records.steps import StepKind
from assistant.records.store import Store
from assistant.summary import Concern

REVIEW = set(catalogue().parts("review"))  # asked by nothing yet
AFTER_THE_SIX = (  # a day that no calendar has, then a two and a smaller step, then a five
    ("options", "Leave the rota as it is until the {spring}."),
    ("pros_cons", "Nobody would have to learn anything."),
    ("against", "I go on filling the gaps."),
    ("option_2", "Plan it with the whole team."),
    ("pros_cons_2", "Each of them would know why."),
    ("against_2", "It takes an evening."),
    ("option_3", "Ask the practice down the road."),
    ("pros_cons_3", "Their manager is a friend."),
    ("against_3", "The partners would rather not."),
    ("first_steps", "ask the {partners} on 30 February"),
    ("step_day", "next Wednesday"),
    ("likelihood", "two"),
    ("smaller_step", "ask one of the partners on Wednesday"),
    ("likelihood", "five"),
    ("likelihood_why", "I have told my deputy."),
    ("likelihood_up", "Having it in the diary."),
    ("want", "Questions about %s that I have not asked myself."),
)
ASKED_FOR = catalogue().parts("coming_back", "more", "going_deeper")


@pytest.fixture
def checked(store: Store, preparation: Preparation) -> Callable[[Reply], str]:
    """Finds the question of a reply in the log, shown in the words of the reply."""

    def check(reply: Reply) -> str:
        last = store.steps(preparation.id)[-1]
        assert (last.kind, last.question) == (StepKind.SHOWN, reply.question)
        assert last.wording == reply.messages[-1]
        return reply.question

    return check


async def test_every_question_is_worded_by_the_log_as_rasa_words_it(
    member: Any, judged: Any, checked: Callable[[Reply], str], sentences: tuple[str, ...]
) -> None:
    seen = {checked(member.engine.opening(member.preparation_id))}
    for sentence in sentences:
        for choice in ("rephrase", "repeat"):
            seen.add(checked(await member.chooses(choice)))
        said = judged(f'{sentence} {{answers}} {{0}} %s "<b>"\\n', "answer")
        seen.add(checked(await member.says(said)))
    await member.chooses("go_back")
    seen.add(checked(await member.says(judged("I lie awake over {who} could help me.", "answer"))))
    for choice in ("rephrase", "repeat", "affirm", "deny"):
        seen.add(checked(await member.chooses(choice)))
    for choice in ("choose_route", "rephrase", "full", "ask_advice", "rephrase", "deny"):
        seen.add(checked(await member.chooses(choice)))
    for key in ASKED_FOR:
        reply = await member.says(judged(f"ask {key}", "command", "change_answer", about=key))
        assert checked(reply) == key
        seen |= {key, checked(await member.chooses("rephrase"))}
        seen.add(checked(await member.chooses("skip_question")))
    for key, text in AFTER_THE_SIX:
        for choice in ("rephrase", "repeat"):
            assert checked(await member.chooses(choice)) == key
        seen |= {key, checked(await member.says(judged(text, "answer")))}
    for choice in (
        *("rephrase", "deny", "affirm", "rephrase", "deny", "repeat", "affirm"),
        *("more", "rephrase", "bid", "rephrase"),
    ):
        seen.add(checked(await member.chooses(choice)))
    bid = judged("Ten minutes, before I see Dionne on Wednesday.", "answer")
    seen.add(checked(await member.says(bid)))
    for choice in (
        *("rephrase", "deny", "keep_name", "rephrase", "affirm", "nothing"),
        *("rephrase", "withdraw", "change_answer", "rephrase", "problem"),
        *("start_again", "rephrase", "deny", "delete_data", "rephrase", "deny"),
    ):
        seen.add(checked(await member.chooses(choice)))
    seen.add(checked(await member.says(judged("let it {go}", "in_doubt", "go_back"))))
    seen.add(checked(await member.chooses("rephrase")))
    assert seen == set(catalogue().questions) - REVIEW - {"one_problem", "own_name"}  # these: below


@pytest.mark.parametrize("kind", ["two_problems", "solution", "someone_elses"])
async def test_so_is_the_question_whether_it_is_one_problem(
    member: Any,
    through: Any,
    checked: Callable[[Reply], str],
    monkeypatch: pytest.MonkeyPatch,
    kind: Any,
) -> None:
    concern = Concern(kind, ("the {rota}", "the %s"))
    monkeypatch.setattr("assistant.actions.sentence.one_problem", lambda answers: concern)
    assert checked(await through(member)) == "one_problem"
    assert checked(await member.chooses("rephrase")) == "one_problem"
    assert checked(await member.chooses("skip_question")) == "summary"
    for choice in ("make_shorter", "not_that", "deny", "repeat"):
        assert checked(await member.chooses(choice)) == "summary"


async def test_so_is_the_question_under_which_name_it_will_stand(
    member: Any,
    judged: Any,
    checked: Callable[[Reply], str],
    store: Store,
    preparation: Preparation,
) -> None:
    store.rename_person(preparation.person_id, "Member")
    await member.says(judged("I fill every gap in the {rota} myself.", "answer"))
    for choice in ("enough", "skip_question", "affirm", "bid"):
        await member.chooses(choice)
    assert checked(await member.says(judged("ten minutes", "answer"))) == "own_name"
    for choice in ("rephrase", "repeat"):
        assert checked(await member.chooses(choice)) == "own_name"
    assert checked(await member.says(judged("Maria", "answer"))) == "confirm_release"


async def test_without_a_sentence_too(member: Any, checked: Callable[[Reply], str]) -> None:
    assert checked(await member.chooses("enough")) == "summary"
    assert checked(await member.chooses("rephrase")) == "summary"
    assert checked(await member.chooses("skip_question")) == "closing"


async def test_in_silence_nothing_is_logged_as_shown(
    member: Any, store: Store, preparation: Preparation
) -> None:
    for choice in ("thinking", "pause", "danger"):
        await member.chooses(choice)
    kinds = [step.kind for step in store.steps(preparation.id)]
    assert kinds == [StepKind.SHOWN] + [StepKind.ASKED] * 3  # the one is the opening's
