"""The parser is loaded when the sentence is near, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.actions import sentence

if TYPE_CHECKING:
    from tests.conftest import Member


async def test_the_parser_is_loaded_once_when_few_questions_are_left(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(sentence, "make_ready", lambda: asked.append(reply.progress.done))
    reply = await member.chooses("repeat")
    while reply.question != "summary":
        reply = await member.chooses("skip_question")
    assert len(asked) == 1
    assert reply.progress.of - asked[0] in (2, 3)


async def test_it_is_loaded_when_the_member_wants_no_more_questions(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sentence, "make_ready", lambda: asked.append("ready"))
    await member.says("We cannot agree who is on the desk on Saturdays, and I do it myself.")
    assert not asked
    await member.chooses("enough")
    assert asked == ["ready"]
