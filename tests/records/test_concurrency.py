"""Several processes at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from multiprocessing import get_context

from assistant.records.entities import Preparation
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

MakeStep = Callable[..., Step]
TODAY = date(2026, 3, 2)
FORKED = get_context("fork")


def _at_once(*works: Callable[[], object]) -> list[int]:
    """Run every work in a process of its own, all let go together; their exit codes."""
    barrier = FORKED.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        barrier.wait()
        work()

    children = [FORKED.Process(target=run, args=(work,)) for work in works]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [child.exitcode or 0 for child in children]


def _send(settings: Settings, preparation_id: str, step: MakeStep, messages: range) -> None:
    store = Store.open(settings)
    for number in messages:
        message_id = f"message {number}"
        with store.turn(preparation_id) as turn:
            if turn.reply_to(message_id) is None:
                (placed,) = turn.append([step(f"answer {number}", message_id)])
                turn.keep_reply(message_id, str(placed.seq))
    store.close()


def test_two_processes_lose_and_double_nothing(
    any_settings: Settings, store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    assert _at_once(
        lambda: _send(any_settings, prepared.id, answer, range(100)),
        lambda: _send(any_settings, prepared.id, answer, range(100, 200)),
    ) == [0, 0]
    steps = store.steps(prepared.id)
    assert [step.seq for step in steps] == list(range(1, 201))
    assert {step.text for step in steps} == {f"answer {number}" for number in range(200)}


def test_the_same_messages_from_two_processes_are_kept_once(
    any_settings: Settings, store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    send = lambda: _send(any_settings, prepared.id, answer, range(50))  # noqa: E731
    assert _at_once(send, send) == [0, 0]
    seen = Counter(step.message_id for step in store.steps(prepared.id))
    assert seen == {f"message {number}": 1 for number in range(50)}


def test_processes_that_open_fresh_records_at_once_all_succeed(any_settings: Settings) -> None:
    def first_start() -> None:
        store = Store.open(any_settings)
        store.home_preparation("Asha", "Riverside", TODAY)
        store.close()

    assert _at_once(*[first_start] * 4) == [0] * 4
    store = Store.open(any_settings)
    made = store.home_preparation("Asha", "Riverside", TODAY)
    assert store.preparations(made.person_id) == (made,)
    assert len(store.members(store.set_of(made.id).id)) == 1
    assert len(list(any_settings.keys_folder.iterdir())) == 4  # person, set, meeting, theirs
    store.close()


def test_forked_children_use_connections_of_their_own(
    store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    def in_child() -> None:
        for number in range(50):
            with store.turn(prepared.id) as turn:
                turn.append([answer(f"{number} from a child")])

    assert _at_once(in_child, in_child) == [0, 0]
    with store.turn(prepared.id) as turn:
        turn.append([answer("from the parent")])
    steps = store.steps(prepared.id)
    assert [step.seq for step in steps] == list(range(1, 102))
    assert steps[-1].text == "from the parent"


def test_a_deletion_waits_for_a_turn_in_another_process(
    any_settings: Settings, store: Store, prepared: Preparation, answer: MakeStep
) -> None:
    ready = FORKED.Event()

    def slow_turn() -> None:
        own = Store.open(any_settings)
        with own.turn(prepared.id) as turn:
            ready.set()
            turn.append([answer(f"answer {number}") for number in range(2_000)])
        own.close()

    child = FORKED.Process(target=slow_turn)
    child.start()
    assert ready.wait(10)
    deleted = store.delete_person(prepared.person_id)
    child.join()
    assert child.exitcode == 0
    assert deleted.steps == 2_000
