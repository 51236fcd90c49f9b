from __future__ import annotations

from datetime import date
from itertools import pairwise

import lxml.html
import pytest

from assistant.meeting.record import MeetingRecord
from assistant.meeting.record_html import record_html
from assistant.texts.texts import texts
from tests.meeting.conftest import HEBREW, LONG, MARKUP, Group

SAY = texts("meeting")


def page(record: MeetingRecord) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(record_html(record, SAY))


def test_an_empty_record_says_so_and_has_its_card(group: Group) -> None:
    read = page(group.record())
    assert SAY("record_empty") in read.text_content()
    assert SAY("card_most_need") in read.text_content()
    assert read.xpath("//table") == []


def test_words_stay_words(hostile: MeetingRecord) -> None:
    read = page(hostile)
    assert read.xpath("//script | //b | //@onclick") == []
    assert MARKUP in [each.text_content() for each in read.xpath("//td")]
    assert LONG in [each.text_content() for each in read.xpath("//blockquote")]
    assert f"1 · {MARKUP}" in [each.text_content() for each in read.xpath("//h2")]


def test_everything_that_people_said_finds_its_own_direction(hostile: MeetingRecord) -> None:
    said = page(hostile).xpath("//*[contains(@class, 'said')]")
    assert HEBREW in [each.text_content() for each in said]
    assert {each.get("dir") for each in said} == {"auto"}


def test_headings_come_in_their_order(hostile: MeetingRecord) -> None:
    levels = [int(each.tag[1]) for each in page(hostile).xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_loads_nothing(hostile: MeetingRecord) -> None:
    read = page(hostile)
    assert read.xpath("//link | //img | //iframe | //@src") == []
    assert all(link.startswith("#") for link in read.xpath("//@href"))
    assert "default-src 'none'" in read.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in record_html(hostile, SAY)


def test_links_of_the_order_lead_to_the_members(hostile: MeetingRecord) -> None:
    read = page(hostile)
    ids = read.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [link[1:] for link in read.xpath("//@href")] == [
        f"member-{member.place}" for member in hostile.members
    ]


def test_what_was_withdrawn_says_so(group: Group) -> None:
    asha = group.joins("Asha")
    group.releases(asha, summary="I want calm mornings.")
    group.withdraws(asha, "summary")
    assert "calm" not in record_html(group.record(), SAY)
    assert page(group.record()).xpath("//p[@class='withdrawn']/text()") == ["withdrawn"]


def test_a_next_step_says_when_it_was_said(group: Group) -> None:
    group.releases(group.joins("Asha"), next_step="Ask on Wednesday.", summary="To be asked.")
    assert page(group.record()).xpath("//p[@class='when']/text()") == [
        SAY("record_said_on", day="2 November 2026")
    ]


def test_the_day_of_a_next_step_stands_beside_its_words(group: Group) -> None:
    group.releases_step(group.joins("Asha"), "Ask on Wednesday.", date(2026, 11, 4))
    assert page(group.record()).xpath("//p[@class='when']/text()") == [
        "Its day: Wednesday 4 November 2026."
    ]


def test_the_day_of_a_step_stands_below_it_in_the_table(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases_step(asha, "Ask on Wednesday.", date(2026, 11, 4))
    group.releases(group.prepares(asha.person_id), summary="To be asked.")
    cells = page(group.record()).xpath("//div[@class='way']//td[2]")
    assert [[each.strip() for each in cell.itertext() if each.strip()] for cell in cells] == [
        ["Ask on Wednesday.", "Its day: Wednesday 4 November 2026."],
        [],
    ]


@pytest.mark.parametrize("meetings", [1, 2])
def test_a_picture_with_words_for_it_where_there_is_a_way(group: Group, meetings: int) -> None:
    asha = group.joins("Asha")
    if meetings == 2:
        before = group.prepares(asha.person_id, group.meets(date(2026, 11, 3)))
        group.releases(before, summary="More staff.", next_step="Ask.")
    group.releases(asha, summary="To be asked.", last_step="Asked.")
    pictures = page(group.record()).xpath("//svg")
    assert len(pictures) == meetings - 1
    for picture in pictures:
        assert picture.get("role") == "img"
        assert picture.findtext("title") == "The sentence and the steps of 2 meetings"
        assert picture.findtext("desc") == (
            "3 November 2026: sentence, step, and outcome. 1 December 2026: sentence changed. "
        )
