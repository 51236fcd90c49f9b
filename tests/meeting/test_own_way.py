from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

from assistant.meeting.own_way import OwnStage, OwnWay, own_ways
from assistant.meeting.way_markdown import ways_markdown
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.texts.texts import texts
from tests.meeting.conftest import Group

NOON = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
EARLIER, DAY = date(2026, 11, 3), date(2026, 12, 1)
SAY = texts("meeting")


def add(store: Store, made: Preparation, kind: StepKind, question: str, **fields: Any) -> None:
    with store.turn(made.id) as record:
        record.append([Step(kind, question, NOON, said="Said.", **fields)])


def accepts(store: Store, made: Preparation, sentence: str) -> None:
    add(store, made, StepKind.ACCEPTED, "summary", text=sentence)


def answers(store: Store, made: Preparation, **given: str) -> None:
    for question, text in given.items():
        add(store, made, StepKind.ANSWERED, question, text=text)


def test_nothing_yet_says_so(group: Group) -> None:
    asha = group.joins("Asha")
    answers(group.store, asha, problem="The rota.")
    assert own_ways(group.store, asha.person_id) == ()
    assert ways_markdown((), SAY) == f"# {SAY('way_title')}\n\n{SAY('way_nothing')}\n"


def test_each_meeting_has_its_sentence_its_step_and_what_came_of_it(group: Group) -> None:
    asha = group.joins("Asha", group.meets(EARLIER))
    accepts(group.store, asha, "I want more staff.")
    answers(group.store, asha, first_steps="Ask the partners.", likelihood="7")
    now = group.prepares(asha.person_id)
    answers(group.store, now, what_happened="I asked; they laughed.")
    accepts(group.store, now, "I want to be asked.")
    ways = own_ways(group.store, asha.person_id)
    first = OwnStage(
        EARLIER, "I want more staff.", "Ask the partners.", "I asked; they laughed.", "7"
    )
    second = OwnStage(DAY, "I want to be asked.")
    assert ways == (OwnWay("Tuesday set", (first, second)),)
    assert ways_markdown(ways, SAY).split("\n\n")[2:] == [
        "## Tuesday set",
        "### For the meeting of 3 November 2026",
        "> I want more staff.",
        "*The next step:*",
        "> Ask the partners.",
        "*How likely, from 1 to 10:*",
        "> 7",
        "*What came of it:*",
        "> I asked; they laughed.",
        "### For the meeting of 1 December 2026",
        "> I want to be asked.\n",
    ]


def test_the_day_of_a_step_stands_below_it(group: Group) -> None:
    asha = group.joins("Asha")
    step = {"text": "Ask on Wednesday.", "about": "2026-11-04"}
    add(group.store, asha, StepKind.ANSWERED, "first_steps", **step)
    shown = ways_markdown(own_ways(group.store, asha.person_id), SAY)
    assert "> Ask on Wednesday.\n\n*Its day: Wednesday 4 November 2026.*" in shown


def test_a_sentence_kept_as_it_was_says_so(group: Group) -> None:
    asha = group.joins("Asha", group.meets(EARLIER))
    accepts(group.store, asha, "I want to be asked.")
    accepts(group.store, group.prepares(asha.person_id), "I want to be asked.")
    shown = ways_markdown(own_ways(group.store, asha.person_id), SAY)
    assert shown.count(SAY("way_same")) == 1
    assert shown.index(SAY("way_same")) > shown.index("1 December")


def test_the_sentence_accepted_last_counts_whatever_was_offered_or_begun_since(
    group: Group,
) -> None:
    asha = group.joins("Asha")
    accepts(group.store, asha, "First.")
    accepts(group.store, asha, "Second.")
    add(group.store, asha, StepKind.OFFERED, "summary", text="Third?")
    add(group.store, asha, StepKind.ASKED, "summary", command="started_again")
    (way,) = own_ways(group.store, asha.person_id)
    assert [stage.sentence for stage in way.stages] == ["Second."]


def test_meetings_stand_by_their_day_and_sets_apart(group: Group) -> None:
    asha = group.joins("Asha")
    accepts(group.store, asha, "Later.")
    accepts(group.store, group.prepares(asha.person_id, group.meets(EARLIER)), "Earlier.")
    other = group.store.create_set("Tuesday set")
    elsewhere = group.store.create_meeting(other.id, DAY)
    accepts(group.store, group.prepares(asha.person_id, elsewhere), "Elsewhere.")
    told = [
        [stage.sentence for stage in way.stages] for way in own_ways(group.store, asha.person_id)
    ]
    assert told == [["Earlier.", "Later."], ["Elsewhere."]]


def test_others_are_not_in_it(group: Group) -> None:
    asha, ben = group.joins("Asha"), group.joins("Asha")
    accepts(group.store, ben, "Ben's.")
    assert own_ways(group.store, asha.person_id) == ()
