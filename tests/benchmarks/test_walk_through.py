from __future__ import annotations

from pathlib import Path

import lxml.etree
import yaml

from assistant.engine.engine import Engine
from assistant.records.store import Store
from benchmarks import walk_through
from benchmarks.walk_through import ASSISTANT, HEADING, MEMBER, RECORD, Said, drawn, in_words

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = yaml.safe_load((ROOT / "benchmarks/data/walk_through.yml").read_text("utf-8"))


def words(picture: str) -> str:
    return " ".join(" ".join(lxml.etree.fromstring(picture.encode()).itertext()).split())


async def test_the_session_reaches_what_the_set_sees(engine: Engine, store: Store) -> None:
    said = await walk_through.walk_through(engine, store, SCRIPT)
    sentence = SCRIPT["messages"]["summary"][0]
    assert [one.who for one in said[-2:]] == [HEADING, RECORD]
    assert sentence in said[-1].text
    picture = words(drawn(said, SCRIPT))
    assert all(" ".join(one.text.split()) in picture for one in said)


def test_words_stay_words_and_nothing_is_loaded() -> None:
    said = [Said(MEMBER, "<b>&\n\n" + "long " * 200), Said(ASSISTANT, '"Why?"')]
    picture = drawn(said, SCRIPT)
    assert "<b>& long long" in words(picture)
    assert "href" not in picture
    assert "url(" not in picture
    tops = [each.get("transform") for each in lxml.etree.fromstring(picture).iter("{*}g")]
    assert len(set(tops)) == 2


def test_as_text_it_reads_like_the_terminal() -> None:
    assert in_words([Said(ASSISTANT, "Why?"), Said(MEMBER, "So.")]) == "Why?\n\n> So.\n"


def test_the_picture_of_the_document_is_of_this_session() -> None:
    picture = words((ROOT / "docs/walk-through.svg").read_text("utf-8"))
    assert SCRIPT["title"] in picture
    assert SCRIPT["messages"]["problem"][1] in picture
    assert picture.rstrip().endswith(f"“{SCRIPT['messages']['summary'][0]}”")
