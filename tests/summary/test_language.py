from __future__ import annotations

import pytest

from assistant.summary.language import is_known, is_verb, lemmas, third_person


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("went", "go"),
        ("children", "child"),
        ("carries", "carry"),
        ("stopping", "stop"),
        ("rotas", "rota"),
        ("carers", "carer"),  # in no dictionary
        ("late", "late"),
    ],
)
def test_a_word_has_its_dictionary_form(word: str, lemma: str) -> None:
    assert lemma in lemmas(word)


def test_names_are_not_in_the_dictionary() -> None:
    assert is_known("minister") and not is_known("kev")


def test_verbs_are_told_from_nouns() -> None:
    assert is_verb("ring") and not is_verb("rota")


@pytest.mark.parametrize(
    ("verb", "form"),
    [("go", "goes"), ("try", "tries"), ("say", "says"), ("have", "has"), ("reach", "reaches")],
)
def test_the_form_after_she(verb: str, form: str) -> None:
    assert third_person(verb) == form
