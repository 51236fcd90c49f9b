"""What tells of strain that is really felt, and what only sounds like it."""

from __future__ import annotations

import pytest

from assistant.coaching.strain import is_felt


@pytest.mark.parametrize(
    "said",
    [
        "I feel sick about it",
        "I\u2019m dreading the next budget meeting",
        "I lie awake over the order forms",
        "I go home on a Thursday and lie awake",
        "Lying awake at three, going over it all.",
        "It keeps me up at night.",
        "I can't sleep for thinking about it",
        "I wake up at three with it",
        "I sit in the car park and cry",
        "I find myself crying in the loo",
        "I was close to tears when she said it",
        "It makes me feel quite sick",
        "there's a knot in my stomach before every count",
        "I'm terrified of getting it wrong",
        "I woke at four to find my heart going",
        "I wake at 4 and go over the budget",
        "I was in tears, and nobody laughed",
        "I dread to go in on a Monday",
        "I can't sleep on a Sunday",
    ],
)
def test_what_takes_ones_sleep_or_stomach_or_tears_is_felt(said: str) -> None:
    assert is_felt(said)


@pytest.mark.parametrize(
    "said",
    [
        "It's hard, and I'm tired of the form.",
        "I'm sick of explaining it, and I'm fed up.",
        "I am worried about the stock.",
        "two of them are off sick",
        "this form will be the death of me",
        "I woke at four to catch a train",
        "I wake at 4 for the early shift",
        "I was in tears laughing",
        "I cried with laughter",
        "I dread to think what it costs",
        "I've been crying out for a rota",
        "crying out for a rota",
        "I can't sleep on the job",
        "",
    ],
)
def test_a_strained_word_alone_is_not(said: str) -> None:
    assert not is_felt(said)


@pytest.mark.parametrize(
    "said",
    [
        "She cried when I told her.",
        "I heard her crying in the store.",
        "I know they lie awake over it.",
        "The drivers are in tears most weeks.",
        'He said "I lie awake over it" and laughed.',
        "I used to lie awake over it.",
        "I don't dread it any more.",
        "I'd stop lying awake.",
    ],
)
def test_somebody_elses_and_what_is_denied_is_not(said: str) -> None:
    assert not is_felt(said)
