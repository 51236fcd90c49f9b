"""Spoken replies of other people, all of them answers: how many of them are kept.

    python benchmarks/replies.py --folder FOLDER [--json]

FOLDER is outside of this repository, and nothing of it enters it: text files with one reply to an
open question on each line. Each is put to every question that is asked here of the worksheet, with
nothing said before it. A reply counts as kept where it is kept at that question.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.understanding import Pipeline, wilson

ASKED = ("problem", "importance_self", "difficulties", "try", "stopping", "who_cares")


def replies(folder: Path) -> Iterator[str]:
    """Return the lines of all text files of a folder that hold something."""
    for file in sorted(folder.glob("*.txt")):
        yield from (line.strip() for line in file.read_text("utf-8").splitlines() if line.strip())


def main() -> None:
    """Read the arguments, play the replies, print the counts and what was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--folder", type=Path, required=True, help="text files, a reply a line")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from assistant.engine.model import Model
    from assistant.settings import Settings

    pipeline = Pipeline(Model(Settings().models_folder).load())
    counts: Counter[str] = Counter()
    lost = []
    for text in replies(arguments.folder):
        for key in ASKED:
            judged = pipeline.play(text, {"requested_slot": key, "open_question": key})
            counts[judged["outcome"]] += 1
            if judged["outcome"] != "answer":
                lost.append({"question": key, "text": text, "command": judged["command"]})
    n = counts.total()
    low, high = wilson(counts["answer"], n)
    if arguments.json:
        print(json.dumps({"n": n, **counts, "lost": lost}, ensure_ascii=False))
        return
    print(f"kept {counts['answer']} of {n}: {counts['answer'] / max(n, 1):.1%}", end=" ")
    print(f"({low:.1%} to {high:.1%})", dict(counts))
    for row in lost:
        print(f"{row['question']} -> {row['command']}: {row['text'][:160]}")


if __name__ == "__main__":
    main()
