"""Offering the one sentence, and what the member wishes of it."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import Any

import pytest

from assistant.actions import sentence
from assistant.catalogue import catalogue
from assistant.coaching.choices import choices
from assistant.records.steps import How, StepKind
from assistant.summary import Concern, ParserMissing

FIRST = "I want the whole rota to hold for a month, but I fill every gap in it myself."
SECOND = "I fill every gap in the rota, and the team leaves it to me."
THIRD = "I want the team to plan it."


@pytest.fixture
def three(talk: Any, drafting: Any) -> Any:
    """A member to whom three sentences are offered."""
    drafting.texts = (FIRST, SECOND, THIRD)
    return talk.through()


def test_they_are_offered_with_their_numbers(three: Any) -> None:
    assert f'1. "{FIRST}"\n2. "{SECOND}"\n3. "{THIRD}"' in three.asked
    assert (three.state.offered, three.state.others) == (FIRST, (SECOND, THIRD))
    offered = [step.text for step in three.steps if step.kind is StepKind.OFFERED]
    assert offered == [FIRST, SECOND, THIRD]


def test_the_keys_are_called_by_their_places(three: Any) -> None:
    several = choices(three.state, catalogue())
    assert [several[key] for key in ("affirm", "second")] == ["Keep the first", "Keep the second"]
    one = choices(replace(three.state, others=()), catalogue())
    assert one["affirm"] == "Keep this sentence"


def test_yes_is_the_first(three: Any) -> None:
    assert three.commands("affirm").state.accepted == FIRST


@pytest.mark.parametrize(("place", "accepted"), [("1", FIRST), ("2", SECOND), ("3", THIRD)])
def test_a_number_is_that_one(three: Any, place: str, accepted: str) -> None:
    three.says("that one", "pick_sentence", command="pick_sentence", content=place)
    assert (three.said[0], three.state.accepted) == ("utter_sentence_kept", accepted)
    assert three.question == "review"


@pytest.mark.parametrize(("key", "accepted"), [("second", SECOND), ("third", THIRD)])
def test_a_key_is_that_one(three: Any, key: str, accepted: str) -> None:
    assert three.says(key, how=How.CHOSEN).state.accepted == accepted


@pytest.mark.parametrize("place", [None, "0", "4"])
def test_a_number_that_is_not_there_is_said_so(three: Any, place: str | None) -> None:
    three.says("that one", "pick_sentence", command="pick_sentence", content=place)
    assert three.said == ["utter_no_such_sentence"]
    assert (three.question, three.state.accepted) == ("summary", None)


def test_a_shorter_one_and_none_shorter_than_the_shortest(three: Any) -> None:
    three.commands("make_shorter")
    assert three.state.offered == SECOND
    three.commands("make_shorter")
    assert three.state.offered == THIRD
    three.commands("make_shorter")
    assert three.said == ["utter_no_shorter"]
    assert three.state.offered == THIRD


def test_another_one_until_there_is_none(three: Any) -> None:
    three.commands("not_that")
    assert three.said == ["utter_no_other"]  # all three were on offer
    assert three.state.offered == FIRST


def test_more_about_what_was_not_said(three: Any) -> None:
    three.says("more about the moon", "more_about", command="more_about", content="")
    assert three.said == ["utter_nothing_about"]
    assert three.state.offered == FIRST


def test_more_about_something(three: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def about(made: Any, topic: str) -> Any:
        asked.append(topic)
        return made.candidates[2]

    monkeypatch.setattr(sentence, "about", about)
    three.says("more about the team", "more_about", command="more_about", content="the team")
    assert asked == ["the team"]
    assert (three.state.offered, three.state.others) == (THIRD, ())


@pytest.mark.parametrize("command", ["make_shorter", "more_about", "not_that", "pick_sentence"])
def test_before_the_sentence_is_asked_about_nothing_is_offered(talk: Any, command: str) -> None:
    talk.answers("The rota.").commands(command)
    assert (talk.state.offered, talk.question) == (None, "importance_self")


def test_no_asks_for_the_members_own_and_keeps_it(three: Any) -> None:
    three.commands("deny")
    assert three.asked.startswith("How would you say it")
    three.answers("The rota is mine to mend.")
    assert (three.state.offered, three.state.others) == ("The rota is mine to mend.", ())
    assert three.commands("affirm").state.accepted == "The rota is mine to mend."


KINDS = ["two_problems", "solution", "someone_elses"]


@pytest.mark.parametrize("kind", KINDS)
def test_whether_it_is_one_problem_is_asked_once_in_the_members_words(
    talk: Any, drafting: Any, kind: Any
) -> None:
    drafting.concern = Concern(kind, ("the {rota}", "the gaps"))
    talk.through()
    assert talk.question == "one_problem"
    assert '"the {rota}" and "the gaps"' in talk.asked
    talk.answers("The rota, since I make it.")
    assert talk.question == "summary"
    key = "stopping" if kind == "someone_elses" else "problem"
    assert drafting.seen[0][key] == f"about {key}\nThe rota, since I make it."
    assert talk.state.answers["problem"] == "about problem"
    talk.commands("skip_question", "go_back")
    assert talk.question == "summary"


@pytest.mark.parametrize(("says_try", "asked"), [(True, "summary"), (False, "one_problem")])
def test_of_a_long_problem_what_they_are_trying_to_do_says_which_it_is(
    talk: Any, drafting: Any, says_try: bool, asked: str
) -> None:
    drafting.concern = Concern("too_long", ("the rota", "the gaps"))
    while talk.question != "try":
        talk.answers(f"about {talk.question}")
    if not says_try:
        talk.commands("skip_question")
    talk.through()
    assert talk.question == asked
    assert ('good deal: "the rota" and "the gaps"' in talk.asked) is not says_try


def test_it_can_be_left_out_put_in_doubt_and_explained(talk: Any, drafting: Any) -> None:
    drafting.concern = Concern("solution", ("more staff",))
    talk.through().commands("rephrase")
    assert talk.said == ["utter_explain_one_problem"]
    talk.says("leave it", "in_doubt", command="skip_question").commands("affirm")
    assert talk.state.answers["one_problem"] == "leave it"
    talk.commands("was_command")  # to skip it, as was asked about
    assert (talk.question, talk.state.skipped) == ("summary", {"one_problem"})


def test_without_a_concern_it_is_not_asked_and_not_looked_at_again(
    talk: Any, drafting: Any
) -> None:
    talk.through()
    assert talk.question == "summary"
    drafting.concern = Concern("solution", ("more staff",))
    talk.commands("help", "go_back").answers("Nobody else.")
    assert talk.question == "summary"


@pytest.mark.parametrize("missing", ["draft", "one_problem", "both"])
def test_without_a_parser_the_members_own_words_will_do(
    talk: Any, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise ParserMissing("install it again")

    for name in ("draft", "one_problem") if missing == "both" else (missing,):
        monkeypatch.setattr(sentence, name, fails)
    talk.through()
    assert talk.question == "summary"
    assert (
        talk.answers("The rota is mine.").commands("affirm").state.accepted == "The rota is mine."
    )


@pytest.mark.parametrize("missing", [False, True])
def test_the_parser_is_made_ready_behind_the_scenes(
    monkeypatch: pytest.MonkeyPatch, missing: bool
) -> None:
    loaded = Event()

    def load() -> None:
        loaded.set()
        if missing:
            raise ParserMissing("install it again")

    monkeypatch.setattr(sentence, "load", load)
    sentence.make_ready()
    assert loaded.wait(10)
