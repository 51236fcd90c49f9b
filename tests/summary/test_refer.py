"""What "it", "them" and "the form" stand for is said, or the sentence goes without."""

from __future__ import annotations

import pytest

from assistant.summary import draft


def best(stopping: str) -> str:
    answers = {
        "problem": "People are cross with each other.",
        "try": "get people to be kinder",
        "stopping": stopping,
    }
    found = draft(answers).best
    assert found is not None
    return found.text


def test_what_was_said_just_before_is_said_again() -> None:
    answers = {
        "try": "tell people early when the lift is broken",
        "stopping": "The website is run by head office. I have never been told how to change it.",
    }
    told = [c.text for c in draft(answers).pool if "how to change" in c.text]
    assert any("how to change the website" in text for text in told)
    assert all("website" in text for text in told)


def test_a_pronoun_for_nothing_that_was_named_is_left_out() -> None:
    assert best("I moan to my mates about it").endswith("but I moan to my mates.")


def test_what_is_part_of_a_phrase_is_no_thing_to_come_back_to() -> None:
    text = best("I say nothing, out of respect, and I pay for it later")
    assert "pay for respect" not in text


def test_both_of_them_are_not_the_last_thing_that_was_named() -> None:
    answers = {
        "try": "Get both sites to order from one list.",
        "stopping": "Neither site trusts the other's prices, and I never met both of them.",
    }
    assert not any("both of the other" in c.text for c in draft(answers).pool)


def test_what_people_do_is_not_done_by_things_or_places() -> None:
    answers = {
        "problem": "I cook at a hostel and the plates come back full.",
        "try": "get them to eat it",
        "stopping": "I have never asked a single one of the men.",
    }
    assert not any(word in c.text for c in draft(answers).pool for word in ("plates to", "eat the"))


def test_one_person_is_not_them() -> None:
    answers = {
        "problem": "We are short of trained people.",
        "try": "make sure a good volunteer can run the desk",
        "stopping": "I send them reminders when confidence is the problem.",
    }
    found = draft(answers).best
    assert found is not None and "but I send reminders when" in found.text


@pytest.mark.parametrize(
    ("problem", "aim"),
    [
        ("We bought a self service portal and nobody uses it.", "the self-service portal"),
        # two of them: which one is meant is not known
        ("We bought a booking portal and a payment portal.", "onto the portal"),
    ],
)
def test_a_thing_has_the_name_under_which_it_came_up(problem: str, aim: str) -> None:
    answers = {
        "problem": problem,
        "try": "get most staff onto the portal",
        "stopping": "I only ever send emails about passwords.",
    }
    found = draft(answers).best
    assert found is not None and aim in found.text


def test_a_thing_that_is_named_twice_is_it_the_second_time() -> None:
    answers = {
        "try": "get managers to tell me what they expect to spend",
        "stopping": "The form has 61 lines, and I designed the form.",
    }
    texts = [candidate.text for candidate in draft(answers).pool]
    assert any("the form has 61 lines, and I designed it." in text for text in texts)
    assert not any("the form has 61 lines, and I designed the form" in text for text in texts)


def test_those_who_are_to_do_it_are_they() -> None:
    answers = {
        "problem": "The lads are short of out of hours cover.",
        "try": "get the other six to do the shifts they signed up for",
        "stopping": "I say yes to every swap.",
    }
    found = draft(answers).best
    assert found is not None and "the shifts they signed up for, but" in found.text


def test_he_is_not_the_woman_who_was_named_last() -> None:
    answers = {
        "problem": "it's two tenants mr platt above and a young lady below with a dog and he "
        "knocks on the pipes",
        "try": "get the two of them to talk",
        "stopping": "I carry every message myself.",
    }
    assert not any("lady knocks" in c.text for c in draft(answers).pool)


def test_the_thing_that_heads_an_answer_is_it() -> None:
    answers = {
        "problem": "Tenants are told to open a window.",
        "try": "get us to look at the house before we look at the people",
        "stopping": "The leaflet. Nine boxes about the tenant, two about the house. I wrote it.",
    }
    told = [c.text for c in draft(answers).pool if "wrote" in c.text]
    assert told
    assert not any("wrote the house" in text for text in told)


def test_a_thing_of_the_same_clause_is_it() -> None:
    answers = {
        "problem": "Level 3 joinery. The lads bunk off.",
        "try": "get them to go to college and stay in it",
        "stopping": "I never ask any of the lads what is wrong.",
    }
    assert "stay in it" in draft(answers).best.text  # type: ignore[union-attr]


def test_they_are_no_people_whom_only_another_answer_names() -> None:
    answers = {
        "problem": "Every year the boys stop coming to choir at about ten.",
        "try": "I want them to stay even if they can't sing",
        "stopping": "I pick the best six and the rest stand there in silence.",
        "importance_practice": "No boys, no gentlemen, and the gentlemen pay. The gentlemen do.",
        "benefits_others": "The gentlemen would hear some tenors.",
    }
    assert "gentlemen to stay" not in draft(answers).best.text  # type: ignore[union-attr]


def test_when_it_gets_loud_is_of_nothing_that_was_named() -> None:
    answers = {
        "problem": "Sickness is high in the office.",
        "try": "get the owners to back the office when it gets loud",
        "stopping": "I complain to my friend instead.",
    }
    assert all("Sickness gets" not in c.text and "sickness gets" not in c.text
               for c in draft(answers).pool)  # fmt: skip


def test_one_whom_nobody_can_get_is_not_he() -> None:
    answers = {
        "problem": "We can't get a roofer. The farm is failing.",
        "try": "have a say in the farm",
        "stopping": "I'm frightened it sounds like I'm waiting for him to die.",
    }
    assert all("the roofer to die" not in c.text for c in draft(answers).pool)


def test_he_is_the_same_man_throughout_a_wish() -> None:
    answers = {
        "problem": "When a pump stops at night the guard phones him.",
        "try": "Move what he knows into other people before he goes",
        "stopping": "I am the worst offender and I ring him first.",
    }
    found = draft(answers).pool
    assert found
    assert all("what he knows into other people before the" not in c.text for c in found)
