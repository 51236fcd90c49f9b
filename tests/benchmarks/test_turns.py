from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from benchmarks import turns
from benchmarks._peer import FORM_BOT, MESSAGES
from benchmarks.turns import (
    Figures,
    conversations,
    growth_of,
    measure_turns,
    memory_with_sentence,
    result,
    table,
)


class Recorded:
    """A side whose turns take as many milliseconds as it has had turns."""

    def __init__(self, ready_s: float = 1.0, name: str = "", order: list[str] | None = None):
        self.ready_s = ready_s
        self.name = name
        self.order = order if order is not None else []
        self.said: list[str] = []
        self.memory_asked_after = -1

    def converse(self, texts: Sequence[str]) -> list[float]:
        self.order.append(self.name)
        before = len(self.said)
        self.said += texts
        return [float(n) for n in range(before, len(self.said))]

    def memory_mb(self) -> float:
        self.memory_asked_after = len(self.said)
        return 100.0

    def close(self) -> None:
        self.order.append(f"{self.name} closed")


def figures(turn_ms: list[float], ready_s: list[float], memory_mb: float) -> Figures:
    return Figures(ready_s, turn_ms, memory_mb)


def test_the_peers_messages_are_one_conversation_of_twenty() -> None:
    assert len(MESSAGES) == 20
    assert (FORM_BOT / "domain.yml").is_file()


@pytest.mark.parametrize(
    ("counted", "warm_up", "expected"),
    [
        (200, 20, [(20, 20), *[(20, 0)] * 10]),
        (30, 5, [(20, 5), (15, 0)]),
        (1, 25, [(20, 20), (6, 5)]),
    ],
)
def test_conversations_make_up_the_turns(
    counted: int, warm_up: int, expected: list[tuple[int, int]]
) -> None:
    found = [(len(texts), cold) for texts, cold in conversations(counted, warm_up)]
    assert found == expected


def test_both_sides_say_the_same_by_turns_and_the_order_is_reversed() -> None:
    order: list[str] = []
    one, other = Recorded(name="peer", order=order), Recorded(name="product", order=order)
    of_one, of_other = Figures(), Figures()
    measure_turns([(one, of_one), (other, of_other)], turns=40, warm_up=20)
    assert order == ["peer", "product", "product", "peer", "peer", "product"]
    assert one.said == other.said == list(MESSAGES) * 3


def test_turns_that_warm_up_do_not_count_and_memory_is_read_at_the_end() -> None:
    side, of_side = Recorded(), Figures()
    measure_turns([(side, of_side)], turns=40, warm_up=20)
    assert of_side.turn_ms == [float(n) for n in range(20, 60)]
    assert side.memory_asked_after == 60


def test_growth_is_the_middle_one_of_three_long_preparations() -> None:
    class Slowing(Recorded):
        def converse(self, texts: Sequence[str]) -> list[float]:
            self.said += texts
            self.order.append("a preparation")
            late = {1: 3.0, 2: 90.0, 3: 1.0}[len(self.order)]
            return [*[50.0] * 10, *[2.0] * 20, *[50.0] * 950, *[late] * 20]

    side = Slowing()
    grown = growth_of(side)
    assert side.said == (side.said[:1000]) * 3
    assert side.said[1::2] == ["go back"] * 1500
    assert grown == {"growth": 1.5, "turns_11_to_30_ms": 2.0, "turns_981_to_1000_ms": 3.0}


def test_memory_with_a_sentence_is_read_after_it_was_offered() -> None:
    side = Recorded()
    assert memory_with_sentence(side) == {"memory_with_sentence_mb": 100.0}
    assert side.said[-2].startswith("that will do") and side.memory_asked_after == len(side.said)


def measured() -> dict[str, Any]:
    return result(
        figures([40.0, 50.0, 60.0], [20.0, 30.0, 25.0], 700.0),
        figures([10.0, 10.0, 30.0], [5.0, 5.0, 9.0], 350.0),
        {
            "memory_with_sentence_mb": 385.0,
            "growth": 1.1,
            "turns_11_to_30_ms": 10.0,
            "turns_981_to_1000_ms": 11.0,
        },
        (0.7, 0.9),
    )


def test_ratios_are_ours_over_theirs_by_medians() -> None:
    found = measured()
    assert found["turn_p50_ratio"] == pytest.approx(0.2)
    assert found["turn_p95_ratio"] == pytest.approx(0.5)
    assert found["ready_ratio"] == pytest.approx(0.2)
    assert found["memory_ratio"] == pytest.approx(0.5)
    assert found["memory_with_sentence_ratio"] == pytest.approx(0.55)
    assert (found["first_words_s"], found["growth"]) == (0.7, 1.1)
    assert found["peer"]["turn_p50_ms"] == 50.0
    assert found["product"]["turns_981_to_1000_ms"] == 11.0
    assert found["product"]["first_words_new_s"] == 0.9


def test_the_table_has_a_row_a_figure() -> None:
    rows = table(measured()).splitlines()
    assert rows[2] == "| a turn, median | 50.0 ms | 10.0 ms | 0.20 | 0.25 |"
    assert rows[-1].endswith("11.0 beside 10.0 ms | 1.10 | 1.2 |")
    assert {row.count("|") for row in rows} == {6}


def test_json_is_one_object_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[int, int, int]] = []

    def measure(counted: int, warm_up: int, starts: int) -> dict[str, Any]:
        asked.append((counted, warm_up, starts))
        return measured()

    monkeypatch.setattr(turns, "measure", measure)
    monkeypatch.setattr(sys, "argv", ["turns.py", "--json", "--turns", "40"])
    turns.main()
    printed = capfd.readouterr()
    assert json.loads(printed.out) == measured()
    assert printed.err == ""
    assert asked == [(40, 20, 3)]


def test_every_start_is_measured_and_every_side_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []
    ready = iter([9.0, 1.0, 7.0, 3.0, 8.0, 2.0])

    def side(name: str) -> Recorded:
        order.append(f"{name} started")
        return Recorded(next(ready), name, order)

    monkeypatch.setattr(turns, "trained_model", lambda models: models / "model")
    monkeypatch.setattr(turns, "trained_form_bot", lambda cache: cache)
    monkeypatch.setattr(turns, "Peer", lambda trained, folder: side("peer"))
    monkeypatch.setattr(turns, "Product", lambda models, folder: side("product"))
    monkeypatch.setattr(turns, "first_words_s", lambda model, folder: (0.5, 0.6))
    found = turns.measure(turns=20, warm_up=0, starts=3)
    assert found["peer"]["ready_s"] == 8.0
    assert found["product"]["ready_s"] == 2.0
    assert order[:4] == ["peer started", "peer closed", "product started", "product closed"]
    assert order.count("peer closed") == order.count("product closed") == 3
