from __future__ import annotations

from datetime import date

from assistant.meeting.way import Stage, way
from assistant.meeting.way_picture import MOST, way_picture
from assistant.texts.texts import texts

ONE, TWO, THREE = date(2026, 9, 29), date(2026, 11, 3), date(2026, 12, 1)


def kinds(*stages: Stage) -> list[list[str]]:
    return [
        [mark.kind for mark in point.marks]
        for point in way_picture(stages, texts("meeting")).points
    ]


def test_what_came_of_a_step_stands_beside_that_step() -> None:
    told = [(Stage(ONE, "A.", "Ask."), None), (Stage(TWO, "B."), "I asked.")]
    assert way(told) == (Stage(ONE, "A.", "Ask.", "I asked."), Stage(TWO, "B."))


def test_also_where_a_meeting_without_a_step_lies_between() -> None:
    told = [(Stage(ONE, "A.", "Ask."), None), (Stage(TWO, "B."), None), (Stage(THREE), "Asked.")]
    assert way(told) == (Stage(ONE, "A.", "Ask.", "Asked."), Stage(TWO, "B."))


def test_what_came_of_a_step_that_was_not_told_is_kept_with_the_meeting_before() -> None:
    told = [(Stage(ONE, "A."), "Nobody asked."), (Stage(TWO, "B."), "I asked.")]
    assert way(told) == (Stage(ONE, "A.", came_of_it="I asked."), Stage(TWO, "B."))


def test_a_meeting_for_which_nothing_was_said_is_left_out() -> None:
    assert way([(Stage(ONE), None), (Stage(TWO, "B."), None)]) == (Stage(TWO, "B."),)


def test_the_picture_shows_what_changed_and_what_was_told() -> None:
    assert kinds(
        Stage(ONE, "A b.", "Ask.", "Asked."),
        Stage(TWO, "A  b.", "Ask again."),
        Stage(THREE, "C."),
    ) == [["first", "told"], ["same", "planned"], ["changed"]]


def test_the_picture_shows_the_last_meetings_in_its_width() -> None:
    stages = [Stage(date(2026, month, 1), f"{month}.") for month in range(1, 13)]
    picture = way_picture(stages, texts("meeting"))
    assert [point.held_on.month for point in picture.points] == list(range(13 - MOST, 13))
    assert picture.points[0].x > 0
    assert picture.points[-1].x < picture.width
