from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.meeting.as_json import as_json
from assistant.meeting.copy_markdown import copy_markdown
from assistant.meeting.own_copy import OwnCopy, own_copy
from assistant.meeting.rounds import PARTS
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.texts.texts import texts

SAY = texts("meeting")
NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
DAY = timedelta(days=1)


def add(store: Store, made: Preparation, kind: StepKind, question: str, **fields: Any) -> None:
    with store.turn(made.id) as record:
        record.append([Step(kind, question, fields.pop("at", NOON), **fields)])


def answer(store: Store, made: Preparation, question: str, text: str) -> None:
    add(store, made, StepKind.ANSWERED, question, said=text, text=text)


def copy_of(store: Store, made: Preparation) -> OwnCopy:
    return own_copy(store, made.person_id, catalogue(), date(2026, 11, 3))


def markdown(copy: OwnCopy) -> str:
    return copy_markdown(copy, catalogue(), SAY)


@pytest.fixture
def full(store: Store, preparation: Preparation) -> Preparation:
    """A preparation in which a bit of everything happened."""
    answer(store, preparation, "problem", "An older problem.")
    add(store, preparation, StepKind.ASKED, "problem", said="yes", command="started_again")
    add(store, preparation, StepKind.SHOWN, "problem", wording="What are you bringing?")
    answer(store, preparation, "problem", "The rota.\n# It is *mine*.")
    add(store, preparation, StepKind.REVISED, "problem", said="Rotas.", text="Rotas.")
    add(store, preparation, StepKind.SKIPPED, "importance_self", said="skip")
    add(store, preparation, StepKind.SHOWN, "stopping", wording="What stops you?")
    add(store, preparation, StepKind.ACCEPTED, "summary", said="yes", text="I want rotas shared.")
    release = {"about": "summary", "text": "I want rotas shared."}
    add(store, preparation, StepKind.RELEASED, "release", said="yes", **release)
    add(store, preparation, StepKind.WITHDRAWN, "release", about="summary", at=NOON + DAY)
    add(store, preparation, StepKind.RELEASED, "release", said="yes", at=NOON + DAY, **release)
    add(store, preparation, StepKind.HELD, "stopping", said="pass", command="skip_question")
    return preparation


def test_a_copy_of_nothing_says_so(store: Store, preparation: Preparation) -> None:
    shown = markdown(copy_of(store, preparation))
    assert shown.startswith("# My own copy: Asha\n")
    assert SAY("copy_nothing") in shown


def test_what_came_of_a_step_stands_beside_how_likely_it_was_said_to_be(
    store: Store, preparation: Preparation
) -> None:
    answer(store, preparation, "first_steps", "Ask on Wednesday.")
    answer(store, preparation, "likelihood", "seven")
    assert SAY("way_title") not in markdown(copy_of(store, preparation))
    set_id = store.set_of(preparation.id).id
    later = store.create_meeting(set_id, date(2026, 12, 28))
    now = store.create_preparation(preparation.person_id, later.id)
    answer(store, now, "what_happened", "I asked, and she laughed.")
    shown = markdown(copy_of(store, preparation))
    assert (
        "> Ask on Wednesday.\n\n*How likely, from 1 to 10:*\n\n> seven\n\n"
        "*What came of it:*\n\n> I asked, and she laughed.\n" in shown
    )


def test_a_step_passed_on_keeps_the_day_seen_beside_it(
    store: Store, preparation: Preparation
) -> None:
    answer(store, preparation, "first_steps", "Ask on Wednesday.")
    release = {"about": "next_step", "text": "Ask on Wednesday.", "command": "2026-11-04"}
    add(store, preparation, StepKind.RELEASED, "release", said="yes", **release)
    shown = markdown(copy_of(store, preparation))
    assert "> Ask on Wednesday.\n\n*Its day: Wednesday 4 November 2026.*" in shown


def test_holds_everything_by_part(store: Store, full: Preparation) -> None:
    assert markdown(copy_of(store, full)).split("\n\n")[2:] == [
        "## Preparation for the meeting of 30 November 2026: Tuesday set",
        "### The worksheet",
        "**What are you bringing?**",
        "> Rotas.",
        "*Earlier wording:*",
        "> The rota.  \n> \\# It is \\*mine\\*.",
        "**Why is this important to you?**",
        "*skipped*",
        "### The good questions",
        "**What stops you?**",
        "*not answered*",
        "### Your sentence",
        "> I want rotas shared.",
        "### Held in doubt, neither an answer nor a command",
        "> pass",
        "### What you passed on",
        "**The problem in one sentence, on 2 November 2026; withdrawn on 3 November 2026**",
        "> I want rotas shared.",
        "**The problem in one sentence, on 3 November 2026**",
        "> I want rotas shared.",
        "### Before you started again (1)",
        "### The worksheet",
        "**Describe your problem situation in one sentence. It needn't be tidy yet: "
        "what are you bringing?**",
        "> An older problem.\n",
    ]


def test_passing_on_anew_takes_the_earlier_wording_back(
    store: Store, preparation: Preparation
) -> None:
    for number, text in enumerate(("First.", "Second.")):
        at = NOON + number * DAY
        fields = {"about": "summary", "text": text, "said": "yes", "at": at}
        add(store, preparation, StepKind.RELEASED, "release", **fields)
    first, second = copy_of(store, preparation).preparations[0].passed_on
    assert (first.text, first.withdrawn_at) == ("First.", NOON + DAY)
    assert (second.text, second.withdrawn_at) == ("Second.", None)


def test_every_preparation_is_there_newest_first(store: Store, preparation: Preparation) -> None:
    answer(store, preparation, "problem", "The first one.")
    set_id = store.set_of(preparation.id).id
    later = store.create_meeting(set_id, date(2026, 12, 28))
    again = store.create_preparation(preparation.person_id, later.id)
    answer(store, again, "problem", "The second one.")
    shown = markdown(copy_of(store, preparation))
    assert shown.index("28 December 2026") < shown.index("30 November 2026")
    assert shown.index("The second one.") < shown.index("The first one.")


def test_the_sentences_of_several_meetings_stand_first(
    store: Store, preparation: Preparation
) -> None:
    later = store.create_meeting(store.set_of(preparation.id).id, date(2026, 12, 28))
    again = store.create_preparation(preparation.person_id, later.id)
    for made, sentence in ((preparation, "First."), (again, "Second.")):
        assert SAY("way_title") not in markdown(copy_of(store, preparation))
        add(store, made, StepKind.ACCEPTED, "summary", said="yes", text=sentence)
    shown = markdown(copy_of(store, preparation))
    assert shown.split("\n\n")[2:8] == [
        "## How my sentence changed",
        "### Tuesday set",
        "#### For the meeting of 30 November 2026",
        "> First.",
        "#### For the meeting of 28 December 2026",
        "> Second.",
    ]
    (way,) = json.loads(as_json(copy_of(store, preparation)))["ways"]
    assert [stage["sentence"] for stage in way["stages"]] == ["First.", "Second."]


def test_every_part_that_is_asked_has_its_heading() -> None:
    parts = {question.part for question in catalogue().questions.values()}
    assert all(SAY.has(f"copy_part_{part}") for part in parts & set(PARTS))
    assert {"worksheet", "good_questions"} <= set(PARTS)


def test_json_holds_the_whole_log_word_for_word(store: Store, full: Preparation) -> None:
    answer(store, full, "stopping", "Nul \x00, \x1b[31m, \ud83d, café.")
    read = json.loads(as_json(copy_of(store, full)))
    made = read["preparations"][0]
    log = store.steps(full.id)
    assert [step["said"] for step in made["log"]] == [step.said for step in log]
    assert [step["kind"] for step in made["log"]] == [step.kind.value for step in log]
    assert made["rounds"][1]["answers"][0]["earlier"] == ["The rota.\n# It is *mine*."]
    assert made["rounds"][0]["answers"][0]["answer"] == "An older problem."


def test_what_was_added_stands_under_the_heading_of_its_question(
    store: Store, preparation: Preparation
) -> None:
    for key in ("stopping", "more_stopping", "can_do"):
        answer(store, preparation, key, f"Said to {key}.")
    written = markdown(copy_of(store, preparation))
    assert written.count("The good questions") == 1
    assert written.index("Said to stopping.") < written.index("Said to more")
