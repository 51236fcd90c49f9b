"""The prompt, typed into through a pipe."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output import DummyOutput

from assistant.engine.turn import Choice, Progress, Reply
from assistant.terminal.face import Leaving, Said
from assistant.terminal.prompt import Prompt
from assistant.texts.texts import texts

QUESTION = Reply(("?",), "problem", "text", (), Progress(4, 15))
YES_NO = Reply(
    ("?",),
    "confirm_delete",
    "yes_no",
    (Choice("affirm", "Yes"), Choice("deny", "No")),
    Progress(4, 15),
)
F1, F6, F10 = "\x1bOP", "\x1b[17~", "\x1b[21~"
CTRL_C, CTRL_D, CTRL_Z, CTRL_O = "\x03", "\x04", "\x1a", "\x0f"
ALT_ENTER, BACKSPACE = "\x1b\r", "\x7f"


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    piped = create_pipe_input()
    with create_app_session(input=piped, output=DummyOutput()):
        yield piped
    piped.close()


class Gate:
    """A model that is ready when it is told to be."""

    def __init__(self, *, opened: bool) -> None:
        self._open = asyncio.Event()
        if opened:
            self._open.set()
        self.failure: Exception | None = None
        self.task: asyncio.Task[None] = asyncio.create_task(self._wait())

    async def open(self) -> None:
        self._open.set()
        await asyncio.sleep(0.05)

    async def _wait(self) -> None:
        await self._open.wait()
        if self.failure:
            raise self.failure


async def ask(
    prompt: Prompt,
    gate: Gate,
    *then: Callable[[], Awaitable[None]],
    reply: Reply = QUESTION,
    draft: str = "",
) -> Said:
    await asyncio.sleep(0)
    asking = asyncio.create_task(prompt.ask(reply, gate.task, draft))
    for do in then:
        await do()
    return await asyncio.wait_for(asking, 10)


def typing(keyboard: PipeInput, keys: str) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        keyboard.send_text(keys)
        await asyncio.sleep(0.1)

    return do


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("My words.\r", "My words."),
        (f"one{ALT_ENTER}two\r", "one\ntwo"),
        ("\x1b[200~one\r\ntwo\rthree\x1b[201~\r", "one\ntwo\nthree"),
        (f"on{BACKSPACE}ne\r", "one"),
        (f"a{CTRL_Z}b{CTRL_O}c\r", "abc"),
        ("/restart\r", "/restart"),
        ("  as it came \r", "  as it came "),
        ("\r", ""),
    ],
)
async def test_sends_what_was_typed(keyboard: PipeInput, keys: str, text: str) -> None:
    said = await ask(Prompt(), Gate(opened=True), typing(keyboard, keys))
    assert said == Said(text)


async def test_a_number_sends_a_choice_that_is_offered(keyboard: PipeInput) -> None:
    said = await ask(Prompt(), Gate(opened=True), typing(keyboard, "2\r"), reply=YES_NO)
    assert said.choice == "deny"


async def test_a_key_sends_its_command_and_keeps_what_was_being_written(
    keyboard: PipeInput,
) -> None:
    prompt, gate = Prompt(), Gate(opened=True)
    assert await ask(prompt, gate, typing(keyboard, f"half a{F6}")) == Said(choice="ask_why")
    assert prompt.draft == "half a"
    again = await ask(prompt, gate, typing(keyboard, " thought\r"), draft=prompt.draft)
    assert again == Said("half a thought")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, F10])
async def test_leaves(keyboard: PipeInput, key: str) -> None:
    with pytest.raises(Leaving) as leaving:
        await ask(Prompt(), Gate(opened=True), typing(keyboard, key))
    assert leaving.value.unsent == ""


@pytest.mark.parametrize("key", [CTRL_C, F10])
async def test_leaving_names_what_was_not_sent(keyboard: PipeInput, key: str) -> None:
    with pytest.raises(Leaving) as leaving:
        await ask(Prompt(), Gate(opened=False), typing(keyboard, f"half{key}"))
    assert leaving.value.unsent == "half"


async def test_leaves_when_the_terminal_goes(keyboard: PipeInput) -> None:
    async def close() -> None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, vars(keyboard)["_w"])  # nobody can write to the pipe any more
        os.close(nothing)

    with pytest.raises(Leaving):
        await ask(Prompt(), Gate(opened=True), typing(keyboard, "x"), close)


async def test_what_is_sent_early_goes_out_by_itself_when_it_is_ready(
    keyboard: PipeInput,
) -> None:
    gate = Gate(opened=False)
    said = await ask(Prompt(), gate, typing(keyboard, "My words.\r"), gate.open)
    assert said == Said("My words.")


async def test_more_that_is_sent_early_is_a_message_of_its_own_and_a_draft_by_then(
    keyboard: PipeInput,
) -> None:
    gate, prompt = Gate(opened=False), Prompt()
    keys = f"one\rtwo{BACKSPACE}o\rx{BACKSPACE}\x1b[200~three\rfour\x1b[201~\r{F1}"
    assert await ask(prompt, gate, typing(keyboard, keys), gate.open) == Said("one")
    assert prompt.draft == "two\nthree\nfour"
    again = await ask(prompt, gate, typing(keyboard, "\r"), draft=prompt.draft)
    assert again == Said("two\nthree\nfour")


async def test_leaving_while_two_messages_wait_takes_in_the_first(keyboard: PipeInput) -> None:
    gate, prompt = Gate(opened=False), Prompt()
    keys = typing(keyboard, f"one\rtwo{CTRL_C}")
    assert await ask(prompt, gate, keys, gate.open) == Said("one")
    with pytest.raises(Leaving) as leaving:
        await ask(prompt, gate, draft=prompt.draft)
    assert leaving.value.unsent == "two"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("\r", "not kept"),
        ("hello?\r", "hello?"),
        ("\x1b[200~one\rtwo\x1b[201~\r", "one\ntwo"),
        ("\x1b[C, and more\r", "not kept, and more"),
        (f"{BACKSPACE}\r", ""),
    ],
)
async def test_what_was_given_back_is_sent_again_replaced_or_written_on(
    keyboard: PipeInput, keys: str, text: str
) -> None:
    prompt = Prompt()
    prompt.given_back = True
    said = await ask(prompt, Gate(opened=True), typing(keyboard, keys), draft="not kept")
    assert said == Said(text)


async def test_the_quiet_line_says_what_may_be_done_with_what_was_given_back(
    keyboard: PipeInput,
) -> None:
    prompt, seen = Prompt(), []
    prompt.given_back = True

    async def look() -> None:
        seen.append(prompt.state)

    keys = typing(keyboard, ""), look, typing(keyboard, "x"), look, typing(keyboard, "\r")
    await ask(prompt, Gate(opened=True), *keys, draft="not kept")
    assert seen[0] == texts()("given_back")
    assert seen[1].startswith("4 of 15")


async def test_the_quiet_line_says_how_to_leave_at_the_close(keyboard: PipeInput) -> None:
    closed = Reply(("?",), "closing", "closed", (), Progress(15, 15))
    prompt = Prompt()
    await ask(prompt, Gate(opened=True), typing(keyboard, "x\r"), reply=closed)
    assert prompt.state == texts()("closed")


async def test_what_was_taken_up_again_is_not_sent_by_itself(keyboard: PipeInput) -> None:
    gate, prompt = Gate(opened=False), Prompt()
    taken_up = typing(keyboard, f"one\r{BACKSPACE}")
    said = await ask(prompt, gate, taken_up, gate.open, typing(keyboard, "ce\r"))
    assert said == Said("once")


async def test_a_command_sent_early_waits_too_and_another_text_stays(keyboard: PipeInput) -> None:
    gate, prompt = Gate(opened=False), Prompt()
    said = await ask(prompt, gate, typing(keyboard, f"half{F1}"), gate.open)
    assert said == Said(choice="help")
    assert prompt.draft == "half"


async def test_a_key_does_not_push_aside_a_text_that_waits(keyboard: PipeInput) -> None:
    gate = Gate(opened=False)
    assert await ask(Prompt(), gate, typing(keyboard, f"one\r{F1}"), gate.open) == Said("one")


async def test_leaving_takes_in_first_what_waits(keyboard: PipeInput) -> None:
    gate, prompt = Gate(opened=False), Prompt()
    assert await ask(prompt, gate, typing(keyboard, f"one\r{CTRL_C}"), gate.open) == Said("one")
    with pytest.raises(Leaving):
        await ask(prompt, gate)


async def test_leaving_twice_does_not_wait(keyboard: PipeInput) -> None:
    with pytest.raises(Leaving) as leaving:
        await ask(Prompt(), Gate(opened=False), typing(keyboard, f"one\r{CTRL_C}{CTRL_C}"))
    assert leaving.value.unsent == "one"


async def test_ends_with_what_the_loading_failed_with(keyboard: PipeInput) -> None:
    gate = Gate(opened=False)
    gate.failure = OSError("no room")
    with pytest.raises(OSError, match="no room"):
        await ask(Prompt(), gate, typing(keyboard, "half"), gate.open)


async def test_the_quiet_line_says_how_things_stand(keyboard: PipeInput) -> None:
    prompt, gate = Prompt(), Gate(opened=False)
    seen: list[str] = []

    async def look() -> None:
        seen.append(prompt.state)

    async def train() -> None:
        prompt.trained("40%")

    keys = typing(keyboard, "one\r"), look, typing(keyboard, CTRL_C), look
    await ask(prompt, gate, look, train, look, *keys, gate.open)
    assert seen == [
        texts()("getting_ready"),
        f"{texts()('first_time')} 40%",
        f"{texts()('waiting')} 40%",
        texts()("leaving"),
    ]


async def test_the_quiet_line_says_how_far_one_is(keyboard: PipeInput) -> None:
    prompt = Prompt()
    await ask(prompt, Gate(opened=True), typing(keyboard, "one\r"))
    assert prompt.state.startswith("4 of 15")
