from __future__ import annotations

import pytest

from assistant.voice.turns.ending import Ended, ending
from assistant.voice.turns.patience import Patience
from assistant.voice.turns.phrases import closing, is_brisk, without_closing
from assistant.voice.turns.speech import Speech
from assistant.voice.windows import WINDOW_S

SAID, QUIET = 0.9, 0.02


def heard(*parts: tuple[float, float]) -> Speech:
    """What is known after parts of (seconds, how likely speech is)."""
    speech = Speech()
    for seconds, probability in parts:
        for _ in range(round(seconds / WINDOW_S)):
            speech.take(probability)
    return speech


def test_a_click_is_no_speech_and_a_short_word_is() -> None:
    assert not heard((1, QUIET), (0.06, SAID), (1, QUIET)).began
    assert heard((1, QUIET), (0.2, SAID), (1, QUIET)).began


def test_silence_is_counted_from_the_last_speech() -> None:
    speech = heard((1, QUIET), (2, SAID), (3, QUIET))
    assert speech.silence_s == pytest.approx(3, abs=0.1)
    assert speech.spoken_s == pytest.approx(2, abs=0.1)
    assert not speech.speaking


@pytest.mark.parametrize("pause_s", [1, 3, 4, 4.8])
def test_a_pause_for_thought_ends_nothing(pause_s: float) -> None:
    speech = heard((2, SAID), (pause_s, QUIET))
    assert ending(speech, "We are moving to a new rota.", True, Patience()) is None
    speech = heard((2, SAID), (pause_s, QUIET), (1, SAID))
    assert ending(speech, "We are moving to a new rota.", True, Patience()) is None


def test_five_seconds_of_silence_end_an_answer() -> None:
    speech = heard((2, SAID), (5.1, QUIET))
    assert ending(speech, "We are moving.", False, Patience()) is Ended.SILENCE


def test_silence_alone_never_ends_what_has_not_begun() -> None:
    assert ending(heard((600, QUIET)), "", True, Patience()) is None


def test_yes_no_and_numbers_are_awaited_for_less_long() -> None:
    speech = heard((0.5, SAID), (1.6, QUIET))
    for kind in ("yes_no", "number"):
        assert ending(speech, "Yes.", True, Patience().for_kind(kind)) is Ended.SILENCE
    assert ending(speech, "Yes.", True, Patience().for_kind("text")) is None


def test_what_is_more_than_a_number_is_not_cut_off_after_a_word() -> None:
    patience = Patience().for_kind("number")
    begun = "The cup of tea is a ten, ringing him is"
    assert ending(heard((2, SAID), (4, QUIET)), begun, True, patience) is None
    assert ending(heard((0.5, SAID), (1.6, QUIET)), "Seven.", False, patience) is None
    assert ending(heard((2, SAID), (5.1, QUIET)), begun, True, patience) is Ended.SILENCE


def test_give_me_longer() -> None:
    speech = heard((2, SAID), (8, QUIET))
    assert ending(speech, "We are moving.", True, Patience().longer()) is None


@pytest.mark.parametrize(
    "text",
    [
        "I lie awake over it. That's my answer.",
        "I lie awake over it, that's my answer",
        "That is my answer!",
    ],
)
def test_a_clear_phrase_ends_an_answer_after_a_breath(text: str) -> None:
    assert ending(heard((2, SAID), (0.9, QUIET)), text, True, Patience()) is Ended.PHRASE
    assert ending(heard((2, SAID), (0.3, QUIET)), text, True, Patience()) is None
    assert ending(heard((2, SAID), (0.9, QUIET)), text, False, Patience()) is None


def test_thats_it_is_judged_with_its_pause() -> None:
    apart, within = "I always give in. That's it.", "I don't know that's it"
    assert ending(heard((2, SAID), (1.6, QUIET)), apart, True, Patience()) is Ended.PHRASE
    assert ending(heard((2, SAID), (0.9, QUIET)), apart, True, Patience()) is None
    assert ending(heard((2, SAID), (1.6, QUIET)), within, True, Patience()) is None


def test_a_phrase_in_the_middle_of_an_answer_is_part_of_it() -> None:
    text = "That's my answer to everyone who asks me about it."
    assert closing(text) is None
    assert without_closing(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I lie awake over it. That's my answer.", "I lie awake over it."),
        ("I lie awake over it, and that's my answer.", "I lie awake over it"),
        ("I always give in. That's it.", "I always give in."),
        ("That's my answer.", "That's my answer."),
        ("I don't know that's it", "I don't know that's it"),
    ],
)
def test_what_is_kept_of_an_answer_that_was_closed(text: str, left: str) -> None:
    assert without_closing(text) == left


@pytest.mark.parametrize("text", ["Skip.", "Go back.", "Repeat that, please.", "Pause"])
def test_bare_commands_are_brisk(text: str) -> None:
    assert is_brisk(text)
    assert ending(heard((1, SAID), (1.6, QUIET)), text, True, Patience()) is Ended.SILENCE


@pytest.mark.parametrize("text", ["Skipping a shift.", "I go back to the ward.", "Help from her"])
def test_answers_are_not(text: str) -> None:
    assert not is_brisk(text)
