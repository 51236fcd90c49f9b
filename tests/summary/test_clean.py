from __future__ import annotations

import pytest

from assistant.summary.clean import clean, is_english


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("we see ten, no, twelve patients", "we see twelve patients"),
        ("about ten no twelve patients a day", "about twelve patients a day"),
        ("on Tuesday, sorry, on Wednesday we met", "on Wednesday we met"),
        ("I want to, I mean, we want to go", "we want to go"),
        ("it's been um it's been eighteen month", "it's been eighteen month"),
        ("paint it well no what I'm trying to do is a roof", "what I'm trying to do is a roof"),
        ("we lose money on every hen every single one", "we lose money on every hen"),
        ("two lists right two lists and a box", "two lists and a box"),
        ("I just I do the wages myself", "I do the wages myself"),
        ("two hundred no two hundred and ten beds", "two hundred and ten beds"),
        ("I said no, nobody asked, no one came", "I said no, nobody asked, no one came"),
    ],
)
def test_a_correction_replaces_what_was_said_by_mistake(said: str, meant: str) -> None:
    assert clean(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("So basically, um, the hut leaks", "the hut leaks"),
        ("He'd, you know, turn in his grave.", "He'd turn in his grave."),
        ("I never leave the kiln do I I've burnt it", "I never leave the kiln. I've burnt it"),
        ("money what do you think there's none", "money. there's none"),
        ("from like the end of next month", "from the end of next month"),
        ("She looks like a leader", "She looks like a leader"),
        ("I want to be fair to both shifts", "I want to be fair to both shifts"),
        ("it's me I cover the gaps", "I cover the gaps"),
        ("I charge for the work the hours I mean", "I charge for the work."),
        ("I give way I just give way", "I just give way"),
        ("short of drivers obvs and I'm no help tbh.", "short of drivers and I'm no help."),
        (
            "labels that stick I suppose labels they can read",
            "labels that stick, labels they can read",
        ),
        ("I suppose she told me the truth is out", "she told me the truth is out"),
        ("What I suppose she wants is quiet", "What I suppose she wants is quiet"),
        ("get them to ring that's all just ring", "get them to ring. just ring"),
        ("a queue of approx. 300 letters", "a queue of approx 300 letters"),
        ("get the lads to train. and stay with it", "get the lads to train and stay with it"),
        ("It's the wrong kind of help", "It's the wrong kind of help"),
        ("They want it by June, which, fine.", "They want it by June."),
        ("I look as if I know which I don't.", "I look as if I know."),
        ("It's never just about money, is it?", "It's never just about money."),
    ],
)
def test_fillers_go_and_words_that_only_look_like_them_stay(said: str, meant: str) -> None:
    assert clean(said) == meant


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("i dont log it & its the little stops", "I don't log it and it's the little stops"),
        ("someones late w/o a reason", "someone's late without a reason"),
        ("the team and its budget", "the team and its budget"),
        ("we said 3pts, i.e. not 4", "we said 3pts, i.e. not 4"),
        ("nobody stays past easter", "nobody stays past Easter"),
    ],
)
def test_what_was_typed_in_haste_is_written_out(typed: str, written: str) -> None:
    assert clean(typed) == written


def test_bullets_and_semicolons_become_sentences() -> None:
    assert (
        clean("- calls are up\n- staff are down; I hide") == "calls are up. staff are down. I hide"
    )


def test_speech_without_stops_gets_them() -> None:
    said = "the letters go out late and I ring them all again and they say it never came so I stop"
    assert clean(said).count(".") == 3


def test_a_condition_is_not_broken() -> None:
    said = (
        "my worry is that if they met at the door and they started shouting it would all kick off"
    )
    assert "." not in clean(said)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Unser Team streitet sich jeden Tag über die Termine und niemand hört dem Chef zu", False),
        ("Nous ne savons pas qui doit faire les plannings et personne ne veut le dire", False),
        ("The rota comes out too late and nobody knows who it is for", True),
        ("rota", True),
    ],
)
def test_other_languages_are_told_apart(text: str, english: bool) -> None:
    assert is_english([text]) is english


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I AM SICK of it", "I am sick of it"),
        ("It is NOT the same", "It is not the same"),
        ("the NHS IT desk and HR", "the NHS IT desk and HR"),
    ],
)
def test_what_is_said_loudly_is_said_calmly(said: str, meant: str) -> None:
    assert clean(said) == meant


def test_what_is_not_the_problem_is_kept_as_the_time_when_it_is_not() -> None:
    said = "I send out rules. Rules aren't the answer, trust is."
    assert clean(said) == "I send out rules when trust is the answer."


def test_what_somebody_thinks_i_mean_is_no_correction() -> None:
    said = "he thinks I mean he can't cook"
    assert clean(said) == said


@pytest.mark.parametrize(
    "text",
    ["the ward's on call doctor never rings", "the trust's in house team", "jan does the rota"],
)
def test_what_belongs_to_somebody_and_a_name_stay_as_they_are(text: str) -> None:
    assert clean(text).rstrip(".") == text
