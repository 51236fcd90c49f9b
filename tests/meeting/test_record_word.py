from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn

from assistant.meeting.record import MeetingRecord
from assistant.meeting.record_word import record_word
from assistant.texts.texts import texts
from tests.meeting.conftest import HEBREW, LONG, MARKUP, Group

SAY = texts("meeting")


def opened(record: MeetingRecord) -> Document:
    return docx.Document(BytesIO(record_word(record, SAY)))


def said(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def test_an_empty_record_says_so_and_has_its_card(group: Group) -> None:
    document = opened(group.record())
    assert said(document, "Heading 1") == ["Meeting of 1 December 2026: Tuesday set"]
    assert SAY("record_empty") in said(document, "Normal")
    assert SAY("card_most_need") in said(document, "List Bullet")


def test_the_sentence_first_then_the_rest_then_room_to_write(group: Group) -> None:
    asha = group.joins("Asha")
    group.releases(asha, stopping="I.", bid="Twenty.")
    group.releases(asha, summary="I want\ncalm mornings.")
    group.withdraws(asha, "stopping")
    document = opened(group.record())
    headings = said(document, "Heading 3")[3:]
    assert headings == [
        "The problem in one sentence",
        "Bid for time, as said",
        "What is stopping you from doing it?",
        SAY("record_notes", name="Asha"),
    ]
    assert said(document, "Quote") == ["I want\ncalm mornings.", "Twenty."]
    assert said(document, "Normal")[-1] == "withdrawn"
    order, notes = document.tables
    assert [[cell.text for cell in row.cells] for row in order.rows] == [
        ["Order", "Member", "Bid for time, as said", "Time agreed"],
        ["1", "Asha", "Twenty.", ""],
    ]
    assert len(notes.rows) == 8


def test_a_next_step_says_when_it_was_said(group: Group) -> None:
    group.releases(group.joins("Asha"), next_step="Ask on Wednesday.")
    said = [each.text for each in opened(group.record()).paragraphs]
    at = said.index("Ask on Wednesday.")
    assert said[at + 1] == SAY("record_said_on", day="2 November 2026")


def test_the_day_of_a_next_step_stands_beside_its_words(group: Group) -> None:
    group.releases_step(group.joins("Asha"), "Ask on Wednesday.", date(2026, 11, 4))
    said = [each.text for each in opened(group.record()).paragraphs]
    at = said.index("Ask on Wednesday.")
    assert said[at + 1] == "Its day: Wednesday 4 November 2026."
    assert SAY("record_said_on", day="2 November 2026") not in said


def test_words_stay_words_whatever_characters_they_hold(hostile: MeetingRecord) -> None:
    document = opened(hostile)
    assert f"1 · {MARKUP}" in said(document, "Heading 2")
    assert LONG in said(document, "Quote")
    assert "␛[2J␀" in said(document, "Quote")
    assert "🙂 👩🏽‍⚕️ e\u0301" in said(document, "Quote")


def test_words_from_right_to_left_run_so(hostile: MeetingRecord) -> None:
    for each in opened(hostile).paragraphs:
        from_right = each._p.find(f".//{qn('w:bidi')}") is not None
        assert from_right is (each.text in {HEBREW, "4 · שרה 🙂"})
        assert all(bool(run.font.rtl) is from_right for run in each.runs)


def test_the_way_is_a_table(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases(asha, summary="More staff.", next_step="Ask.")
    group.releases(group.prepares(asha.person_id), summary="To be asked.", last_step="Asked.")
    way = opened(group.record()).tables[1]
    assert [[cell.text for cell in row.cells] for row in way.rows[1:]] == [
        ["3 November 2026", "More staff.", "Ask.", "Asked."],
        ["1 December 2026", "To be asked.", "", ""],
    ]


def test_the_day_of_a_step_stands_below_it_in_the_table(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases_step(asha, "Ask on Wednesday.", date(2026, 11, 4))
    group.releases(group.prepares(asha.person_id), summary="To be asked.")
    way = opened(group.record()).tables[1]
    assert [row.cells[2].text for row in way.rows[1:]] == [
        "Ask on Wednesday.\nIts day: Wednesday 4 November 2026.",
        "",
    ]


def test_each_member_begins_a_page_of_a4_that_says_whose_it_is(hostile: MeetingRecord) -> None:
    document = opened(hostile)
    new = [each.text for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert len(new) == len(hostile.members)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.footer.paragraphs[0].text.startswith("Tuesday set, 1 December 2026")


def test_it_names_nobody_as_its_author(group: Group) -> None:
    properties = opened(group.record()).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == "Meeting of 1 December 2026: Tuesday set"
    assert properties.language == "en-GB"
