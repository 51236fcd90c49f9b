"""A leading "/" is text unless it is signed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu import slash
from assistant.nlu.slash import SlashIsText, disarmed, is_signed, sign

SECRET = b"s" * 32


@pytest.fixture(autouse=True)
def secret() -> Iterator[None]:
    before = list(slash._secret)
    slash.set_secret(SECRET)
    yield
    slash._secret[:] = before


@pytest.mark.parametrize("text", ["/restart", "  /stop", "\n/answer{}", "/"])
def test_it_is_disarmed(text: str) -> None:
    assert not disarmed(text).strip().startswith("/")
    assert len(disarmed(text)) == len(text)


def test_a_slash_inside_is_left_alone() -> None:
    assert disarmed("and/or") == "and/or"


def _processed(text: str, token: object = None) -> str:
    message = Message(data={"text": text, "metadata": {"token": token}})
    SlashIsText().process([message])
    return str(message.get("text"))


def test_only_our_own_button_passes() -> None:
    assert _processed("/pause", sign(SECRET, "/pause")) == "/pause"


@pytest.mark.parametrize(
    "token", [None, "", "x", 7, sign(SECRET, "/restart"), sign(b"y", "/pause")]
)
def test_any_other_token_does_not(token: object) -> None:
    assert _processed("/pause", token) != "/pause"


def test_without_a_secret_nothing_passes() -> None:
    slash._secret.clear()
    assert not is_signed("/pause", sign(SECRET, "/pause"))
