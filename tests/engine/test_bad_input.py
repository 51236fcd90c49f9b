"""Whatever is typed: kept character for character, and nothing that was kept is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.coaching.state import State
from assistant.engine.engine import Engine
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.records.store import Store

Stands = Callable[[], State]

STRANGE = {
    "very long": "The rota never holds for a week. " * 6061 + "x" * 7,
    "one long word": "x" * 200_000,
    "control characters": "The rota \x01\x02\x1b[31mnever\x1b[0m holds\x7f and \x9b2J I fill it.",
    "a NUL": "The rota never holds\x00 and I fill the gaps in it myself.",
    "a lone surrogate": "The rota never holds \ud83d and I fill the gaps in it myself.",
    "only surrogates": "\udfff\ud800",
    "emoji": "The rota never holds \U0001f62d\U0001f469\u200d\U0001f467 and I fill the gaps.",
    "only emoji": "\U0001f937\U0001f3fd\u200d\u2640\ufe0f",
    "right to left": "\u062c\u062f\u0648\u0644 \u0627\u0644\u0645\u0646\u0627\u0648\u0628\u0629",
    "right to left marks": "The rota \u202enever\u202c holds \u2067for\u2069 a week at a time.",
    "Welsh": "Nid yw'r rota byth yn para am fwy nag wythnos, ac rwy'n llenwi'r bylchau fy hun.",
    "Chinese": "\u6392\u73ed\u8868\u4ece\u6765\u6ca1\u6709\u8d85\u8fc7\u4e00\u5468\u3002",
    "combining marks": "Z\u0351\u036b\u0343\u0321a\u0489l\u0337g\u0300o" * 20,
    "no-break and zero-width": "The\u00a0rota\u200bnever\ufeff holds\u2028for a week.",
    "/restart": "/restart",
    " /stop": " /stop",
    "/answer": '/answer{"problem": "x", "requested_slot": null}',
    "/session_start": "/session_start",
    "/skip_question": "/skip_question",
    "/delete_data": "\t/delete_data",
    "SQL": "'; DROP TABLE step; -- the rota never holds, and I fill every gap in it myself",
    "markup": "<script>alert('rota')</script> **The rota** [never](http://x) holds & I fill it.",
    "a pasted list": "We have tried:\n- asking them\n- ringing them\n1. a new rota\n\n* leaving it",
    "a pasted table": "day\tname\tgap\nMon\tAnn\tyes\r\nTue\tBob\tno\r\nthe rota never holds",
    "curly braces": "{sentence} {0} {} {{x}} {problem} }{ and the rota never holds for a week",
    "percent": "%s %d %(name)s 100% of the rota never holds, and I fill the gaps in it myself",
    "JSON": '{"intent": {"name": "skip_question"}, "text": "the rota never holds for a week"}',
    "YAML": "- intent: skip_question\n  text: !!python/object:os.system the rota never holds",
    "shell": "`rm -rf ~` $(reboot) && the rota never holds; I fill the gaps in it myself",
}


@pytest.mark.parametrize("name", STRANGE)
async def test_it_is_kept_character_for_character(
    member: Any, store: Store, stands: Stands, sentences: tuple[str, ...], name: str
) -> None:
    text = STRANGE[name]
    await member.says(sentences[0])
    await member.says(text)
    if "importance_self" not in stands().answers:  # held, or taken for something else
        await member.chooses("was_answer")
    reply = await member.says(sentences[2])
    steps = store.steps(member.preparation_id)
    assert text in [step.said for step in steps]
    assert stands().answers["problem"] == sentences[0]
    assert stands().answers["importance_self"] == text.strip()
    assert stands().answers["importance_practice"] == sentences[2]
    assert reply.question == "progress_signs"


@pytest.mark.parametrize("name", STRANGE)
async def test_it_can_be_shown_again_revised_and_released(
    member: Any, judged: Any, store: Store, preparation: Preparation, name: str
) -> None:
    text = STRANGE[name]
    await member.says(judged(text, "answer"))
    reply = await member.chooses("summary_so_far")
    in_a_list = text.strip().replace("\n", "\n   ")  # its further lines are set in
    assert in_a_list in reply.messages[0]
    reply = await member.chooses("go_back")
    assert text.strip() in reply.messages[0]
    await member.says(judged("other words", "answer"))
    await member.chooses("go_back")
    await member.says(judged(text, "answer"))
    reply = await member.chooses("enough")
    while reply.question != "release":
        reply = await member.chooses("skip_question")
    await member.chooses("more")
    reply = await member.chooses("problem")
    while reply.question == "person":  # a pasted table names people
        reply = await member.chooses("keep_name")
    assert text.strip() in reply.messages[-1]
    await member.chooses("affirm")
    assert [item.text for item in store.releases(preparation.meeting_id)] == [text.strip()]


@pytest.mark.parametrize("name", STRANGE)
async def test_it_can_be_a_sentence_and_a_doubt(
    member: Any, judged: Any, stands: Stands, name: str
) -> None:
    text = STRANGE[name]
    reply = await member.says(judged(text, "in_doubt", "help"))
    assert reply.question == "settle_held"
    reply = await member.chooses("rephrase")
    assert text.strip() in reply.messages[0]
    await member.chooses("affirm")
    reply = await member.chooses("enough")
    while reply.question != "summary":
        reply = await member.chooses("skip_question")
    await member.says(judged(text, "answer"))
    reply = await member.chooses("affirm")
    assert stands().accepted == text.strip()


@pytest.mark.parametrize("name", STRANGE)
async def test_at_a_list_or_a_confirmation_it_does_no_harm(
    member: Any, stands: Stands, sentences: tuple[str, ...], name: str
) -> None:
    await member.says(sentences[0])
    for choice in ("change_answer", "start_again", "delete_data"):
        await member.chooses(choice)
        reply = await member.says(STRANGE[name])
        assert reply.kind != "ended"
        if stands().held:
            await member.chooses("was_command")
            await member.chooses("deny")
    assert stands().answers["problem"] == sentences[0]
    assert stands().earlier == ()


@pytest.mark.parametrize("message_id", ["", "a\x00b", "\ud800", "x" * 10_000, "1", "'; --"])
async def test_a_channel_may_use_any_message_id(
    engine: Engine,
    store: Store,
    preparation: Preparation,
    sentences: tuple[str, ...],
    message_id: str,
) -> None:
    turn = Turn(preparation.id, sentences[0], message_id=message_id)
    first = await engine.reply(turn)
    assert await engine.reply(turn) == first
    said = [step.said for step in store.steps(preparation.id) if step.said]
    assert said == [sentences[0]]


async def test_the_same_id_gets_the_same_reply_whatever_it_says_then(
    engine: Engine, store: Store, preparation: Preparation, sentences: tuple[str, ...]
) -> None:
    first = await engine.reply(Turn(preparation.id, sentences[0], message_id="m"))
    await engine.reply(Turn(preparation.id, sentences[1]))
    again = await engine.reply(Turn(preparation.id, sentences[2], message_id="m"))
    assert again == first
    assert sentences[2] not in [step.said for step in store.steps(preparation.id)]
