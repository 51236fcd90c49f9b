"""Every command, by choice and in plain words, through the whole engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.errors import UnknownPreparation
from assistant.records.steps import How, StepKind
from assistant.records.store import Store
from assistant.settings import Settings
from tests.said import as_said

Stands = Callable[[], State]

TELLING = [
    "help",
    "louder_slower",
    "ask_export",
    "off_topic",
    "faq_action_learning",
    "faq_ground_rules",
    "faq_set_meeting",
    "faq_confidentiality",
    "resume",
]
PLAIN_WORDS = {
    "skip this question please": "skip_question",
    "go back to the question before": "go_back",
    "repeat the question please": "repeat",
    "say it differently": "rephrase",
    "why do you ask that?": "ask_why",
    "I want to change an answer": "change_answer",
    "what have I said so far?": "summary_so_far",
    "how many questions are left?": "ask_progress",
    "how has my sentence changed since the first meeting?": "how_sentence_changed",
    "what can I say here?": "help",
    "let me think for a moment": "thinking",
    "I want to start again from the beginning": "start_again",
    "delete everything I have told you": "delete_data",
    "what is action learning?": "faq_action_learning",
    "what are the ground rules?": "faq_ground_rules",
    "how does a set meeting work?": "faq_set_meeting",
    "who can see what I say here?": "faq_confidentiality",
}


def _text(response: str, **values: str) -> str:
    return catalogue().text(response, **values)


@pytest.fixture
async def answered(member: Any, sentences: tuple[str, ...]) -> Any:
    """A member who has answered the first two questions."""
    await member.says(sentences[0])
    await member.says(sentences[1])
    return member


@pytest.mark.parametrize("command", TELLING)
async def test_a_text_and_then_the_same_question(
    answered: Any, stands: Stands, command: str
) -> None:
    text = _text(f"utter_{command}", kept=_text("utter_kept_for_ever"))
    said = as_said(text, answered.preparation_id, stands().turns)
    reply = await answered.chooses(command)
    assert reply.messages == (said, _text("utter_ask_importance_practice"))
    assert (reply.question, reply.kind) == ("importance_practice", "text")


@pytest.mark.parametrize(("said", "command"), PLAIN_WORDS.items())
async def test_plain_words_are_the_command(
    answered: Any, store: Store, said: str, command: str
) -> None:
    await answered.says(said)
    steps = [step for step in store.steps(answered.preparation_id) if step.said == said]
    assert [step.command for step in steps] == [command]
    assert steps[0].text is None


async def test_skip(answered: Any, stands: Stands) -> None:
    said = as_said(_text("utter_skip_question"), answered.preparation_id, stands().turns)
    reply = await answered.chooses("skip_question")
    assert reply.messages == (said, _text("utter_ask_progress_signs"))
    assert stands().skipped == {"importance_practice"}


async def test_back_twice_and_at_the_first_question(
    answered: Any, stands: Stands, sentences: tuple[str, ...]
) -> None:
    for number, key in ((1, "importance_self"), (0, "problem")):
        reply = await answered.chooses("go_back")
        assert reply.question == key
        assert sentences[number] in reply.messages[0]
    reply = await answered.chooses("go_back")
    assert (reply.messages[0], reply.question) == (_text("utter_go_back_first"), "problem")
    assert list(stands().answers.values()) == list(sentences[:2])


async def test_an_answer_after_going_back_keeps_the_earlier_one_in_the_log(
    answered: Any, store: Store, stands: Stands, sentences: tuple[str, ...]
) -> None:
    await answered.chooses("go_back")
    reply = await answered.says(sentences[2])
    assert reply.question == "importance_practice"
    assert stands().answers["importance_self"] == sentences[2]
    texts = [step.text for step in store.steps(answered.preparation_id) if step.text]
    assert texts == list(sentences[:3])


async def test_repeat_says_the_same_words(answered: Any) -> None:
    reply = await answered.chooses("repeat")
    assert reply.messages == (_text("utter_ask_importance_practice"),)


async def test_say_it_differently_and_then_repeat_that(answered: Any) -> None:
    other = catalogue().asking("importance_practice", {"variation": "differently"})
    reply = await answered.chooses("rephrase")
    assert reply.messages == (_text("utter_explain_importance_practice"), other)
    assert (await answered.chooses("repeat")).messages == (other,)


async def test_why(answered: Any) -> None:
    reply = await answered.chooses("ask_why")
    assert reply.messages[0] == _text("utter_why_importance_practice")


async def test_change_an_answer_picked_by_key(
    answered: Any, stands: Stands, sentences: tuple[str, ...]
) -> None:
    reply = await answered.chooses("change_answer")
    assert reply.question == "which_answer"
    assert [choice.key for choice in reply.choices][:2] == ["problem", "importance_self"]
    assert f'1. the problem: "{sentences[0]}"' in reply.messages[-1]
    reply = await answered.chooses("problem")
    assert reply.question == "problem"
    assert sentences[0] in reply.messages[0]
    reply = await answered.says(sentences[3])
    assert reply.question == "importance_practice"
    assert stands().answers["problem"] == sentences[3]


@pytest.mark.parametrize("picked", ["1", "the problem"])
async def test_change_an_answer_picked_in_words(answered: Any, picked: str) -> None:
    await answered.chooses("change_answer")
    reply = await answered.says(picked)
    assert reply.question == "problem"


async def test_change_an_answer_that_is_named(
    answered: Any, judged: Any, sentences: tuple[str, ...]
) -> None:
    said = judged("let me change the first", "command", "change_answer", about="problem")
    reply = await answered.says(said)
    assert reply.question == "problem"
    assert sentences[0] in reply.messages[0]


async def test_what_have_i_said(answered: Any, sentences: tuple[str, ...]) -> None:
    reply = await answered.chooses("summary_so_far")
    assert all(sentence in reply.messages[0] for sentence in sentences[:2])
    assert reply.question == "importance_practice"


async def test_how_far_am_i(answered: Any) -> None:
    await answered.chooses("skip_question")
    reply = await answered.chooses("ask_progress")
    assert reply.messages[0] == _text("utter_ask_progress", done="3", of="18", minutes="30")
    assert (reply.progress.done, reply.progress.of) == (3, 18)


async def test_pause_keeps_the_place_and_says_no_more(answered: Any) -> None:
    reply = await answered.chooses("pause")
    assert reply.messages == (_text("utter_pause"),)
    assert (reply.kind, reply.question) == ("paused", "importance_practice")


async def test_coming_back_after_a_pause(
    answered: Any, settings: Settings, loaded: Model, sentences: tuple[str, ...]
) -> None:
    await answered.chooses("pause")
    store = Store.open(settings)
    engine = Engine(store, settings, loaded)
    back = engine.opening(answered.preparation_id)
    assert back.messages == (
        _text("utter_welcome_back"),
        _text("utter_ask_importance_practice"),
    )
    assert (back.kind, back.question) == ("text", "importance_practice")
    reply = await engine.reply(Turn(answered.preparation_id, sentences[2]))
    assert (reply.kind, reply.question) == ("text", "progress_signs")
    store.close()


@pytest.mark.parametrize("nothing", ["", " ", "\n\t  \n"])
async def test_thinking_and_saying_nothing_are_given_time(
    answered: Any, stands: Stands, nothing: str
) -> None:
    before, turn = stands().answers, stands().turns
    replies = (await answered.chooses("thinking"), await answered.says(nothing))
    for place, reply in enumerate(replies, turn):
        said = as_said(_text("utter_thinking"), answered.preparation_id, place)
        assert reply.messages == (said,)
        assert reply.question == "importance_practice"
    assert stands().answers == before


async def test_start_again_asks_and_keeps_the_earlier_answers(
    answered: Any, stands: Stands, sentences: tuple[str, ...]
) -> None:
    reply = await answered.chooses("start_again")
    assert (reply.question, reply.kind) == ("confirm_start_again", "yes_no")
    assert [choice.key for choice in reply.choices] == ["affirm", "deny"]
    reply = await answered.chooses("deny")
    assert reply.question == "importance_practice"
    await answered.chooses("start_again")
    reply = await answered.chooses("affirm")
    assert (reply.question, reply.progress.done) == ("problem", 0)
    assert stands().answers == {}
    assert list(stands().earlier[0].values()) == list(sentences[:2])


async def test_delete_everything_asks_says_what_went_and_is_the_end(
    answered: Any, store: Store, preparation: Preparation, engine: Engine
) -> None:
    reply = await answered.chooses("delete_data")
    assert reply.question == "confirm_delete"
    reply = await answered.chooses("affirm")
    assert (reply.kind, reply.choices) == ("ended", ())
    assert reply.messages[0].startswith("Everything is deleted: all your answers")
    assert reply.messages[0].endswith("your key.")  # nothing was passed on, and nothing is counted
    with pytest.raises(UnknownPreparation, match="no longer there"):
        await answered.says("hello again")
    with pytest.raises(UnknownPreparation):
        engine.opening(preparation.id)


async def test_that_was_my_answer(answered: Any, stands: Stands, judged: Any) -> None:
    said = judged("Help each other, for once.", "command", "help")
    await answered.says(said)
    reply = await answered.chooses("was_answer")
    assert reply.messages[0] == _text("utter_was_answer", answer=said)
    assert stands().answers["importance_practice"] == said


async def test_that_was_a_command(answered: Any, stands: Stands, judged: Any) -> None:
    await answered.says(judged("on to the one after this", "answer", "skip_question"))
    reply = await answered.chooses("was_command")
    assert reply.messages[0] == _text("utter_was_command")
    assert "importance_practice" in stands().skipped
    assert reply.question == "progress_signs"


async def test_enough_goes_on_to_the_sentence(answered: Any, stands: Stands) -> None:
    reply = await answered.chooses("enough")
    assert (reply.question, reply.kind) == ("summary", "summary")
    assert stands().skipped == frozenset()


async def test_a_key_is_noted_as_chosen(answered: Any, store: Store) -> None:
    await answered.chooses("help")
    asked = [step for step in store.steps(answered.preparation_id) if step.kind is StepKind.ASKED]
    assert [(step.said, step.how) for step in asked] == [("help", How.CHOSEN)]


@pytest.mark.parametrize("how", [How.TYPED, How.SPOKEN])
async def test_words_are_noted_as_they_came(
    engine: Engine, store: Store, preparation: Preparation, sentences: tuple[str, ...], how: How
) -> None:
    await engine.reply(Turn(preparation.id, sentences[0], how=how))
    assert store.steps(preparation.id)[0].how is how


@pytest.mark.parametrize("key", ["answer", "in_doubt", "problem", "all", "no such thing", "/x", ""])
async def test_a_key_that_nobody_offered_only_shows_the_question_again(
    answered: Any, stands: Stands, key: str
) -> None:
    before = stands().answers
    reply = await answered.chooses(key)
    assert reply.messages == (_text("utter_ask_importance_practice"),)
    assert stands().answers == before
    assert stands().held is None


@pytest.mark.parametrize(
    "forged", ["/skip_question", " /delete_data", '/answer{"problem": "x"}', "/session_start"]
)
async def test_a_choice_cannot_be_forged_in_words(
    answered: Any, stands: Stands, forged: str
) -> None:
    reply = await answered.says(forged)
    state = stands()
    assert state.aside is None
    assert state.skipped == frozenset()
    kept = state.held.said if state.held else state.answers["importance_practice"]
    assert kept.strip() == forged.strip()
    assert reply.kind != "ended"


async def test_serious_words_leave_silence_and_the_contacts(
    answered: Any, judged: Any, settings: Settings, stands: Stands
) -> None:
    before = stands().answers
    said = judged("I do not want to be here any more.", "command", "danger")
    reply = await answered.says(said)
    assert len(reply.messages) == 1
    assert settings.contact_emergency in reply.messages[0]
    assert settings.contact_listening in reply.messages[0]
    assert stands().answers == before
    assert reply.question == "importance_practice"


def test_the_first_words_need_no_model(
    store: Store, settings: Settings, preparation: Preparation, tmp_path: Any
) -> None:
    engine = Engine(store, settings, Model(tmp_path / "no models"))
    reply = engine.opening(preparation.id)
    assert reply.messages == (_text("utter_orientation"), _text("utter_ask_problem"))
    assert (reply.question, reply.kind) == ("problem", "text")
    assert [choice.key for choice in reply.choices] == ["five", "ten", "full"]
    assert not (tmp_path / "no models").exists()


async def test_the_first_words_while_an_answer_is_changed(
    answered: Any, engine: Engine, sentences: tuple[str, ...]
) -> None:
    await answered.chooses("go_back")
    reply: Reply = engine.opening(answered.preparation_id)
    assert sentences[1] in reply.messages[1]
    assert reply.messages[2] == _text("utter_ask_importance_self")
