from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.meeting.markdown import emphasised, heading, quoted, strong

MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])
LINES = st.text(
    st.sampled_from("#*_-+=>`~[]()!|\\<>&;:/.@1a b\t\n\"'{}") | st.characters(codec="utf-8"),
    max_size=60,
)


def words(rendered: str) -> str:
    """What is left of HTML for a reader: its words."""
    return "".join(html.unescape(re.sub("<[^>]*>", " ", rendered)).split())


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "- no list",
        "=====",
        "[no](https://link.example)",
        "![no](picture.png)",
        "<script>alert(1)</script>",
        "&lt;b&gt; &amp; &#35;",
        "`no code`",
        "    no code",
        "one\n\n    no code",
        "```\nno fence\n```",
        "| no | table |\n|----|-------|\n| a | b |",
        "a\n---",
        "> no quotation",
        "*none* **none** __none__ ~~none~~",
        "C:\\folder\\*",
        "{'x': 1} it's a \"quote\"; 5 < 6 && 7 > 2",
    ],
)
def test_words_stay_words(text: str) -> None:
    rendered = MARKDOWN.render(quoted(text))
    assert set(re.findall("<(/?[a-z0-9]+)", rendered)) <= {
        "blockquote",
        "/blockquote",
        "p",
        "/p",
        "br",
    }
    assert words(rendered) == "".join(text.split())


@given(LINES)
def test_any_words_stay_words(text: str) -> None:
    rendered = MARKDOWN.render(quoted(text))
    tags = set(re.findall("<(/?[a-z0-9]+)", rendered))
    assert tags <= {"blockquote", "/blockquote", "p", "/p", "br"}


def test_lines_stay_lines() -> None:
    rendered = MARKDOWN.render(quoted("one\ntwo\n\nthree"))
    assert rendered.count("<br") == 1
    assert rendered.count("<p>") == 2


@pytest.mark.parametrize("text", ["www.example.org", "https://example.org", "a@example.org"])
def test_addresses_are_no_links_where_readers_make_links_of_them(text: str) -> None:
    assert text not in quoted(text)
    assert words(MARKDOWN.render(quoted(text))) == text


def test_one_line_stays_one_line() -> None:
    assert heading(2, "A\n# B") == "## A # B"
    assert strong("A\nB*") == "**A B\\***"
    assert emphasised(" A ") == "*A*"
