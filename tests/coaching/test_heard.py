"""The table of what is said to do one thing and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from assistant.coaching.heard import nothing_but, only_small
from assistant.coaching.plain_words import goes_back, says_done, says_more, says_no, says_yes
from assistant.texts import texts as module

PACKAGE = Path(module.__file__).parents[1]
TABLE = yaml.safe_load((PACKAGE / "texts/en/heard.yml").read_text("utf-8"))
LISTS = [key for key in TABLE if not key.startswith(("beside_", "small_"))]


def test_every_list_is_used_and_every_one_that_is_used_is_there() -> None:
    assert all(isinstance(key, str) and isinstance(text, str) for key, text in TABLE.items())
    python = "\n".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    heard = set(re.findall(r"(?:hears|nothing_but)\(\"(\w+)\"", python))
    small = {f"small_{name}" for name in re.findall(r"(?:only|holds)_small\(\"(\w+)\"", python)}
    beside = {f"beside_{name}" for name in heard} & set(TABLE)
    within = set(re.findall(r"<(\w+)>", "\n".join(TABLE.values())))
    assert heard | small | within | beside == set(TABLE)


@pytest.mark.parametrize("what", LISTS)
def test_every_phrase_makes_a_pattern_and_nothing_said_is_none_of_them(what: str) -> None:
    assert not nothing_but(what, "")
    assert not nothing_but(what, "our two sites order separately from two lists")
    assert not nothing_but(what, " ".join(["yes thanks go on that's all"] * 5))


@pytest.mark.parametrize(
    ("says", "this", "not_this"),
    [
        (says_yes, "Yes, that\u2019s it.", "yes, but not on Friday"),
        (says_yes, "ok", "okapis"),
        (says_no, "no thanks", "no lists"),
        (says_more, "oh yes, one more thing", "yes, the lists"),
        (says_done, "No, that's all.", "no, that's all they ever say"),
        (goes_back, "sorry, can we go back one please", "back pain"),
    ],
)
def test_this_and_nothing_else(says: object, this: str, not_this: str) -> None:
    assert callable(says)
    assert says(this)
    assert not says(not_this)


def test_small_words_alone() -> None:
    assert only_small("time", ["on", "the"])
    assert not only_small("time", ["on", "strike"])


@pytest.mark.parametrize("what", LISTS)
def test_what_is_said_many_times_over_is_looked_through_once(what: str) -> None:
    for small in ("yes", "no", "please", "the", "-"):
        for between in (".", " ", ". "):
            assert not nothing_but(what, between.join([small] * 2000) + "x")
            assert not nothing_but(what, between.join([small] * 13) + "x")
