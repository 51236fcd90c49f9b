from __future__ import annotations

from datetime import date, timedelta

from assistant.catalogue import catalogue
from assistant.meeting.record import MeetingRecord
from assistant.meeting.way import Stage
from tests.meeting.conftest import NOON, TODAY, Group

EARLIER = date(2026, 11, 3)


def told(record: MeetingRecord) -> list[tuple[int, str, list[tuple[str, str | None]]]]:
    return [
        (member.place, member.name, [(one.item, one.text) for one in member.items])
        for member in record.members
    ]


def test_a_record_in_which_nothing_was_passed_on_has_a_card_all_the_same(group: Group) -> None:
    group.joins("Asha")
    record = group.record()
    assert (record.set_name, record.held_on, record.as_of) == (
        "Tuesday set",
        date(2026, 12, 1),
        TODAY,
    )
    assert record.members == ()
    assert record.card[0].questions == (
        "What do you most need from us now?",
        "How can we help you move forwards on this issue?",
    )
    good = [catalogue().asking(key, {}) for key in catalogue().parts("good_questions")]
    assert list(record.card[1].questions) == good


def test_members_stand_in_the_order_of_their_first_release(group: Group) -> None:
    asha, ben = group.joins("Asha"), group.joins("Ben")
    group.releases(ben, stopping="I do it myself.")
    group.releases(asha, summary="I want calm mornings.")
    group.releases(ben, summary="I want the rota shared,\nbut I *keep* it.")
    assert told(group.record()) == [
        (
            1,
            "Ben",
            [
                ("summary", "I want the rota shared,\nbut I *keep* it."),
                ("stopping", "I do it myself."),
            ],
        ),
        (2, "Asha", [("summary", "I want calm mornings.")]),
    ]


def test_passing_on_anew_or_taking_back_costs_nobody_their_place(group: Group) -> None:
    asha, ben = group.joins("Asha"), group.joins("Ben")
    group.releases(asha, summary="First.")
    group.releases(ben, summary="Ben's.")
    group.releases(asha, summary="Second.")
    assert told(group.record()) == [
        (1, "Asha", [("summary", "Second.")]),
        (2, "Ben", [("summary", "Ben's.")]),
    ]
    group.withdraws(asha, "summary")
    assert told(group.record())[0] == (1, "Asha", [("summary", None)])
    assert group.record().members[0].items[0].withdrawn_at == NOON + timedelta(hours=1)


def test_the_five_come_first_in_their_order_whatever_was_passed_on_first(group: Group) -> None:
    asha = group.joins("Asha")
    for item in ("problem", "next_step", "last_step", "stopping", "bid", "want", "summary"):
        group.releases(asha, **{item: item})
    items = [one.item for one in group.record().members[0].items]
    assert items == ["summary", "want", "bid", "last_step", "next_step", "problem", "stopping"]


def test_every_item_has_a_title_even_one_that_is_asked_no_longer(group: Group) -> None:
    group.releases(group.joins("Asha"), bid="Twenty.", stopping="I.", of_old="Once.")
    titles = [one.title for one in group.record().members[0].items]
    assert titles == ["Bid for time, as said", catalogue().asking("stopping", {}), "of old"]


def test_titles_have_the_sets_own_word(group: Group) -> None:
    group.store.change_set(group.set_id, word="school")
    group.releases(group.joins("Asha"), importance_practice="It is.")
    (item,) = group.record().members[0].items
    assert item.title == "Why is it important to your school?"


def test_two_members_of_one_name_are_two(group: Group) -> None:
    for text in ("One.", "Two."):
        assert not group.record().has_namesakes()
        group.releases(group.joins("Asha"), summary=text)
    assert [member.place for member in group.record().members] == [1, 2]
    assert group.record().has_namesakes()


def test_who_deleted_everything_is_a_former_member(group: Group) -> None:
    asha = group.joins("Asha")
    group.releases(asha, summary="I want calm mornings.")
    group.store.delete_person(asha.person_id)
    assert told(group.record()) == [(1, "a former member", [("summary", None)])]


def test_the_way_is_what_was_passed_on_for_earlier_meetings(group: Group) -> None:
    before = group.meets(EARLIER)
    asha = group.joins("Asha", before)
    group.releases(asha, summary="I want more staff.", next_step="Ask the partners.", bid="Ten.")
    now = group.prepares(asha.person_id)
    group.releases(now, summary="I want to be asked.", last_step="I asked; they laughed.")
    (member,) = group.record().members
    assert member.way == (
        Stage(EARLIER, "I want more staff.", "Ask the partners.", "I asked; they laughed."),
        Stage(date(2026, 12, 1), "I want to be asked.", None, None),
    )
    assert group.record(before).members[0].way == ()


def test_what_was_withdrawn_is_no_part_of_the_way(group: Group) -> None:
    before = group.meets(EARLIER)
    asha = group.joins("Asha", before)
    group.releases(asha, summary="I want more staff.")
    group.releases(group.prepares(asha.person_id), summary="I want to be asked.")
    assert len(group.record().members[0].way) == 2
    group.withdraws(asha, "summary")
    assert group.record().members[0].way == ()


def test_nobody_is_named_who_passed_nothing_on(group: Group) -> None:
    before = group.meets(EARLIER)
    ben = group.joins("Ben", before)
    group.releases(ben, summary="Ben's.")
    group.prepares(ben.person_id)
    group.releases(group.joins("Asha"), summary="Asha's.")
    assert [member.name for member in group.record().members] == ["Asha"]
