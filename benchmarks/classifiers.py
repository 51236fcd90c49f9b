"""Which classifier: wording, meaning, or both, with and without the dialogue; DIET for reference.

    python benchmarks/classifiers.py --data shared/data/dev.json [--json] [--diet EPOCHS]

Each is cross-validated on the training data (three folds, all labels), then trained on all of it
and played over the data file: by its most probable label alone; through the whole judgement with
nothing known of what was asked; and with the dialogue. Loading and memory are those of a process
that does nothing else. DIET runs in a child process, on its own pipeline of word and letter counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks._common import ROOT, environment, percentile
from benchmarks.understanding import Judged, Play, measure

NLU = ROOT / "data" / "nlu"
FOLDS = 3
SHARES = {"wording": 0.0, "meaning": 1.0, "both": 0.5}
"""Name of a classifier -> how much the meaning counts in it."""


@dataclass(frozen=True)
class Result:
    """One line of the table; shares are 0 to 1, times in the unit that their name says."""

    classifier: str
    cross_validated: float | None
    commands_right: float
    taken_as_answer: float
    hard_kept: float
    sessions_kept: float
    train_s: float
    parse_p95_ms: float
    load_s: float = 0.0
    rss_mb: float = 0.0


def examples() -> list[Any]:
    """Return the training data: text, label, and what was asked and answered before it."""
    from assistant.nlu.training import Example

    found = []
    for file in sorted(NLU.glob("*.yml")):
        for block in yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            said = block.get("metadata") or {}
            asked, answers = tuple(said.get("asked", ())), said.get("answers", {})
            found += [
                Example(text, block["intent"], asked, answers, about)
                for text, about in _texts(block)
            ]
    return found


def _texts(block: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the examples of a block, each with the question that it is about, if one is given."""
    if not isinstance(block["examples"], str):
        rows = [(row["text"].strip(), row.get("metadata") or {}) for row in block["examples"]]
        return [(text, metadata.get("about", "")) for text, metadata in rows]
    lines = [line.strip() for line in block["examples"].splitlines()]
    return [(line.removeprefix("- ").strip(), "") for line in lines if line.startswith("- ")]


def compare(data: Mapping[str, Any]) -> list[Result]:
    """Return a line for each classifier, alone, and within the judgement."""
    from assistant.embedding import embedder
    from assistant.nlu.judgement import judge
    from assistant.nlu.training import fit, in_order
    from assistant.nlu.wording import gist

    rows = in_order(examples())
    started = time.perf_counter()
    vectors = embedder()([gist(row.text) for row in rows])
    model = fit(rows, vectors)
    train_s = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        model.save(Path(folder) / "model.npz")
        cost = _cost_of_loading(Path(folder) / "model.npz")
    checked = _cross_validated(rows, vectors)
    results = []
    for name, share in SHARES.items():
        variant = replace(model, meaning_share=share)
        plays = {
            "alone": _by_label(variant.read),
            "question unknown": _judged(judge, variant, dialogue=False),
            "judged": _judged(judge, variant, dialogue=True),
        }
        for how, play in plays.items():
            line = _line(f"{name}, {how}", data, play, checked[name], train_s)
            results.append(replace(line, load_s=cost[0], rss_mb=cost[1]))
    return results


_LOADING = """
import sys, time
started = time.perf_counter()
from pathlib import Path
import psutil
from assistant.embedding import embedder
from assistant.nlu.model import SentenceModel
embedder()
SentenceModel.load(Path(sys.argv[1])).read(["one sentence"])
print(time.perf_counter() - started, psutil.Process().memory_info().rss / 2**20)
"""


def _cost_of_loading(path: Path) -> tuple[float, float]:
    """Return seconds and MB of a process that loads the model and reads one sentence."""
    command = [sys.executable, "-c", _LOADING, str(path)]
    done = subprocess.run(command, env=environment(), check=True, capture_output=True, text=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def _cross_validated(rows: Sequence[Any], vectors: Any) -> dict[str, float]:
    """Return the share of labels got right on folds that were not trained on."""
    import numpy as np
    from sklearn.model_selection import StratifiedKFold

    from assistant.nlu.training import fit
    from assistant.nlu.wording import gist

    alone = np.array([row for row, example in enumerate(rows) if not example.answers])
    labels = np.array([rows[row].label for row in alone])
    right = dict.fromkeys(SHARES, 0)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for kept, left in folds.split(alone, labels):
        model = fit([rows[row] for row in alone[kept]], vectors[alone[kept]])
        meaning = model.meaning.scores(vectors[alone[left]])
        wording = model.wording.scores([gist(rows[row].text) for row in alone[left]])
        for name, share in SHARES.items():
            best = (share * meaning + (1 - share) * wording).argmax(axis=1)
            right[name] += int((np.array(model.labels)[best] == labels[left]).sum())
    return {name: count / len(labels) for name, count in right.items()}


def _by_label(read: Callable[[Sequence[str]], Any]) -> Play:
    """Judge by the most probable label alone."""

    def play(text: str, slots: Mapping[str, str]) -> Judged:
        shares = read([text.strip()])[0].shares
        return _as_judged(text, max(shares, key=lambda label: shares[label]))

    return play


def _judged(judge: Callable[..., Any], model: Any, *, dialogue: bool) -> Play:
    from assistant.nlu.asked import asked_in

    return lambda text, slots: asdict(judge(text, asked_in(slots if dialogue else {}, {}), model))


def _as_judged(text: str, label: str) -> Judged:
    is_answer = label == "answer"
    return {
        "outcome": "answer" if is_answer else "command",
        "command": None if is_answer else label,
        "answer": text.strip() if is_answer else None,
        "about": None,
    }


def _line(
    name: str, data: Mapping[str, Any], play: Play, checked: float | None, train_s: float
) -> Result:
    taken: list[float] = []

    def timed(text: str, slots: Mapping[str, str]) -> Judged:
        started = time.perf_counter()
        judged = play(text, slots)
        taken.append((time.perf_counter() - started) * 1000)
        return judged

    report = measure({**data, "people": []}, timed)
    commands, hard, sessions = (report[n] for n in ("commands", "answers", "session_answers"))
    return Result(
        name,
        checked,
        commands["right"] / commands["n"],
        commands["taken_as_answer"] / commands["n"],
        hard["kept"] / hard["n"],
        sessions["kept"] / sessions["n"],
        train_s,
        percentile(taken, 0.95),
    )


DIET = """
recipe: default.v1
language: en
assistant_id: reference
pipeline:
- name: WhitespaceTokenizer
- name: CountVectorsFeaturizer
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 4
- name: DIETClassifier
  epochs: {epochs}
  entity_recognition: false
  constrain_similarities: true
"""
_DIET_CHILD = """
import asyncio, json, sys, time
import psutil
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
folder, nlu = sys.argv[1:]
started = time.perf_counter()
model = train_nlu(folder + "/config.yml", nlu, folder)
trained = time.perf_counter() - started
started = time.perf_counter()
agent = Agent.load(model)
loaded = time.perf_counter() - started
async def parse(texts):
    taken = []
    for text in texts:
        started = time.perf_counter()
        parsed = await agent.parse_message(text)
        taken.append([parsed["intent"]["name"], (time.perf_counter() - started) * 1000])
    return taken
texts = json.load(open(folder + "/texts.json"))
parsed = asyncio.run(parse(texts))
peak = psutil.Process().memory_info().rss / 2**20
json.dump([trained, parsed, loaded, peak], open(folder + "/out.json", "w"))
"""


def diet(data: Mapping[str, Any], epochs: int) -> Result:
    """Train DIET in a child process and return its line of the table."""
    texts: dict[str, None] = {}

    def collect(text: str, slots: Mapping[str, str]) -> Judged:
        texts[text] = None
        return _as_judged(text, "answer")

    measure({**data, "people": []}, collect)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "config.yml").write_text(DIET.format(epochs=epochs))
        (folder / "texts.json").write_text(json.dumps(list(texts)))
        command = [sys.executable, "-W", "ignore", "-c", _DIET_CHILD, name, str(NLU)]
        subprocess.run(command, env=environment(), check=True, capture_output=True)
        train_s, parsed, load_s, rss_mb = json.loads((folder / "out.json").read_text())
    labels = {text: label for text, (label, _) in zip(texts, parsed, strict=True)}
    line = _line(
        f"DIET ({epochs} epochs)",
        data,
        lambda text, slots: _as_judged(text, labels[text]),
        None,
        train_s,
    )
    parse_p95_ms = percentile([ms for _, ms in parsed], 0.95)
    return replace(line, parse_p95_ms=parse_p95_ms, load_s=load_s, rss_mb=rss_mb)


def main() -> None:
    """Read the arguments, compare, print the table."""
    for library in ("OMP", "OPENBLAS"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(description="Which classifier understands best.")
    parser.add_argument("--data", type=Path, required=True, help="a data file like dev.json")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--diet", type=int, metavar="EPOCHS", help="run DIET as well (minutes)")
    arguments = parser.parse_args()
    data = json.loads(arguments.data.read_text("utf-8"))
    lines = compare(data)
    if arguments.diet:
        lines.append(diet(data, arguments.diet))
    if arguments.json:
        print(json.dumps({"classifiers": [asdict(line) for line in lines]}))
        return
    names = list(asdict(lines[0]))
    print("| " + " | ".join(names) + " |\n|" + "---|" * len(names))
    for line in lines:
        cells = [
            f"{v:.3f}" if isinstance(v, float) else str(v or "") for v in asdict(line).values()
        ]
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
