"""What can be passed on has a title that can stand over it in a record."""

from __future__ import annotations

from assistant.catalogue import catalogue
from assistant.coaching.route import holds_answer
from assistant.meeting.titles import title_of
from assistant.texts.texts import texts

SAY, ASKED = texts("meeting"), catalogue()


def test_no_title_has_a_gap_a_hint_or_a_second_question() -> None:
    keys = [key for key in ASKED.questions if holds_answer(key, ASKED)]
    for title in (title_of(key, ASKED, SAY) for key in keys):
        assert "{" not in title
        assert '"' not in title
        assert title.count("?") <= 1
        assert "?" not in title or title.endswith("?")


def test_the_title_says_the_word_of_the_set() -> None:
    school = ASKED.with_word("school")
    assert title_of("benefits_practice", school, SAY) == "What are the benefits to the school?"


def test_what_is_asked_no_longer_is_called_by_its_key() -> None:
    assert title_of("old_question", ASKED, SAY) == "old question"
