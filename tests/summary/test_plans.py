"""How pieces are joined to a sentence, and what is seen of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from assistant.summary.check import CEILING
from assistant.summary.judge import Role
from assistant.summary.language import load
from assistant.summary.pieces import Found, Piece
from assistant.summary.plans import Plan, _deed, covered, lesser, loose, plans, seen
from assistant.summary.spans import Span

AIM = "I want the van to leave on time"
WAY = "I never ring the depot"


def piece(
    role: Role,
    text: str,
    of: str = "",
    *,
    key: str = "stopping",
    sentence: int = 0,
    worth: float = 0.0,
) -> Piece:
    """A piece as it would be said; `of` is the sentence in which its words were said."""
    doc = load()(f"{text}.")
    said = load()(of) if of else doc
    first = of.find(text) if of else 0
    start = next(token.i for token in said if token.idx >= first)
    end = next(token.i for token in reversed(said) if token.idx < first + len(text)) + 1
    meaning = np.eye(1, 384, dtype=np.float32)[0]
    span = Span(key, sentence, said, start, end if of else len(doc) - 1)
    return Piece(role, span, text, doc, worth, 0.0, meaning)


def made(*pieces: Piece) -> dict[Role, Sequence[Piece]]:
    return {role: [p for p in pieces if p.role == role] for role in get_args(Role)}


def texts(every: Iterable[Plan]) -> list[str]:
    return [plan.text for plan in every]


def aim(text: str = AIM) -> Piece:
    return piece("aim", text, key="try")


def test_an_aim_and_what_stands_in_its_way_are_joined_by_but() -> None:
    (plan,) = plans(made(aim(), piece("obstacle", WAY)))
    assert plan.text == f"{AIM}, but {WAY}."
    assert (plan.emphasis, plan.words) == ("goal", len(plan.text.split()))


def test_what_goes_on_and_why_it_matters_open_the_sentence() -> None:
    scene = piece("scene", "the van leaves at ten", key="problem")
    reason = piece("reason", "my brother drives it", key="importance_self")
    found = {
        plan.emphasis: plan.text
        for plan in plans(made(aim(), piece("obstacle", WAY), scene, reason))
    }
    assert found == {
        "goal": f"{AIM}, but {WAY}.",
        "obstacle": f"The van leaves at ten, and {AIM}, but {WAY}.",
        "importance": f"My brother drives it, and {AIM}, but {WAY}.",
    }


def test_what_it_is_for_follows_the_aim() -> None:
    purpose = piece("purpose", "the shops have bread", key="benefits_others", worth=2.0)
    whole = f"{AIM} so the shops have bread, but {WAY}."
    assert whole in texts(plans(made(aim(), piece("obstacle", WAY), purpose)))
    doubtful = replace(purpose, worth=0.0)  # it may only be what would come of it
    assert whole not in texts(plans(made(aim(), piece("obstacle", WAY), doubtful)))


def test_two_obstacles_are_told_in_the_order_in_which_they_were_said() -> None:
    said = "I never ring the depot. I load it alone."
    first = piece("obstacle", "I never ring the depot", said)
    second = piece("obstacle", "I load it alone", said)
    found = texts(plans(made(aim(), second, first)))
    assert f"{AIM}, but I never ring the depot, and I load it alone." in found
    assert not any("alone, and" in text for text in found)


def test_obstacles_of_two_answers_are_told_in_either_order() -> None:
    first = piece("obstacle", WAY)
    second = piece("obstacle", "the road is flooded", key="difficulties")
    found = texts(plans(made(aim(), first, second)))
    assert f"{AIM}, but {WAY}, and the road is flooded." in found
    assert f"{AIM}, but the road is flooded, and {WAY}." in found


def test_what_came_of_something_follows_it_with_so() -> None:
    said = "I lock up myself every night, so nobody else learns how."
    first = piece("obstacle", "I lock up myself every night", said)
    second = piece("obstacle", "nobody else learns how", said)
    found = texts(plans(made(aim(), first, second)))
    assert f"{AIM}, but I lock up myself every night, so nobody else learns how." in found


def test_what_came_of_something_else_is_not_said_to_come_of_this() -> None:
    said = "I lock up myself every night, so nobody else learns how."
    other = piece("obstacle", "the road is flooded", key="difficulties")
    second = piece("obstacle", "nobody else learns how", said)
    assert not any(", so " in text for text in texts(plans(made(aim(), other, second))))


def test_nothing_is_said_twice() -> None:
    said = "I lock up myself every night, so nobody else learns how."
    pieces = [
        piece("obstacle", text, said)
        for text in (said.strip("."), "I lock up myself every night", "nobody else learns how")
    ]
    for plan in plans(made(aim(), *pieces)):
        assert not any(
            one.span.overlaps(two.span)
            for one in plan.parts
            for two in plan.parts
            if one is not two
        )


def test_no_sentence_opens_with_two_wishes() -> None:
    scene = piece("scene", "I want the road mended", key="problem")
    assert all(plan.front is None for plan in plans(made(aim(), piece("obstacle", WAY), scene)))


def test_without_an_obstacle_the_aim_is_said_alone_or_after_what_goes_on() -> None:
    scene = piece("scene", "the van leaves at ten", key="problem")
    pieces = made(aim(), scene)
    assert texts(plans(pieces)) == []
    assert texts(lesser(pieces)) == [f"{AIM}.", f"The van leaves at ten, and {AIM}."]


def test_without_an_aim_what_goes_on_and_what_stands_in_the_way_are_told() -> None:
    scene = piece("scene", "the van leaves at ten", key="problem")
    pieces = made(piece("obstacle", WAY), scene)
    assert texts(plans(pieces)) == []
    assert texts(lesser(pieces)) == [f"The van leaves at ten, and {WAY}."]


def test_without_pieces_there_is_no_plan() -> None:
    assert list(plans(made())) == list(lesser(made())) == []


def test_no_two_parts_overlap_in_any_worksheet(found: Found) -> None:
    for plan in (*plans(found.pieces), *lesser(found.pieces)):
        parts = plan.parts
        assert not any(
            one.span.overlaps(two.span) for i, one in enumerate(parts) for two in parts[i + 1 :]
        )
        assert plan.text.endswith(".") and plan.text[0] == plan.text[0].upper()


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (["I want the vans to leave on time", "they leave late"], 0),
        (["I want to leave on time", "they leave late"], 1),
        (["I want the team to agree", "they never meet"], 0),
        (["I want everyone to come", "they never do"], 0),
        (["I want the nurse to ring", "she never does"], 0),
        (["I want the roof to be mended", "she never looks at it"], 1),
        (["I want the roof to be mended", "nobody looks at it"], 0),
        (["I want my deputy to load the van", "he never loads it"], 0),
        (["I moan to my friends about it"], 1),
        (["I told him", "they told her"], 3),
        (["they leave late", "I want the vans to leave on time"], 1),
        (["I want to open", "nobody asks me"], 0),
    ],
)
def test_pronouns_for_nobody_that_was_named_are_counted(told: list[str], count: int) -> None:
    assert loose([piece("obstacle", text) for text in told]) == count


SALIENCE = {"van": 0.8, "leave": 0.4, "depot": 0.4, "cook": 0.1}


def test_what_has_to_be_mentioned_is_covered_in_full_by_its_weightiest_words() -> None:
    assert covered(SALIENCE, SALIENCE) == pytest.approx(1.0)
    assert covered({"van"}, SALIENCE) > covered({"depot"}, SALIENCE) > covered({"roof"}, SALIENCE)


def test_nothing_has_to_be_mentioned_where_nothing_was_said() -> None:
    assert covered({"van"}, {}) == 0.0


def test_what_it_is_about_is_said_before_the_aim() -> None:
    found = plans(made(aim("I want it to leave on time"), piece("obstacle", WAY), topic()))
    assert f"With the rota, I want it to leave on time, but {WAY}." in texts(found)


def test_a_topic_that_is_part_of_the_aim_is_not_said_before_it() -> None:
    whole = "the van to leave on time"
    asked = piece("aim", whole, whole, key="try")
    inside = piece("topic", "the van", whole, key="try")
    assert len(list(plans(made(asked, piece("obstacle", WAY), inside)))) == 1


def test_a_topic_settles_what_a_pronoun_stands_for() -> None:
    bare = aim("I want it to leave on time"), piece("obstacle", WAY)
    found = figures(*bare, topic())
    assert (found["topic needed"], found["topic settles"], found["loose"]) == (1.0, 1.0, 0.0)
    assert figures(*bare)["loose"] == 1.0


@pytest.mark.parametrize(
    ("wish", "worth", "told"),
    [
        ("I want it to leave on time", 0.0, True),  # what "it" is
        ("I want them to leave on time", 2.0, False),  # a rota is no "them"
        ("I want the van to leave on time", 0.0, False),  # nothing to settle
        ("I want the rota to be kept", 2.0, False),  # it is named already
    ],
)
def test_a_topic_is_said_where_it_tells_a_listener_something(
    wish: str, worth: float, told: bool
) -> None:
    found = texts(plans(made(aim(wish), piece("obstacle", WAY), topic(worth))))
    assert any(text.startswith("With the rota") for text in found) is told


def test_a_topic_far_behind_the_best_is_none() -> None:
    lesser_one = piece("topic", "with the tide", key="problem", worth=0.5)
    pieces = made(aim("I want it to leave on time"), piece("obstacle", WAY), topic(2.0), lesser_one)
    assert not [text for text in texts(plans(pieces)) if "tide" in text]


@pytest.mark.parametrize(
    ("way", "deed"),
    [
        ("I moan when they write it down", "I do"),
        ("I never ring the depot", "I do not"),
        ("I have not asked them", "I have not"),
        ("I told her it was broken", "I did"),
        ("I can't make the checks faster", "I can not"),
        ("I think they will laugh", "I think"),
        ("I'm scared of them", "I am"),
        ("nobody rings the depot", ""),
    ],
)
def test_how_the_member_acts_in_what_is_in_the_way_is_seen(way: str, deed: str) -> None:
    assert _deed(piece("obstacle", way)) == deed


def topic(worth: float = 0.0) -> Piece:
    return piece("topic", "with the rota", key="problem", worth=worth)


def figures(*pieces: Piece) -> dict[str, float]:
    (plan,) = (p for p in plans(made(*pieces)) if len(p.parts) == len(pieces))
    return dict(seen(plan, SALIENCE))


def test_what_is_seen_of_a_plan_tells_its_length_and_its_parts() -> None:
    found = figures(piece("aim", AIM, key="try", worth=2.0), piece("obstacle", WAY, worth=-1.0))
    assert found["words"] == pytest.approx(1.4)
    assert found["too short"] == pytest.approx(0.4) and found["too long"] == 0.0
    assert found["aim"] == 2.0 and found["way"] == -1.0
    assert found["tried"] == found["stopping"] == found["is goal"] == 1.0
    assert found["own part"] == 1.0 and found["loose"] == 0.0
    assert 0.5 < found["covered"] <= 1.0


def test_what_is_too_long_to_say_in_one_breath_is_seen() -> None:
    long = "I never ring the depot and " + "the road is very long and " * 4 + "I am tired"
    found = figures(aim(), piece("obstacle", long))
    assert found["too long"] > 0 and found["out of breath"] == 1.0


def test_a_plan_may_be_longer_than_the_ceiling_but_is_seen_to_be() -> None:
    long = "I never ring the depot and " + "the road is very long and " * 5 + "I am tired"
    (plan,) = plans(made(aim(), piece("obstacle", long)))
    assert plan.words > CEILING
    assert seen(plan, {})["too long"] > 0


def test_of_two_ways_their_order_is_seen() -> None:
    first = piece("obstacle", WAY)
    second = piece("obstacle", "the road is flooded", key="difficulties")
    found = {
        plan.text: seen(plan, {})
        for plan in plans(made(aim(), first, second))
        if len(plan.ways) > 1
    }
    mine_last = found[f"{AIM}, but the road is flooded, and {WAY}."]
    mine_first = found[f"{AIM}, but {WAY}, and the road is flooded."]
    assert mine_last["second is mine"] == mine_last["only second is mine"] == 1.0
    assert mine_first["second is mine"] == mine_first["only second is mine"] == 0.0
    assert mine_first["way of stopping"] == mine_last["way of difficulties"] == 1.0
    assert mine_first["one after the other"] == 0.0


def test_what_is_said_again_is_seen() -> None:
    assert figures(aim(), piece("obstacle", "I never load the van"))["said again"] == 1.0
    assert figures(aim(), piece("obstacle", WAY))["said again"] == 0.0
