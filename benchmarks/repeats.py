"""How often an earlier answer speaks to a question: ``python benchmarks/repeats.py --data FILE``.

Over the sessions of a data file. What is right was decided by reading both answers, and stands in
``benchmarks/data/repeats.yml``. The rule (assistant/coaching/repeats.py) sees the earlier answer
alone, since it decides before the question is asked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from assistant.coaching.repeats import PAIRS, said_before
from assistant.coaching.state import State
from benchmarks.sessions import answers_of

_READ = Path(__file__).parent / "data" / "repeats.yml"


def counted(
    sessions: Iterable[Mapping[str, Any]], read: Mapping[str, Collection[str]]
) -> dict[str, Counter[str]]:
    """By question: how often it was repeated, quoted, both, and how often it was asked.

    ``read`` holds the ids of those who repeat themselves, by question. A session that stands at no
    question was not read, and is not counted.
    """
    counts: dict[str, Counter[str]] = {key: Counter() for key in PAIRS if key in read}
    known = frozenset(chain.from_iterable(read.values()))
    for session in (one for one in sessions if one["id"] in known):
        answers = answers_of(session)
        for key, count in counts.items():
            earlier = answers.get(PAIRS[key].earlier)
            if earlier is not None and key in answers:
                count.update(_outcome(key, earlier, session["id"] in read[key]))
    return counts


def _outcome(key: str, earlier: str, repeated: bool) -> list[str]:
    before = State(answers={PAIRS[key].earlier: earlier})
    quoted = said_before(key, before) is not None
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
    read = yaml.safe_load(_READ.read_text("utf-8"))
    counts = counted(json.loads(asked.data.read_text("utf-8")).get("sessions", []), read)
    print(json.dumps(counts, indent=2) if asked.json else in_words(counts))


if __name__ == "__main__":
    main()
