"""What was said, laid out: grouped, numbered, and what was left out told apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.catalogue import Catalogue
from assistant.coaching.choices import choices
from assistant.coaching.fold import standing
from assistant.coaching.items import others
from assistant.coaching.next_question import next_question
from assistant.coaching.previous import Previous
from assistant.coaching.review import laid_out, to_review
from assistant.coaching.route import questions_of_route
from assistant.coaching.state import State
from assistant.coaching.wording import asking
from assistant.records.steps import Step

After = Callable[..., State]


def test_answers_are_grouped_by_part_and_numbered_on(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.", reviewed=False)
    shown = laid_out(state, texts)
    assert shown.startswith('The worksheet\n1. the problem: "about problem"\n2. why it is')
    assert '"about benefits_practice"\n\nThe good questions\n10. what you are trying to do' in shown
    last = len(state.answers) + 1
    assert shown.endswith(f'"about want"\n\nThe sentence\n{last}. your sentence: "The rota."')


def test_skipped_and_not_asked_are_told_apart_and_numbered_too(
    texts: Catalogue, step: Callable[..., Step]
) -> None:
    state = standing(
        [
            step("answered", "stopping", text="Me."),  # answered out of order
            step("answered", "problem", text="The rota."),
            step("skipped", "importance_self"),
        ]
    )
    shown = laid_out(state, texts)
    assert shown.startswith(
        'The worksheet\n1. the problem: "The rota."\n\n'
        'The good questions\n2. what is stopping you: "Me."\n\n'
        "Skipped by you: 3. why it is important to you\n\n"
        "Not asked so far: 15 more questions. To have one, say"
    )
    assert "important to your practice" not in shown
    assert to_review(state, texts)[:4] == (
        "problem",
        "stopping",
        "importance_self",
        "importance_practice",
    )
    assert set(to_review(state, texts)) == set(questions_of_route(texts))


def test_how_to_have_all_of_them_is_said_where_they_would_not_be_asked(
    texts: Catalogue, step: Callable[..., Step]
) -> None:
    state = standing([step("answered", "problem", text="The rota.")])
    assert laid_out(state, texts).endswith("who helps.")
    for left_out in (replace(state, route="ten"), replace(state, enough=True)):
        assert laid_out(left_out, texts).endswith('To have them all, say "all of it".')


def test_a_few_that_were_not_asked_are_named_with_their_numbers(
    texts: Catalogue, after_all: After
) -> None:
    state = after_all()
    answers = {key: text for key, text in state.answers.items() if key != "who_helps"}
    shown = laid_out(replace(state, answers=answers), texts)
    assert shown.endswith(f"Not asked so far: {len(answers) + 1}. who else can help")


def test_many_answers_of_an_earlier_meeting_are_counted(texts: Catalogue, after_all: After) -> None:
    before = after_all().answers  # of 18 questions that everybody is asked
    state = replace(State(), previous=Previous(answers=before), answers={"want": "Questions."})
    shown = laid_out(state, texts)
    assert "As you wrote it for an earlier meeting: 17 answers." in shown
    assert "Not asked so far" not in shown


def test_a_bare_yes_to_the_last_sentence_is_no_line_of_its_own(texts: Catalogue) -> None:
    yes, no = (
        State(answers={"still_right": said, "where_now": "Further on."}, accepted="The rota.")
        for said in ("yes, still right", "Not quite.")
    )
    assert to_review(yes, texts)[:2] == ("where_now", "summary")
    assert to_review(no, texts)[:3] == ("still_right", "where_now", "summary")
    assert "still_right" not in others(yes, texts)
    assert "still_right" in others(no, texts)


def test_a_question_skipped_and_answered_later_is_not_skipped(
    texts: Catalogue, step: Callable[..., Step]
) -> None:
    state = standing([step("skipped", "problem"), step("answered", "problem", text="The rota.")])
    assert "Skipped by you" not in laid_out(state, texts)


def test_it_is_asked_in_full_and_then_only_asked(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.")
    assert next_question(state, texts) == "review"
    assert '"about try"' in asking(state, texts)
    again = replace(state, shown=state.shown | {"review"})
    assert asking(again, texts).startswith("Is it right now?")
    assert '"about try"' in asking(replace(again, variation="in_full"), texts)
    assert asking(replace(again, variation="which"), texts).startswith("Which would you like")


def test_every_number_can_be_chosen_by_key(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.", skipped=frozenset({"one_problem"}))
    assert list(choices(state, texts)) == [*to_review(state, texts), "affirm"]


def test_a_smaller_step_that_was_taken_stands_there_once(
    texts: Catalogue, step: Callable[..., Step]
) -> None:
    smaller = [step("answered", key, text="ring her") for key in ("first_steps", "smaller_step")]
    shown = laid_out(standing([step("answered", "problem", text="The rota."), *smaller]), texts)
    assert shown.count("ring her") == 1
    kept = [*smaller[:1], step("answered", "smaller_step", text="that's the one")]
    assert "that's the one" in laid_out(standing(kept), texts)
