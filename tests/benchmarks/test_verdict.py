from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from assistant.records.steps import Step, StepKind
from benchmarks._verdict import verdict

PROBLEM = " Nobody owns the rota, and I keep mending it. "
TEXT = PROBLEM.strip()


def log(*steps: tuple[StepKind, str, dict[str, Any]]) -> list[Step]:
    at = datetime(2026, 11, 2, tzinfo=timezone.utc)
    return [
        Step(kind, question, at, seq=seq, **fields)
        for seq, (kind, question, fields) in enumerate(steps, 1)
    ]


def judged(*steps: tuple[StepKind, str, dict[str, Any]]) -> Any:
    return verdict(log(*steps), expected={"problem": PROBLEM}, given={"problem": PROBLEM})


def test_an_answer_that_stands_as_typed_is_verbatim() -> None:
    found = judged((StepKind.ANSWERED, "problem", {"said": PROBLEM, "text": TEXT}))
    assert found.verbatim == {"problem"}
    assert (found.invented, found.held, found.made_of) == ((), frozenset(), {})


def test_a_part_of_it_is_not_verbatim_and_not_invented() -> None:
    part = "Nobody owns the rota"
    found = judged((StepKind.ANSWERED, "problem", {"said": PROBLEM, "text": part}))
    assert found.verbatim == frozenset()
    assert found.invented == ()
    assert found.made_of == {"problem": f"answered, and the answer stands as: {part}"}


def test_one_changed_character_of_what_was_said_is_not_verbatim() -> None:
    found = judged((StepKind.ANSWERED, "problem", {"said": PROBLEM.lower(), "text": TEXT}))
    assert found.verbatim == frozenset()
    assert found.made_of["problem"].startswith("never asked, or not in the log")


def test_held_and_settled_as_the_answer_is_verbatim_and_told() -> None:
    found = judged(
        (StepKind.HELD, "problem", {"said": PROBLEM, "command": "pause"}),
        (StepKind.SETTLED, "problem", {"said": "yes, that is my answer", "text": TEXT}),
    )
    assert (found.verbatim, found.held, found.invented) == ({"problem"}, {"problem"}, ())
    assert found.made_of["problem"].startswith("held (pause)")


def test_what_settled_it_is_no_part_of_the_answer() -> None:
    mixed = f"{TEXT}\nyes, that is my answer"
    found = judged(
        (StepKind.HELD, "problem", {"said": PROBLEM}),
        (StepKind.SETTLED, "problem", {"said": "yes, that is my answer", "text": mixed}),
    )
    assert found.verbatim == frozenset()
    assert found.invented == (f"problem: {mixed}",)


def test_a_rescued_answer_was_misjudged_all_the_same() -> None:
    found = judged(
        (StepKind.ASKED, "problem", {"said": PROBLEM, "command": "repeat"}),
        (StepKind.SETTLED, "problem", {"said": "that was my answer", "text": TEXT}),
    )
    assert found.verbatim == frozenset()
    assert found.invented == ()
    assert found.made_of["problem"].startswith("asked (repeat), and the answer stands as")


def test_a_remark_kept_as_an_answer_is_invented() -> None:
    found = judged(
        (StepKind.ANSWERED, "problem", {"said": PROBLEM, "text": TEXT}),
        (StepKind.REVISED, "summary", {"said": "yes", "text": "yes"}),
        (StepKind.ANSWERED, "release", {"said": "1", "text": "summary"}),
    )
    assert found.invented == ("summary: yes",)


def test_an_answer_that_was_changed_later_does_not_stand() -> None:
    found = judged(
        (StepKind.ANSWERED, "problem", {"said": PROBLEM, "text": TEXT}),
        (StepKind.REVISED, "problem", {"said": "skip", "text": "skip"}),
    )
    assert found.verbatim == frozenset()
    assert found.invented == ("problem: skip",)


def test_an_answer_that_was_never_asked_for_is_told() -> None:
    found = verdict([], expected={"problem": PROBLEM}, given={})
    assert found.made_of == {"problem": "never asked, or not in the log"}
