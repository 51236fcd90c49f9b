from __future__ import annotations

import pytest

from assistant.summary import check

SAID = {
    "problem": "Half the doctors won't use online triage. I have never led anything. My colleague "
    "Dr Hale says it is dangerous. Reception takes 200 calls before nine.",
    "try": "get ten doctors to agree one way of doing it",
    "stopping": "I've been trying to convince everybody at once, and they might leave. "
    "I should talk to them one by one.",
    "who_cares": "Dionne, who runs reception",
}
TRUE = "I want ten doctors to agree one way of doing online triage, but I have never led anything."


def kinds(sentence: str) -> set[str]:
    return {problem.kind for problem in check(sentence, SAID).problems}


def test_a_true_sentence_passes() -> None:
    assert check(TRUE, SAID).passed


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (TRUE.replace("triage", "booking"), "unsaid"),
        (TRUE.replace("ten doctors", "ten angry doctors"), "unsaid"),
        (TRUE.replace("ten", "twelve"), "unsaid"),
        (TRUE.replace("ten doctors", "200 doctors"), "quantity"),
        (TRUE.replace("have never led", "have led"), "negation"),
        ("I want triage, but half the doctors use it.", "negation"),
        ("I want triage, but the doctors won't use it.", "quantity"),
        ("I want triage, but they leave.", "modality"),
        ("I want triage, but doctors should talk to them.", "modality"),
        (TRUE + " They leave.", "sentences"),
        (TRUE[:-1] + " and I have never led anything" * 5 + ".", "length"),
        ("Ten doctors agree one way of doing online triage.", "first_person"),
        ("I want Dr Hale to agree one way of doing online triage.", "name"),
        ("I want Dionne to agree one way of doing online triage.", "name"),
    ],
)
def test_what_was_not_said_is_found(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


def test_the_words_of_a_problem_are_named() -> None:
    problem = check(TRUE.replace("triage", "booking"), SAID).problems[0]
    assert problem.words == ("booking",)


@pytest.mark.parametrize(
    "sentence",
    [
        "I should talk to them one by one.",
        "I want to keep trying, but they might leave.",
        "I need half the doctors, but they won't use online triage.",
        "I tried convincing everybody at once.",
    ],
)
def test_inflections_and_free_joining_words_are_allowed(sentence: str) -> None:
    assert check(sentence, SAID).passed


@pytest.mark.parametrize(
    ("said", "meant", "sentence"),
    [
        ("Nobody wants nights. Everyone's tired.", "nobody wants nights", "everyone wants nights"),
        ("There's nothing for them to do.", "nothing for them to do", "something for them to do"),
        ("I never ask the ward, I always guess.", "I never ask the ward", "I always ask the ward"),
        ("I do it all. Some ask for help.", "I do it all", "I do nothing"),
        ("Every letter goes by me.", "every letter goes by me", "no letter goes by me"),
    ],
)
def test_how_many_are_meant_stays_as_it_was_said(said: str, meant: str, sentence: str) -> None:
    assert check(f"I want help, but {meant}.", {"problem": f"I want help. {said}"}).passed
    assert not check(f"I want help, but {sentence}.", {"problem": f"I want help. {said}"}).passed


def test_a_name_may_be_kept() -> None:
    sentence = "I want Dr Hale to agree one way of doing online triage."
    assert check(sentence, SAID, names_kept=["Dr Hale", "Hale"]).passed


def test_blame_of_others_is_found_and_candour_is_not() -> None:
    said = {"problem": "My deputy is lazy and I am a bit rubbish at keeping in touch."}
    assert not check("I am a bit rubbish at keeping in touch.", said).problems
    assert check("I keep in touch, but my deputy is lazy.", said).problems[0].kind == "judgement"


def test_a_corrected_number_is_not_what_was_said() -> None:
    said = {"problem": "I see ten, no, twelve patients a day."}
    assert check("I see twelve patients a day.", said).passed
    assert not check("I see ten patients a day.", said).passed


def test_nothing_said_supports_nothing() -> None:
    assert not check(TRUE, {}).passed
    assert not check("", SAID).passed


def test_what_is_not_wanted_leaves_other_wishes_alone() -> None:
    said = {
        "try": "let people choose their own food",
        "stopping": "I don't want to be the one who takes it off them",
    }
    assert check("I want to let people choose their own food.", said).passed
    found = check("I want to be the one who takes it off them.", said)
    assert [problem.kind for problem in found.problems] == ["negation"]


def test_all_of_some_things_is_not_everything() -> None:
    answers = {"problem": "I have typed all 23 letters.", "benefits_self": "I could type a book."}
    assert check("I have typed all 23 letters.", answers).passed
    assert [p.kind for p in check("I can type everything.", answers).problems] == ["quantity"]


def test_a_negation_that_a_word_asks_for_is_missed() -> None:
    answers = {"problem": "I want to open on Sundays.", "stopping": "I've not asked anybody."}
    assert check("I want to open on Sundays, but I've not asked anybody.", answers).passed
    assert not check("I want to open on Sundays, but I've asked anybody.", answers).passed


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("We can't open on Sundays.", "I can open on Sundays."),
        ("I could not open on Sundays.", "I open on Sundays."),
        ("I have never asked the ward.", "I have asked the ward."),
        ("There is no rule about it, I find.", "There is a rule about it, I find."),
        ("I see twelve patients.", "I see twenty patients."),
        ("I trust half of the nurses.", "I trust twelve of the nurses."),
    ],
)
def test_a_sentence_that_turns_what_was_said_never_passes(said: str, changed: str) -> None:
    assert not check(changed, {"problem": said}).passed
