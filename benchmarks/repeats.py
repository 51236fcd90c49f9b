"""How often an earlier answer speaks to a question: ``python benchmarks/repeats.py --data FILE``.

Over the sessions of a data file. What is right is decided by both answers: the later one repeats
the earlier one where they share a telling word. The rule (assistant/coaching/repeats.py) sees the
earlier one alone, since it decides before the question is asked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assistant.coaching.repeats import PAIRS, said_before
from assistant.coaching.state import State
from assistant.nlu.referring import stems
from benchmarks.sessions import answers_of

_COMMON = stems(
    "about after again also always another because been before being could does doing down even "
    "ever every from have having into just like make many more most much never nobody only other "
    "over people same should some somebody than that their them then there they thing things this "
    "those time very want week what when where which with without work would year your"
)
_TELLING = 4  # letters from which a word tells anything


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what a text is about."""
    return frozenset(stem for stem in stems(text) if len(stem) >= _TELLING) - _COMMON


def counted(sessions: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """By question: how often it was repeated, quoted, both, and how often it was asked."""
    counts: dict[str, Counter[str]] = {key: Counter() for key in PAIRS}
    for session in sessions:
        answers = answers_of(session)
        for key, pair in PAIRS.items():
            if key in answers and pair.earlier in answers:
                counts[key].update(_outcome(answers, key, pair.earlier))
    return counts


def _outcome(answers: Mapping[str, str], key: str, earlier: str) -> list[str]:
    repeated = bool(telling(answers[key]) & telling(answers[earlier]))
    quoted = said_before(key, State(answers={earlier: answers[earlier]})) is not None
    names = {"repeated": repeated, "quoted": quoted, "both": repeated and quoted}
    right = {"right": repeated == quoted}
    return ["asked", *(name for name, holds in (names | right).items() if holds)]


def in_words(counts: Mapping[str, Counter[str]]) -> str:
    """A table for a person."""
    columns = ("asked", "repeated", "quoted", "both", "right")
    lines = [f"{'question':20}" + "".join(f"{column:>10}" for column in columns)]
    total: Counter[str] = Counter()
    for key, count in counts.items():
        total.update(count)
        lines.append(f"{key:20}" + "".join(f"{count[column]:>10}" for column in columns))
    lines.append(f"{'all':20}" + "".join(f"{total[column]:>10}" for column in columns))
    return "\n".join(lines)


def main() -> None:
    """Print how often the rule is right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="a file with a part `sessions`")
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    asked = parser.parse_args()
    counts = counted(json.loads(asked.data.read_text("utf-8")).get("sessions", []))
    print(json.dumps(counts, indent=2) if asked.json else in_words(counts))


if __name__ == "__main__":
    main()
