from __future__ import annotations

from assistant.engine.turn import Choice, Progress, Reply
from benchmarks._member import Member


def asks(question: str, *choices: str) -> Reply:
    offered = tuple(Choice(key, key) for key in choices)
    return Reply(("?",), question, "text", offered, Progress(0, 15))


def member() -> Member:
    return Member(
        {"problem": "the rota", "try": "share it"}, own_sentence="I want the rota shared."
    )


def test_answers_go_to_the_question_that_is_asked() -> None:
    asha = member()
    assert asha.types(asks("try")) == "share it"
    assert asha.types(asks("problem")) == "the rota"
    assert asha.given == {"try": "share it", "problem": "the rota"}


def test_asked_again_it_says_that_it_was_the_answer_and_then_goes_on() -> None:
    asha = member()
    typed = [asha.types(asks("problem")) for _ in range(4)]
    assert typed == ["the rota", "that was my answer", "skip", "skip"]
    assert asha.rescued == 1
    assert asha.given == {"problem": "the rota"}


def test_a_doubt_about_an_answer_is_settled_as_the_answer() -> None:
    asha = member()
    asha.types(asks("problem"))
    assert asha.types(asks("settle_held")) == "yes, that is my answer"


def test_a_doubt_about_a_remark_is_settled_as_no_answer() -> None:
    asha = member()
    assert asha.types(asks("summary", "affirm", "skip_question")) == "yes"
    assert asha.types(asks("settle_held")) == "no"


def test_the_sentence_is_accepted_and_passed_on() -> None:
    asha = member()
    assert asha.types(asks("summary", "affirm", "skip_question")) == "yes"
    assert asha.types(asks("review", "problem", "affirm")) == "yes"
    assert asha.types(asks("release", "summary", "all")) == "1"
    assert asha.types(asks("person", "keep_name")) == "keep the name"
    assert asha.types(asks("confirm_release", "affirm", "deny")) == "yes"
    assert asha.given == {}


def test_where_no_sentence_is_offered_it_says_its_own_once() -> None:
    asha = member()
    assert asha.types(asks("summary", "skip_question")) == "I want the rota shared."
    assert asha.types(asks("summary", "affirm", "skip_question")) == "yes"
    assert asha.given == {"summary": "I want the rota shared."}


def test_what_it_has_no_answer_to_is_left_out() -> None:
    assert member().types(asks("likelihood")) == "skip"


def test_it_never_confirms_a_deletion() -> None:
    assert member().types(asks("confirm_delete", "affirm", "deny")) == "no"
