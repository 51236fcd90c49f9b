from __future__ import annotations

from datetime import date

from assistant.meeting.record import MeetingRecord
from assistant.meeting.record_markdown import record_markdown
from assistant.texts.texts import texts
from tests.meeting.conftest import Group

SAY = texts("meeting")


def markdown(record: MeetingRecord) -> str:
    return record_markdown(record, SAY)


def before_the_card(record: MeetingRecord) -> str:
    return markdown(record).split(f"\n\n## {SAY('card_title')}\n")[0]


def test_an_empty_record_says_so(group: Group) -> None:
    shown = markdown(group.record())
    assert shown.startswith("# Meeting of 1 December 2026: Tuesday set\n")
    assert SAY("record_empty") in shown
    assert "- What do you most need from us now?\n" in shown


def test_holds_what_was_passed_on_in_the_words_seen(group: Group) -> None:
    asha, ben = group.joins("Asha"), group.joins("Ben")
    group.releases(ben, summary="I want the rota shared,\nbut I *keep* it.", stopping="I.")
    group.releases(asha, summary="I want calm mornings.")
    group.withdraws(asha, "summary")
    assert before_the_card(group.record()) == (
        "# Meeting of 1 December 2026: Tuesday set\n\n"
        f"{SAY('record_about', day='30 November 2026')}\n\n"
        f"{SAY('record_order_about')}\n\n"
        "## 1 · Ben\n\n"
        "**The problem in one sentence**\n\n"
        "> I want the rota shared,  \n> but I \\*keep\\* it.\n\n"
        "**What is stopping you from doing it?**\n\n"
        "> I.\n\n"
        "## 2 · Asha\n\n"
        "**The problem in one sentence**\n\n"
        "*withdrawn*"
    )


def test_the_way_from_meeting_to_meeting(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases(asha, summary="More staff.", next_step="Ask.")
    group.releases(group.prepares(asha.person_id), summary="To be asked.", last_step="Asked.")
    assert before_the_card(group.record()).endswith(
        f"### {SAY('record_way')}\n\n"
        "#### 3 November 2026\n\n"
        "*The problem in one sentence*\n\n> More staff.\n\n"
        "*The next step*\n\n> Ask.\n\n"
        "*What came of it*\n\n> Asked.\n\n"
        "#### 1 December 2026\n\n"
        "*The problem in one sentence*\n\n> To be asked."
    )


def test_the_day_of_a_step_stands_beside_it_from_meeting_to_meeting(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases_step(asha, "Ask on Wednesday.", date(2026, 11, 4))
    group.releases(group.prepares(asha.person_id), summary="To be asked.")
    way = before_the_card(group.record()).split(SAY("record_way"))[1]
    assert "> Ask on Wednesday.\n\n*Its day: Wednesday 4 November 2026.*" in way
    assert way.count("Its day:") == 1


def test_a_next_step_says_when_it_was_said_and_nothing_else_does(group: Group) -> None:
    asha = group.joins("Asha")
    group.releases(asha, summary="To be asked.", next_step="Ask on Wednesday.")
    said_on = f"*{SAY('record_said_on', day='2 November 2026')}*"
    shown = before_the_card(group.record())
    assert shown.endswith(f"> Ask on Wednesday.\n\n{said_on}")
    assert shown.count(said_on) == 1
    group.withdraws(asha, "next_step")
    assert said_on not in markdown(group.record())


def test_the_day_of_a_next_step_stands_beside_its_words(group: Group) -> None:
    asha = group.joins("Asha")
    group.releases_step(asha, "Ask on Wednesday.", date(2026, 11, 4))
    shown = before_the_card(group.record())
    assert shown.endswith("> Ask on Wednesday.\n\n*Its day: Wednesday 4 November 2026.*")
    group.withdraws(asha, "next_step")
    assert "Wednesday" not in markdown(group.record())


def test_names_cannot_make_markdown(group: Group) -> None:
    for _ in range(2):
        group.releases(group.joins("<b>*A*\n# B"), summary="Calm.")
    shown = markdown(group.record())
    assert "## 2 · \\<b\\>\\*A\\* # B\n" in shown
    assert SAY("record_same_name") in shown
