"""Nothing leaves the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import SocketBlockedError

import assistant
from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.records.entities import Preparation
from assistant.records.store import Store
from assistant.settings import Settings

ROOT = Path(assistant.__file__).parent.parent

CONVERSATION = """
import asyncio, socket, sys
from datetime import date
from pathlib import Path

used = []

class NoNetwork(socket.socket):
    def __init__(self, family=socket.AF_INET, *args, **kwargs):
        if family != socket.AF_UNIX:
            by = sys._getframe(1).f_code.co_name
            if by != "_has_ipv6":  # urllib3, imported, only looks whether there is such a family
                used.append((family, by))
            raise OSError("the network was used")
        super().__init__(family, *args, **kwargs)

def no_names(*args, **kwargs):
    used.append(args)
    raise OSError("a name was looked up")

socket.socket = NoNetwork
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = no_names

from assistant.engine.engine import Engine
from assistant.engine.model import Model
from assistant.engine.turn import Turn
from assistant.records.store import Store
from assistant.settings import Settings

settings = Settings(home=Path(sys.argv[2]))
store = Store.open(settings)
made = store.home_preparation("Asha", "Tuesday set", date(2026, 11, 2))
engine = Engine(store, settings, Model(Path(sys.argv[1])))
engine.opening(made.id)

async def converse():
    said = ["The rota in our surgery never holds for more than a week, and I fill the gaps."]
    for text in said * 3:
        await engine.reply(Turn(made.id, text))
    reply = await engine.reply(Turn(made.id, choice="enough"))
    while reply.question == "one_problem":
        reply = await engine.reply(Turn(made.id, choice="skip_question"))
    for choice in ("affirm", "affirm", "summary", "affirm", "delete_data", "affirm"):
        reply = await engine.reply(Turn(made.id, choice=choice))
    return reply

reply = asyncio.run(converse())
try:
    socket.socket()
except OSError:
    used.pop()  # the guard itself works
print(reply.kind, used)
"""


def test_a_whole_conversation_in_a_process_without_a_network(model: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CONVERSATION, str(model.parent), str(tmp_path / "home")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "ended []"
    assert ran.stderr == ""  # and nothing is printed that nobody asked for


async def test_a_conversation_here_while_sockets_are_blocked(
    store: Store, settings: Settings, preparation: Preparation, loaded: Model, member: Any
) -> None:
    import socket

    with pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    reply = await member.says("The rota in our surgery never holds for more than a week.")
    assert reply.question == "importance_self"
    assert isinstance(member.engine, Engine)


def test_telemetry_is_off_before_rasa_is_imported(loaded: Model) -> None:
    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"
    from rasa import telemetry

    assert telemetry.is_telemetry_enabled() is False
