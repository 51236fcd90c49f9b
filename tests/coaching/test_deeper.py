"""Going deeper: each signal leads to its question; two at most, in the table's order."""

from __future__ import annotations

import pytest

from assistant.catalogue import Catalogue
from assistant.coaching.deeper import RULES, going_deeper, words_behind
from assistant.coaching.state import State

LONG = "Our two sites order from different lists, and so we pay twice for the same things."
DOES = "ask the buyer for her list"


def asked(**answers: str) -> list[str]:
    return list(going_deeper(State(answers={"problem": LONG, "can_do": DOES, **answers})))


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"difficulties": "we've tried a joint list"}, "learned"),
        ({"stopping": "I keep doing it myself"}, "learned"),
        ({"stopping": "I sent her my list and half of it came back"}, "learned"),
        ({"problem": 'She said "not in my time" and left'}, "story"),
        ({"stopping": "there was a row in the car park"}, "story"),
        ({"problem": "The rota never holds."}, "story"),
        ({"importance_self": "I dread Mondays"}, "feelings"),
        ({"problem": f"{LONG} 41% here, 6% there, 8 months late."}, "feelings"),
        ({"difficulties": "production blames my fitters"}, "others_feel"),
        ({"stopping": "I've never asked her"}, "raises"),
        ({"who_knows": "nobody"}, "raises"),
        ({"can_do": "nothing"}, "admire"),
        ({"difficulties": "he talks well and I go quiet"}, "admire"),
    ],
)
def test_each_signal_leads_to_its_question(answers: dict[str, str], question: str) -> None:
    assert asked(**answers) == [question]


def test_without_a_signal_nothing_is_asked() -> None:
    assert asked() == []


@pytest.mark.parametrize(
    "said",
    [
        "she would cross out half of it if I sent her my list",
        "I keep the figures in a drawer",
        "he says it beautifully",
        "I said something hopeful in a meeting",
        "I don't think anybody ever told her",
        "I try to convince them all at once",
        "they send last month's file again",
        "two of them are off sick and the rest have stuck it out",
        "they write that I am not to worry",
    ],
)
def test_what_only_sounds_like_a_signal_is_none(said: str) -> None:
    assert asked(stopping=said) == []


def test_what_is_hoped_for_tells_no_story() -> None:
    assert asked(progress_signs='Somebody saying "that went well"') == []


def test_the_story_is_not_asked_with_the_words_that_were_just_asked_about() -> None:
    tried = "Last week I sent her my list and she said no."
    answers = {"problem": LONG, "can_do": DOES, "stopping": tried, "learned": "that I wait"}
    assert words_behind("story", State(answers=answers)) == LONG
    assert words_behind(
        "story", State(answers={**answers, "difficulties": "He said so once."})
    ) == ("He said so once.")


def test_the_story_is_not_asked_with_words_that_were_quoted_before() -> None:
    night = "There was a night when nobody came."
    state = State(answers={"problem": LONG, "importance_self": night})
    assert words_behind("story", state) == night
    assert words_behind("story", state, [night]) == LONG
    assert words_behind("story", state, [night, LONG]) is None


def test_a_long_problem_is_no_quotation_that_breaks_off() -> None:
    night = "There was a night when nobody came."
    long = " ".join([LONG.rstrip("."), *["and then it is the same again"] * 3])
    state = State(answers={"problem": long, "importance_self": night})
    assert words_behind("story", state, [night]) is None


def test_how_others_feel_is_not_asked_where_it_was_told() -> None:
    told = "production blames my fitters, and the fitters feel hurt"
    assert asked(difficulties=told) == []


def test_after_a_feeling_the_questions_that_it_raises() -> None:
    assert asked(importance_self="I dread Mondays", feelings="tired") == ["raises"]


def test_two_at_most_and_one_passed_over_counts() -> None:
    signals = {"stopping": "I keep doing it, I dread it, nobody helps and she blames me"}
    answers = {"problem": LONG, "can_do": DOES, **signals}
    assert list(going_deeper(State(answers=answers))) == ["learned"]
    one = State(answers={**answers, "learned": "that I can't stop"})
    assert list(going_deeper(one)) == ["feelings"]
    two = State(answers=dict(one.answers), skipped=frozenset({"feelings"}))
    assert list(going_deeper(two)) == []


def test_every_rule_has_a_question_and_says_why(texts: Catalogue) -> None:
    assert [rule.question for rule in RULES] == list(texts.parts("going_deeper"))
    assert all(rule.because for rule in RULES)


def test_what_was_tried_is_told_in_their_own_words() -> None:
    answers = {"problem": LONG, "stopping": "I've been trying to do both lists myself"}
    told = words_behind("learned", State(answers=answers))
    assert told == "I've been trying to do both lists myself."
    assert words_behind("learned", State(answers={"problem": LONG, "learned": "we tried"})) is None


def test_which_story_is_told_in_their_own_words() -> None:
    row = "She took my list. There was a row in the car park, in front of the driver. I went in."
    told = words_behind("story", State(answers={"problem": LONG, "stopping": row}))
    assert told == "There was a row in the car park, in front of the driver."
    short = State(answers={"problem": "The rota never holds"})
    assert words_behind("story", short) == "The rota never holds."


def test_what_is_done_once_a_week_is_no_story() -> None:
    assert asked(can_do="meet her once a week and ask for her list") == []


def test_how_one_feels_is_not_asked_of_somebody_who_was_asked_to_stay_with_it() -> None:
    told = {"problem": LONG, "can_do": DOES, "importance_self": "I dread Mondays"}
    passed = State(answers=told, trail=("problem", "importance_self", "stay"))
    assert list(going_deeper(passed)) == []
    stayed = State(answers={**told, "stay": "It is the count."}, trail=passed.trail)
    assert list(going_deeper(stayed)) == ["raises"]
