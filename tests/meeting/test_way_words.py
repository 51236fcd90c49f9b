from __future__ import annotations

from datetime import date

from assistant.meeting.own_way import OwnStage
from assistant.meeting.way_words import way_in_words
from assistant.texts.texts import texts

SAY = texts("meeting")


def test_each_meeting_has_its_lines_and_a_sentence_kept_says_so() -> None:
    stages = (
        OwnStage(date(2026, 11, 3), "I want calm.", "Ask.", "I asked.", "7"),
        OwnStage(date(2026, 12, 1), "I want calm."),
    )
    assert way_in_words(stages, SAY) == (
        'For the meeting of 3 November 2026:\n"I want calm."\nThe next step: "Ask."\n'
        'How likely, from 1 to 10: "7"\nWhat came of it: "I asked."\n\n'
        'For the meeting of 1 December 2026:\nThe same as before: "I want calm."'
    )


def test_the_day_of_a_step_stands_after_it() -> None:
    stage = OwnStage(date(2026, 11, 3), step="Ask.", step_day=date(2026, 11, 4))
    assert way_in_words([stage], SAY).endswith(
        'The next step: "Ask." Its day: Wednesday 4 November 2026.'
    )


def test_of_no_meeting_nothing_is_told() -> None:
    assert way_in_words((), SAY) == ""
