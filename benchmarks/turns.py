"""Speed and memory of the product beside a plain Rasa bot: ``python benchmarks/turns.py``.

Both answer the same messages in the same run, by turns of one conversation, so that whatever
else the machine does meets both alike. docs/performance.md says what is counted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle, islice
from operator import itemgetter
from pathlib import Path
from statistics import median
from typing import Any, Protocol

from assistant.engine.training import trained_model
from assistant.settings import Settings
from benchmarks._common import percentile
from benchmarks._first_words import first_words_s
from benchmarks._peer import MESSAGES, Peer, trained_form_bot
from benchmarks._product import Product

# One preparation, turn after turn: an answer to a question, and back to that question.
_ANSWERS = [message for message in MESSAGES if len(message.split()) > 4]
_BACK_AND_FORTH = [text for answer in _ANSWERS for text in (answer, "go back")]
_LONG, _LONG_ONES = 1000, 3


class Side(Protocol):
    """What is measured: the peer or the product, running in processes of its own."""

    ready_s: float

    def converse(self, texts: Sequence[str]) -> list[float]: ...
    def memory_mb(self) -> float: ...
    def close(self) -> None: ...


@dataclass
class Figures:
    """What was measured of a side."""

    ready_s: list[float] = field(default_factory=list)
    turn_ms: list[float] = field(default_factory=list)
    memory_mb: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The figures that are printed."""
        return {
            "turns": len(self.turn_ms),
            "turn_p50_ms": percentile(self.turn_ms, 0.5),
            "turn_p95_ms": percentile(self.turn_ms, 0.95),
            "ready_s": median(self.ready_s),
            "memory_mb": self.memory_mb,
        }


def measure(turns: int, warm_up: int, starts: int) -> dict[str, Any]:
    """Train what is not trained, then measure all that there is to measure."""
    settings = Settings()
    model = trained_model(settings.models_folder)
    form_bot = trained_form_bot(settings.cache_folder / "benchmarks")
    peer, product = Figures(), Figures()
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        starting: list[tuple[Callable[[], Side], Figures]] = [
            (partial(Peer, form_bot, folder), peer),
            (partial(Product, model.parent, folder), product),
        ]
        for _ in range(starts - 1):
            for start, figures in starting:
                started(start, figures).close()
        sides = [
            (running.enter_context(closing(started(start, figures))), figures)
            for start, figures in starting
        ]
        measure_turns(sides, turns, warm_up)
        more = {**memory_with_sentence(sides[1][0]), **growth_of(sides[1][0])}
        running.close()
        return result(peer, product, more, first_words_s(model, folder))


def started(start: Callable[[], Side], figures: Figures) -> Side:
    """Start a side, and note how long it took until it was ready."""
    side = start()
    figures.ready_s.append(side.ready_s)
    return side


def measure_turns(sides: Sequence[tuple[Side, Figures]], turns: int, warm_up: int) -> None:
    """Let the sides converse by turns, the order reversed each time, and note what it took."""
    for texts, warming in conversations(turns, warm_up):
        for side, figures in sides:
            figures.turn_ms += side.converse(texts)[warming:]
        sides = sides[::-1]
    for side, figures in sides:
        figures.memory_mb = side.memory_mb()


def conversations(turns: int, warm_up: int) -> Iterator[tuple[Sequence[str], int]]:
    """Conversations that make up so many messages, and how many of each are warm-up."""
    left, warming = turns + warm_up, warm_up
    while left > 0:
        texts = MESSAGES[:left]
        cold = min(warming, len(texts))
        yield texts, cold
        left, warming = left - len(texts), warming - cold


def memory_with_sentence(product: Side) -> dict[str, float]:
    """Resident memory once the parser is loaded and a sentence was offered, and another one."""
    product.converse([*_ANSWERS[:3], "that will do for today, no more questions", "another one"])
    return {"memory_with_sentence_mb": product.memory_mb()}


def growth_of(product: Side) -> dict[str, float]:
    """How the time of a turn grows within a preparation: its last turns beside its first.

    Of several preparations, the one with the middle growth: what else the machine does in the
    time between early and late turns does not meet both alike.
    """
    grown = sorted((_growth(product) for _ in range(_LONG_ONES)), key=itemgetter("growth"))
    return grown[len(grown) // 2]


def _growth(product: Side) -> dict[str, float]:
    taken = product.converse(list(islice(cycle(_BACK_AND_FORTH), _LONG)))
    early, late = median(taken[10:30]), median(taken[-20:])
    return {"growth": late / early, "turns_11_to_30_ms": early, "turns_981_to_1000_ms": late}


def result(
    peer: Figures, product: Figures, more: Mapping[str, float], first_words: tuple[float, float]
) -> dict[str, Any]:
    """Everything as one object: the ratios, and what they were made of."""
    theirs, ours = peer.as_json(), product.as_json()
    return {
        "turn_p50_ratio": ours["turn_p50_ms"] / theirs["turn_p50_ms"],
        "turn_p95_ratio": ours["turn_p95_ms"] / theirs["turn_p95_ms"],
        "ready_ratio": ours["ready_s"] / theirs["ready_s"],
        "memory_ratio": ours["memory_mb"] / theirs["memory_mb"],
        "memory_with_sentence_ratio": more["memory_with_sentence_mb"] / theirs["memory_mb"],
        "first_words_s": first_words[0],
        "growth": more["growth"],
        "peer": theirs,
        "product": {**ours, **more, "first_words_new_s": first_words[1]},
    }


def table(measured: Mapping[str, Any]) -> str:
    """The figures as a Markdown table, each beside the most that it may be."""
    peer, ours = measured["peer"], measured["product"]

    def compared(name: str, figure: str, form: str, ratio: str, goal: float) -> str:
        theirs, own = form.format(peer[figure]), form.format(ours[figure])
        return f"| {name} | {theirs} | {own} | {measured[ratio]:.2f} | {goal} |"

    return "\n".join(
        [
            "| | plain Rasa bot | this program | ratio | goal, at most |",
            "|---|---|---|---|---|",
            compared("a turn, median", "turn_p50_ms", "{:.1f} ms", "turn_p50_ratio", 0.25),
            compared("a turn, 95th percentile", "turn_p95_ms", "{:.1f} ms", "turn_p95_ratio", 0.25),
            compared("ready to reply", "ready_s", "{:.1f} s", "ready_ratio", 0.4),
            compared("resident memory", "memory_mb", "{:.0f} MB", "memory_ratio", 0.55),
            f"| the same, a sentence drafted | | {ours['memory_with_sentence_mb']:.0f} MB | "
            f"{measured['memory_with_sentence_ratio']:.2f} | 0.55 |",
            f"| first words | | {measured['first_words_s']:.2f} s | | 1 s |",
            f"| first words, new installation | | {ours['first_words_new_s']:.2f} s | | |",
            f"| a turn, 981 to 1,000 beside 11 to 30 | | {ours['turns_981_to_1000_ms']:.1f} beside "
            f"{ours['turns_11_to_30_ms']:.1f} ms | {measured['growth']:.2f} | 1.2 |",
        ]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--turns", type=int, default=200, help="turns that count (default: 200)")
    parser.add_argument("--warm-up", type=int, default=20, help="turns before them (default: 20)")
    parser.add_argument("--starts", type=int, default=3, help="starts of each (default: 3)")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    shape.add_argument("--markdown", action="store_true", help="print the table (the default)")
    asked = parser.parse_args()
    measured = measure(asked.turns, asked.warm_up, asked.starts)
    print(json.dumps(measured, indent=2) if asked.json else table(measured))


if __name__ == "__main__":
    main()
