"""Each kind of step, folded into where the preparation stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.coaching.fold import after, standing
from assistant.coaching.state import Held, Last, State
from assistant.records.steps import How, Step, StepKind

MakeStep = Callable[..., Step]


def test_nothing_happened_yet() -> None:
    assert standing([]) == State()


def test_folding_a_log_is_folding_its_steps_one_by_one(step: MakeStep) -> None:
    log = [
        step("shown", "problem", wording="What?", seq=1),
        step("answered", "problem", text="The rota.", seq=2),
        step("skipped", "importance_self", seq=3),
    ]
    one_by_one = after(after(after(State(), log[0]), log[1]), log[2])
    assert standing(log) == one_by_one
    assert standing(log[1:], standing(log[:1])) == one_by_one
    assert one_by_one.seq == 3


def test_a_step_that_is_not_stored_yet_leaves_the_place_in_the_log(step: MakeStep) -> None:
    assert after(State(seq=7), step("asked", "problem", said="help")).seq == 7


def test_shown(step: MakeStep) -> None:
    state = standing([step("shown", "problem"), step("shown", "importance_self")])
    assert (state.shown, state.open) == ({"problem", "importance_self"}, "importance_self")


def test_answered(step: MakeStep) -> None:
    state = standing([step("answered", "problem", text="The rota.")])
    assert state.answers == {"problem": "The rota."}
    assert state.trail == ("problem",)


def test_how_likely_it_is_has_no_number_where_a_serious_sign_was_read(step: MakeStep) -> None:
    state = standing([step("answered", "likelihood", text="Two.", about="others_at_risk")])
    assert (state.likely, state.answers) == ((), {"likelihood": "Two."})


def test_revised_keeps_the_order_of_first_answering(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="The rota."),
            step("answered", "try", text="Mend it."),
            step("revised", "problem", text="The rota, and me."),
        ]
    )
    assert list(state.answers.items()) == [("problem", "The rota, and me."), ("try", "Mend it.")]
    assert state.trail == ("problem", "try")


def test_an_answer_after_a_skip_takes_the_skip_away(step: MakeStep) -> None:
    state = standing([step("skipped", "try"), step("answered", "try", text="Mend it.")])
    assert (state.skipped, state.answers) == (frozenset(), {"try": "Mend it."})


def test_skipped(step: MakeStep) -> None:
    state = standing([step("skipped", "problem", said="pass")])
    assert (state.skipped, state.trail, state.answers) == ({"problem"}, ("problem",), {})


def test_skipping_what_was_answered_leaves_the_answer(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="The rota."),
            step("went_back", "try", about="problem"),
            step("skipped", "problem"),
        ]
    )
    assert state.answers == {"problem": "The rota."}
    assert (state.skipped, state.revisiting) == (frozenset(), None)


def test_going_back_erases_nothing(step: MakeStep) -> None:
    before = standing([step("answered", "problem", text="The rota.")])
    state = after(before, step("went_back", "try", said="back", about="problem"))
    assert (state.revisiting, state.answers, state.trail) == (
        "problem",
        before.answers,
        before.trail,
    )


@pytest.mark.parametrize(
    ("command", "changed"),
    [
        ("help", {}),
        ("enough", {"enough": True}),
        ("pause", {"paused": True}),
        ("rephrase", {"variation": "differently"}),
        ("reworded", {"variation": "reworded"}),
        ("share_more", {"more": True}),
        ("change_answer", {"aside": "which_answer"}),
        ("start_again", {"aside": "confirm_start_again"}),
        ("delete_data", {"aside": "confirm_delete"}),
    ],
)
def test_what_a_command_changes(step: MakeStep, command: str, changed: dict[str, object]) -> None:
    before = standing([step("answered", "problem", text="The rota.")])
    state = after(before, step("asked", "try", said="please", command=command))
    last = Last("try", "please", command, answered=False)
    assert state == replace(before, last=last, turns=before.turns + 1, **changed)


@pytest.mark.parametrize("kind", ["asked", "skipped", "answered", "held", "went_back"])
def test_whatever_is_said_next_ends_a_pause(step: MakeStep, kind: str) -> None:
    paused = standing([step("asked", "problem", said="pause", command="pause")])
    assert paused.paused
    assert not after(paused, step(kind, "problem", said="on", text="on")).paused


def test_a_lapsed_confirmation_changes_nothing_else(step: MakeStep) -> None:
    before = standing([step("answered", "problem", text="The rota.")])
    state = standing(
        [
            step("asked", "try", said="wipe it", command="delete_data"),
            step("asked", "try", said="no", command="lapsed"),
        ],
        before,
    )
    last = Last("try", "no", "lapsed", answered=False)
    assert state == replace(before, last=last, turns=before.turns + 2)


def test_held_and_settled_as_an_answer(step: MakeStep) -> None:
    held = standing([step("held", "problem", said="pass it on", command="skip_question")])
    assert held.held == Held("problem", "pass it on", "skip_question")
    assert held.answers == {}
    state = after(held, step("settled", "problem", said="yes", text="pass it on"))
    assert (state.held, state.answers) == (None, {"problem": "pass it on"})


def test_held_and_settled_as_a_command(step: MakeStep) -> None:
    held = standing([step("held", "problem", said="pass it on", command="skip_question")])
    state = after(held, step("settled", "problem", said="no", command="skip_question"))
    assert (state.held, state.answers, state.skipped) == (None, {}, frozenset())


def test_a_settled_doubt_leaves_the_question_that_was_gone_back_to_open(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="The rota."),
            step("went_back", "try", about="problem"),
            step("held", "problem", said="leave it", command="skip_question"),
            step("settled", "problem", said="no", command="skip_question"),
        ]
    )
    assert (state.held, state.revisiting) == (None, "problem")


def test_a_doubt_closes_what_waited_in_front_of_the_question(step: MakeStep) -> None:
    state = standing(
        [
            step("asked", "problem", said="wipe it", command="delete_data"),
            step("held", "problem", said="or not", command="deny"),
        ]
    )
    assert (state.aside, state.held) == (None, Held("problem", "or not", "deny"))


def test_a_command_turned_into_the_answer_that_it_was(step: MakeStep) -> None:
    state = standing(
        [
            step("skipped", "problem", said="pass it on to Ann"),
            step("settled", "problem", said="my answer", text="pass it on to Ann"),
        ]
    )
    assert (state.answers, state.skipped) == ({"problem": "pass it on to Ann"}, frozenset())


def test_an_answer_turned_into_the_command_that_it_was(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="next one", command="skip_question"),
            step("settled", "problem", said="a command", command="skip_question"),
        ]
    )
    assert (state.answers, state.skipped) == ({}, frozenset())


def test_what_stood_before_a_wrong_answer_comes_back_with_its_place(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="The rota."),
            step("answered", "try", text="Mend it."),
            step("went_back", "stopping", about="problem"),
            step("revised", "problem", text="go on", command="skip_question"),
            step("settled", "problem", said="a command", command="skip_question"),
        ]
    )
    assert list(state.answers.items()) == [("problem", "The rota."), ("try", "Mend it.")]
    assert state.revisiting == "problem"  # where the member was when it was misjudged


def test_the_mark_of_a_serious_sign_comes_back_with_its_answer(step: MakeStep) -> None:
    grave = step("answered", "problem", text="He falsifies the notes.", about="others_at_risk")
    revised = step("revised", "problem", text="skip it", command="skip_question")
    taken_out = step("settled", "problem", said="a command", command="skip_question")
    assert standing([grave]).grave == {"problem"}
    assert standing([grave, revised]).grave == frozenset()
    assert standing([grave, revised, taken_out]).grave == {"problem"}


def test_a_skip_comes_back_too(step: MakeStep) -> None:
    state = standing(
        [
            step("skipped", "problem"),
            step("answered", "problem", text="go on", command="repeat"),
            step("settled", "problem", said="a command", command="repeat"),
        ]
    )
    assert (state.answers, state.skipped) == ({}, {"problem"})


def test_offered_revised_accepted(step: MakeStep) -> None:
    offered = standing([step("offered", "summary", text="The rota.")])
    assert (offered.offered, offered.accepted) == ("The rota.", None)
    revised = after(offered, step("revised", "summary", text="The rota, and me."))
    assert (revised.offered, revised.accepted, revised.answers) == ("The rota, and me.", None, {})
    accepted = after(revised, step("accepted", "summary", said="yes", text="The rota, and me."))
    assert accepted.accepted == "The rota, and me."
    assert accepted.trail == ("summary",)


def test_an_own_sentence_that_was_a_command_gives_the_offered_one_back(step: MakeStep) -> None:
    state = standing(
        [
            step("offered", "summary", text="The rota."),
            step("revised", "summary", text="read it again", command="repeat"),
            step("settled", "summary", said="a command", command="repeat"),
        ]
    )
    assert (state.offered, state.accepted) == ("The rota.", None)


def test_the_sentence_can_be_left_out_and_taken_up_again(step: MakeStep) -> None:
    skipped = standing([step("offered", "summary", text="The rota."), step("skipped", "summary")])
    assert (skipped.skipped, skipped.accepted) == ({"summary"}, None)
    accepted = after(skipped, step("accepted", "summary", said="yes", text="The rota."))
    assert (accepted.skipped, accepted.accepted) == (frozenset(), "The rota.")


def test_chosen_released_withdrawn(step: MakeStep) -> None:
    chosen = standing([step("answered", "release", text="summary try")])
    assert (chosen.chosen, chosen.people) == (("summary", "try"), None)
    assert chosen.released == {}
    released = standing(
        [
            step("released", "release", said="yes", about="summary", text="The rota."),
            step("released", "release", said=None, about="try", text="Mend it."),
        ],
        chosen,
    )
    assert released.released == {"summary": "The rota.", "try": "Mend it."}
    assert (released.chosen, released.aside, released.shared) == ((), None, False)
    assert released.released_from == {"summary": "The rota.", "try": "Mend it."}
    withdrawn = after(released, step("withdrawn", "release", said="take it back", about="try"))
    assert withdrawn.released == {"summary": "The rota."}


def test_sharing_nothing(step: MakeStep) -> None:
    early = standing([step("skipped", "release", said="nothing")])
    assert early.shared is False  # it will have its turn
    state = standing([step("skipped", "summary"), step("skipped", "release", said="nothing")])
    assert (state.shared, state.released) == (True, {})


def test_start_again_keeps_what_was_said_and_what_was_released(step: MakeStep) -> None:
    state = standing(
        [
            step("answered", "problem", text="The rota."),
            step("accepted", "summary", said="yes", text="The rota."),
            step("released", "release", said="yes", about="summary", text="The rota."),
            step("asked", "closing", said="again", command="start_again"),
            step("asked", "closing", said="yes", command="started_again"),
        ]
    )
    assert (state.answers, state.skipped, state.trail, state.accepted) == ({}, set(), (), None)
    assert (state.enough, state.shared, state.aside) == (False, False, None)
    assert state.earlier == ({"problem": "The rota."},)
    assert state.released == {"summary": "The rota."}


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_can_be_folded_even_if_it_holds_nothing(
    step: MakeStep, kind: StepKind
) -> None:
    empty = replace(step("asked"), kind=kind, said=None, how=None)
    assert after(State(), empty).answers == {}


def test_a_choice_is_not_remembered_as_something_said(step: MakeStep) -> None:
    chosen = step("skipped", "problem", said="skip_question", how=How.CHOSEN)
    last = after(State(), chosen).last
    assert last is not None
    assert last.said == ""
