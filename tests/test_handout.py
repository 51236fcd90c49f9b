"""docs/handout.md has a row for every line of the handout, and names what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.catalogue import catalogue
from assistant.texts.texts import texts

ROOT = Path(__file__).resolve().parent.parent
HANDOUT = ROOT.parent / "shared" / "source" / "action-learning.txt"
TABLE = (ROOT / "docs" / "handout.md").read_text("utf-8")

_BULLET, _CUT = "•", "…"
_SAYS_SOMETHING = re.compile(r"\w")


def rows() -> list[tuple[str, str]]:
    found = re.findall(r"^\| (.+?) \| (.+?) \|$", TABLE, re.MULTILINE)
    return [(left, right) for left, right in found if left != "In the handout"]


def entries(text: str) -> Iterator[str]:
    """The handout's bullets and paragraphs, each on one line, whatever lines it is broken into."""
    entry = ""
    for line in filter(_SAYS_SOMETHING.search, text.splitlines()):
        begins = line.strip().startswith(_BULLET) or not _goes_on(entry, line.strip())
        if begins and entry:
            yield entry
        entry = line.strip() if begins else f"{entry} {line.strip()}"
    yield entry


def _goes_on(entry: str, line: str) -> bool:
    return line[0].islower() or entry.endswith((",", "\u2013")) or entry[-1:].islower()


def asking(text: str) -> list[str]:
    """What asks something of a set or a member: every bullet, every question."""
    return [
        " ".join(entry.removeprefix(_BULLET).split())
        for entry in entries(text)
        if entry.startswith((_BULLET, "Describe")) or "?" in entry
    ]


def test_lines_are_put_together_again() -> None:
    text = "Set?\n\n• One, two, \nthree\n\nand four. \nBut what? Can you, \nfor all?\n\n? \n\nNo."
    assert asking(text) == ["Set?", "One, two, three and four.", "But what? Can you, for all?"]


@pytest.mark.skipif(not HANDOUT.exists(), reason="the handout lies beside the project, not in it")
def test_every_line_of_the_handout_that_asks_something_has_its_row_in_its_order() -> None:
    lines = asking(HANDOUT.read_text("utf-8"))
    assert len(lines) > 60
    for line, (left, _) in zip(lines, rows(), strict=True):
        assert line == left or (left.endswith(_CUT) and line.startswith(left.rstrip(_CUT))), line


def test_every_key_that_it_names_is_there() -> None:
    named = {key for _, right in rows() for key in re.findall(r"`(\w+)`", right)}
    assert {"problem", "card_most_need", "utter_ground_rules_agreed"} <= named
    card = texts("meeting")
    known = [*catalogue().questions, *filter(catalogue().has, named), *filter(card.has, named)]
    assert named - set(known) == set()


def test_only_the_running_meeting_is_waited_for() -> None:
    waiting = [right for _, right in rows() if "waits" in right]
    assert waiting
    assert all("waits with the running meeting" in right for right in waiting)


def test_what_is_quoted_from_the_product_is_said_there() -> None:
    said = "".join(
        (ROOT / file).read_text("utf-8")
        for file in ("domain.yml", "assistant/texts/en/meeting.yml")
    )
    quoted = [words for _, right in rows() for words in re.findall(r'"([^"]+)"', right)]
    assert len(quoted) >= 2
    assert [words for words in quoted if words not in said] == []
