"""Serious signs in their tiers, and what only sounds like one."""

from __future__ import annotations

import pytest

from assistant.nlu.reading import Reading
from assistant.nlu.serious import serious_sign
from assistant.nlu.serious_words import FIGURES, HARM, HINTS

CALM = [Reading("", {"answer": 1.0})]


@pytest.mark.parametrize(
    "text",
    [
        "I've been thinking about ending my life",
        "they would be better off without me",
        "I don't want to be here any more",
        "I've been cutting my arms",
        "there is no point in living",
        "I think I might walk into the river rather than go on",
        "I'd walk into the river if I could",
        "I'd walk into the river if they let me",
        "Some nights I could walk into the sea rather than go in on Monday",
        "I could walk into the sea rather than face another day",
        "I don't want to be here until my kids are grown",
        "I don't want to be here till I'm sixty",
        "I sleep like the dead and wish I was",
        "I'd walk into the sea rather than sit through another audit, and I mean it",
    ],
)
def test_danger_is_noticed_by_its_words_alone(text: str) -> None:
    sign = serious_sign(text, CALM)
    assert sign is not None and sign[0] == "danger"


@pytest.mark.parametrize(
    "text",
    [
        "I can't cope",
        "my manager bullies me",
        "I keep having panic attacks",
        "I'm being bullied at school by the deputy head.",
        "I am being bullied at school, as I was years ago",
    ],
)
def test_not_coping_is_noticed_by_its_words_and_a_faint_suspicion(text: str) -> None:
    sign = serious_sign(text, [Reading("", {"answer": 0.8, "not_coping": 0.2})])
    assert sign is not None and sign[0] == "not_coping"
    assert serious_sign(text, CALM) is None


@pytest.mark.parametrize(
    "text",
    [
        "it's career suicide to say so",
        "the suicide prevention training has lapsed",
        "this printer is killing me",
        "I could murder the treasurer",
        "I'm dying for the holidays",
        "my staff can't cope with the new rota",
        "I feel sick about it every Sunday",
        "the safeguarding lead has left",
        "the overdose protocol has no owner",
        "I don't want to be here till midnight doing the till",
        "I was bullied into running the stall",
        "I'd walk into the river if they put me on another panel",
        "after a day like that I sleep like the dead",
        "I sleep like the dead and hope I am not late",
        "I'd rather walk into the sea than sit through another audit",
        "I'd walk into the sea rather than sit through another audit",
        "I don't want to be here until 10 at night",
    ],
)
def test_ordinary_strain_and_figures_of_speech_are_none(text: str) -> None:
    assert serious_sign(text, CALM) is None


def test_the_model_is_believed_when_it_is_sure() -> None:
    assert serious_sign("x", [Reading("x", {"not_coping": 0.9})]) == ("not_coping", 0.9)
    assert serious_sign("x", [Reading("x", {"not_coping": 0.5})]) is None


def test_others_at_risk_needs_a_word_of_harm_or_a_model_that_is_all_but_certain() -> None:
    quarrel = "both of them want the van on Mondays and each says that the other is to blame"
    for share, taken in ((0.9, False), (0.98, True)):
        reading = Reading(quarrel, {"others_at_risk": share})
        assert (serious_sign(quarrel, [reading]) is not None) is taken
    harm = f"{quarrel}, and a child is left on her own"
    assert serious_sign(harm, [Reading(harm, {"others_at_risk": 0.9})]) is not None


def test_a_hint_and_a_suspicion_are_enough_together() -> None:
    sign = serious_sign("the pills are on the table", [Reading("", {"danger": 0.6})])
    assert sign is not None and sign[0] == "danger"


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("I shan't be here when the leaves come down", "danger"),
        ("I haven't slept properly, it's been weeks", "not_coping"),
        ("the tutor has been kissing a student", "others_at_risk"),
        ("I haven't the strength for one more day, not another day of it", "not_coping"),
        ("I've stopped opening the letters and I can't answer the phone any more", "not_coping"),
        ("I'm scared of my boss, he throws things at me", "not_coping"),
        ("her licence is suspended and she's still treating patients", "others_at_risk"),
        ("he changed the readings, and we were told to", "others_at_risk"),
    ],
)
def test_what_a_sign_is_made_of_is_believed_on_a_suspicion_alone(text: str, tier: str) -> None:
    suspected = serious_sign(text, [Reading("", {"answer": 0.7, tier: 0.3})])
    assert suspected is not None and suspected[0] == tier
    assert serious_sign(text, CALM) is None


def test_what_is_over_is_no_sign_of_not_coping() -> None:
    suspected = [Reading("", {"answer": 0.6, "not_coping": 0.4})]
    assert serious_sign("I had panic attacks that year", suspected) is not None
    assert serious_sign("I had panic attacks that year, I'm fine now", suspected) is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm not coping at all, I tell everyone I'm fine now",
        "I'm not coping. I'm fine now and then but not at night",
        "I can't cope any more. I say I'm fine afterwards but I'm not",
        "I felt fine after, but I'm not coping",
        "I keep having panic attacks, I'm fine now",
        "I had panic attacks that year, I tell people I'm fine now",
        "I had panic attacks that year, I'm fine now and then",
    ],
)
def test_a_sign_of_today_is_not_over_because_something_is_fine(text: str) -> None:
    sign = serious_sign(text, [Reading("", {"answer": 0.6, "not_coping": 0.4})])
    assert sign is not None and sign[0] == "not_coping"


@pytest.mark.parametrize(
    "text",
    [
        "I was bullied at school as a child and I swore I'd be kind",
        "I was signed off with stress in 2015 and I'm fine now",
        "I couldn't cope that winter. I felt better after.",
    ],
)
def test_what_was_years_ago_is_none(text: str) -> None:
    assert serious_sign(text, [Reading("", {"answer": 0.7, "not_coping": 0.3})]) is None


@pytest.mark.parametrize("text", ["ah dinnae want tae live", "ah've been thinkin o toppin masel"])
def test_danger_is_noticed_in_scots(text: str) -> None:
    sign = serious_sign(text, CALM)
    assert sign is not None and sign[0] == "danger"


def test_the_more_stands_together_the_less_has_to_be_suspected() -> None:
    faint = [Reading("", {"answer": 0.92, "not_coping": 0.08})]
    assert serious_sign("I haven't slept for weeks", faint) is None
    assert serious_sign("I haven't slept for weeks and I sob every single night", faint) is not None


def test_ending_a_meeting_or_an_inbox_is_no_danger() -> None:
    assert serious_sign("I'm drowning in emails", [Reading("", {"not_coping": 0.5})]) is None
    assert serious_sign("I end it every week by saying next time", CALM) is None


@pytest.mark.parametrize("said", ["my hands are tied by the budget", "it's eating me alive"])
def test_a_figure_of_speech_alone_is_no_hint(said: str) -> None:
    low = FIGURES.sub(" ", said)
    assert not HARM.search(low)
    assert not HINTS.search(low)
