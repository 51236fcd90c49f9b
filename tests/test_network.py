"""Everything runs on the member's machine: a whole conversation makes no connection."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from pytest_socket import SocketBlockedError

if TYPE_CHECKING:
    from assistant.records.entities import Preparation
    from assistant.records.store import Store
    from tests.conftest import Member


async def test_a_whole_conversation_without_a_network(
    member: Member, store: Store, preparation: Preparation, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: looked_up.append(args))
    with pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    await member.says("Nobody on my team will chair the Monday meeting, so I always do it myself.")
    await member.chooses("enough")
    await member.chooses("affirm")
    await member.chooses("summary")
    reply = await member.chooses("affirm")
    assert reply.question == "closing"
    assert len(store.releases(preparation.meeting_id)) == 1
    assert not looked_up
