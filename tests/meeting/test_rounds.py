from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

from assistant.catalogue import catalogue
from assistant.meeting.rounds import AnswerCopy, Round, rounds
from assistant.records.steps import Step, StepKind

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
PROBLEM = "What are you bringing?"


def log(*entries: tuple[StepKind, str, dict[str, Any]]) -> Sequence[Step]:
    return [
        Step(kind=kind, question=question, at=NOON, seq=seq, **fields)
        for seq, (kind, question, fields) in enumerate(entries, 1)
    ]


def shown(question: str, wording: str) -> tuple[StepKind, str, dict[str, Any]]:
    return StepKind.SHOWN, question, {"wording": wording}


def says(
    kind: StepKind, question: str, said: str, **more: Any
) -> tuple[StepKind, str, dict[str, Any]]:
    return kind, question, {"said": said, "text": said, **more}


def only_round(*entries: tuple[StepKind, str, dict[str, Any]]) -> Round:
    (one,) = rounds(log(*entries), catalogue())
    return one


def test_an_empty_log_has_no_round() -> None:
    assert rounds([], catalogue()) == ()


def test_an_answer_stands_under_the_wording_that_was_shown() -> None:
    one = only_round(shown("problem", PROBLEM), says(StepKind.ANSWERED, "problem", "Rota."))
    assert one.answers == (
        AnswerCopy("problem", "worksheet", PROBLEM, "Rota.", earlier=(), skipped=False),
    )


def test_earlier_wordings_are_kept_in_their_order() -> None:
    one = only_round(
        says(StepKind.ANSWERED, "problem", "One."),
        says(StepKind.REVISED, "problem", "Two."),
        says(StepKind.REVISED, "problem", "Three."),
    )
    assert one.answers[0].answer == "Three."
    assert one.answers[0].earlier == ("One.", "Two.")
    assert one.answers[0].asked == catalogue().asking("problem", {})


def test_what_was_a_command_never_was_an_answer() -> None:
    one = only_round(
        says(StepKind.ANSWERED, "problem", "One."),
        says(StepKind.REVISED, "problem", "skip it then", command="skip_question"),
        (StepKind.SETTLED, "problem", {"said": "that was a command", "command": "skip_question"}),
    )
    assert one.answers[0].answer == "One."
    assert one.answers[0].earlier == ()


def test_what_was_skipped_says_so() -> None:
    one = only_round(shown("problem", PROBLEM), (StepKind.SKIPPED, "problem", {"said": "skip"}))
    assert one.answers[0].skipped
    assert one.answers[0].answer is None


def test_what_is_held_is_kept_apart() -> None:
    one = only_round((StepKind.HELD, "problem", {"said": "pass", "command": "skip_question"}))
    assert one.held is not None
    assert one.held.said == "pass"
    assert one.answers == ()


def test_the_sentence_with_its_earlier_wordings() -> None:
    one = only_round(
        (StepKind.OFFERED, "summary", {"text": "A draft."}),
        says(StepKind.REVISED, "summary", "My own."),
        (StepKind.ACCEPTED, "summary", {"said": "yes", "text": "My own."}),
    )
    assert one.sentence == "My own."
    assert one.offered is None
    assert one.earlier_sentences == ("A draft.",)


def test_a_sentence_not_yet_accepted_is_only_offered() -> None:
    one = only_round((StepKind.OFFERED, "summary", {"text": "A draft."}))
    assert (one.sentence, one.offered) == (None, "A draft.")


def test_starting_again_begins_a_round_and_keeps_the_one_before() -> None:
    before, now = rounds(
        log(
            says(StepKind.ANSWERED, "problem", "One."),
            (StepKind.ACCEPTED, "summary", {"said": "yes", "text": "Mine."}),
            (StepKind.ASKED, "problem", {"said": "yes", "command": "started_again"}),
            says(StepKind.ANSWERED, "problem", "Two."),
        ),
        catalogue(),
    )
    assert (before.answers[0].answer, before.sentence) == ("One.", "Mine.")
    assert (now.answers[0].answer, now.answers[0].earlier, now.sentence) == ("Two.", (), None)


def test_answers_stand_in_the_order_of_the_parts() -> None:
    one = only_round(
        says(StepKind.ANSWERED, "stopping", "Me."), says(StepKind.ANSWERED, "problem", "Rota.")
    )
    assert [answer.question for answer in one.answers] == ["problem", "stopping"]
