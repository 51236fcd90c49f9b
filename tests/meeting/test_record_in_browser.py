"""The record as a person meets it: in Debian's chromium, on a screen, a phone and on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.meeting.record import MeetingRecord
from assistant.meeting.record_html import record_html
from assistant.texts.texts import texts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def file(hostile: MeetingRecord, tmp_path: Path) -> Path:
    written = tmp_path / "record.html"
    written.write_text(record_html(hostile, texts("meeting")), "utf-8")
    return written


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(file.as_uri())
    yield opened
    opened.close()


def test_nothing_that_members_said_runs(page: Page) -> None:
    assert page.title() == "Meeting of 1 December 2026: Tuesday set"
    assert page.evaluate("document.scripts.length") == 0


def test_its_own_policy_lets_its_styles_through(page: Page) -> None:
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert family.startswith("system-ui")


def test_everybody_can_read_it(browser: Browser, file: Path) -> None:
    """Its own policy keeps the checker out as it does every script; so without that here."""
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(file.as_uri())
    found = Axe().run(opened)
    context.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_a_phone_and_a_desk(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_from_right_to_left_begin_at_the_right(page: Page) -> None:
    direction = "getComputedStyle(document.querySelector('#member-2 blockquote')).direction"
    assert page.evaluate(direction) == "rtl"


def test_on_paper_each_member_has_a_page_and_room_to_write(
    page: Page, hostile: MeetingRecord, tmp_path: Path
) -> None:
    assert not page.is_visible("#member-1 .notes")
    page.emulate_media(media="print")
    assert page.is_visible("#member-1 .notes")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") >= 1 + len(hostile.members)


def test_on_a_phone_each_meeting_stands_by_itself(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.is_visible("#member-1 .way thead")
    page.set_viewport_size({"width": 390, "height": 800})
    assert not page.is_visible("#member-1 .way thead")
    region = page.locator("#member-1 .way .scroll")
    assert region.evaluate("box => box.scrollWidth <= box.clientWidth")
    content = "cell => getComputedStyle(cell, '::before').content"
    assert page.locator("#member-1 .way td").first.evaluate(content) == (
        '"The problem in one sentence"'
    )
