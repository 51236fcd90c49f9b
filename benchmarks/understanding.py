"""How well a message is understood: answers kept, commands obeyed, signs noticed, details read.

    python benchmarks/understanding.py --data shared/data/dev.json [--json]

Every row of the data file is played through the trained pipeline and the real judgement, in the
state of the conversation that the row describes; parts that a file lacks are left out. A share is
followed by its 95% interval (Wilson).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from assistant.nlu.likelihood import read_likelihood
from assistant.nlu.people import people_in
from assistant.nlu.wording import FILLERS, listed, words
from benchmarks._common import percentile

Row = Mapping[str, Any]
Judged = Mapping[str, Any]
Play = Callable[[str, Mapping[str, str]], Judged]
"""Judges a text in a conversation with these slots."""

OURS = {"skip": "skip_question", "back": "go_back", "restart": "start_again"}
"""The data's labels that have another name in the product."""
ALSO_RIGHT = {"off_topic": {"ask_advice"}, "help": {"ask_progress"}}
"""What the product tells apart where the data has one label."""
SERIOUS = {"not_coping", "danger", "others_at_risk"}
CONFIRMED = {"affirm", "deny"}
JOINING = FILLERS | {"and", "but", "so", "oh", "or"}
ORDER = listed(
    "problem importance_self importance_practice progress_signs stakeholders "
    "difficulties "
    "benefits_self benefits_others benefits_practice try stopping can_do who_knows who_cares "
    "who_helps options pros_cons first_steps likelihood"
)


@dataclass
class Tally:
    """What came out of one part of the data.

    Attributes:
        n: rows.
        counts: outcome -> rows.
        wrong: rows that came out wrong or doubtful, with what was made of them.
    """

    n: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def add(self, outcomes: Mapping[str, bool], row: Row, judged: object, right: bool) -> None:
        """Count one row under each outcome that is true."""
        self.n += 1
        for outcome, is_so in outcomes.items():
            self.counts[outcome] = self.counts.get(outcome, 0) + is_so
        if not right:
            self.wrong.append({**row, "judged": judged})

    def as_json(self) -> dict[str, int]:
        """Return the counts with their number of rows."""
        return {"n": self.n, **self.counts}


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return the 95% interval of a share (E. B. Wilson, 1927)."""
    if n == 0:
        return 0.0, 1.0
    z, share = 1.96, count / n
    middle = share + z * z / (2 * n)
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def measure(data: Mapping[str, Any], play: Play) -> dict[str, Any]:
    """Play a whole data file and return the report, by part."""
    parts: dict[str, Tally] = {}
    commands = [_ours(row) for row in data.get("commands", ())]
    plain = [row for row in commands if row["label"] not in {"answer", "distress"} | SERIOUS]
    parts["commands"] = _commands((row for row in plain if ":" not in row["label"]), play)
    hard = [*data.get("answers_that_look_like_commands", ()), *_labelled(commands, "answer")]
    parts["answers"] = _answers(hard, play)
    parts["session_answers"] = _answers(_session_answers(data), play)
    parts["mixed"] = _mixed((row for row in plain if ":" in row["label"]), play)
    signs = [row for row in commands if row["label"].split(":")[-1] in {"distress"} | SERIOUS]
    parts["distress"] = _distress([*signs, *data.get("serious", ())], play)
    parts["likelihood"] = _likelihood(data.get("likelihood", ()), play)
    parts["change_requests"] = _changes(data.get("change_requests", ()), play)
    report: dict[str, Any] = {name: part.as_json() for name, part in parts.items() if part.n}
    if data.get("people"):
        report["people"], mistaken = _people(data["people"])
        parts["people"] = Tally(wrong=mistaken)
    report["wrong"] = [{"part": name, **row} for name, part in parts.items() for row in part.wrong]
    return report


def _commands(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        judged = play(row["text"], _state(row))
        wanted = (
            {row["label"], *ALSO_RIGHT.get(row["label"], ())} if row["theirs"] else {row["label"]}
        )
        right = judged["outcome"] in ("command", "both") and judged["command"] in wanted
        doubted, taken = judged["outcome"] == "in_doubt", judged["outcome"] == "answer"
        outcomes = {"right": right, "doubted": doubted, "taken_as_answer": taken}
        tally.add(outcomes, row, judged, right)
    return tally


def _answers(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        judged = play(row["text"], _state(row))
        wanted = row.get("answer_text", row["text"])
        kept = judged["outcome"] in ("answer", "both") and _bare(wanted) in _bare(judged["answer"])
        doubted, alarm = judged["outcome"] == "in_doubt", _noticed(judged)
        tally.add({"kept": kept, "doubted": doubted, "false_alarms": alarm}, row, judged, kept)
    return tally


def _mixed(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        judged = play(row["text"], _state(row))
        label = row["label"].removeprefix("mixed:")
        kept = _keeps_just(row["answer_text"], judged["answer"] or "")
        done = judged["command"] == OURS.get(label, label) and judged["outcome"] != "answer"
        done = done or (label == "distress" and _noticed(judged))
        outcomes = {"answer_kept": kept, "command_done": done, "both": kept and done}
        tally.add(outcomes, row, judged, kept and done)
    return tally


def _distress(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        judged = play(row["text"], _state(row))
        noticed = _noticed(judged)
        outcomes = {"noticed": noticed}
        if row["label"] in SERIOUS:
            outcomes["right_tier"] = noticed and judged["command"] == row["label"]
        tally.add(outcomes, row, judged, all(outcomes.values()))
    return tally


def _likelihood(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        judged = play(row["text"], {"requested_slot": "likelihood"})
        read = read_likelihood(row["text"])
        right = read == row["value"]
        kept = judged["outcome"] in ("answer", "both")
        tally.add({"right": right, "kept": kept}, row, {"read": read, **judged}, right and kept)
    return tally


def _changes(rows: Iterable[Row], play: Play) -> Tally:
    tally = Tally()
    for row in rows:
        answers = row["answers_so_far"]
        judged = play(row["text"], {**answers, "requested_slot": _open_after(answers)})
        obeyed = judged["outcome"] in ("command", "both") and judged["command"] == "change_answer"
        right = obeyed and judged["about"] == row["target_field"]
        tally.add({"right": right, "obeyed": obeyed}, row, judged, right)
    return tally


def _people(rows: Sequence[Row]) -> tuple[dict[str, float], list[dict[str, Any]]]:
    found_right = found = wanted = 0
    wrong = []
    for row in rows:
        read = [person.casefold() for person in people_in(row["text"])]
        names = [person.casefold() for person in row["people"]]
        right = len(set(read) & set(names))
        found_right, found, wanted = found_right + right, found + len(read), wanted + len(names)
        if right != len(read) or right != len(names):
            wrong.append({**row, "judged": read})
    precision, recall = found_right / max(found, 1), found_right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"n": len(rows), "precision": precision, "recall": recall, "f1": f1}, wrong


def _ours(row: Row) -> dict[str, Any]:
    label = row["label"]
    return {**row, "label": OURS.get(label, label), "theirs": True}


def _labelled(rows: Iterable[Row], label: str) -> Iterator[Row]:
    return (row for row in rows if row["label"] == label)


def _session_answers(data: Mapping[str, Any]) -> Iterator[Row]:
    yield from data.get("plain_answers", ())
    for session in data.get("sessions", ()):
        said = dict(session["answers"])
        yield from ({"question": key, "text": text} for key, text in said.items())
        yield from ({"question": "options", "text": text} for text in session["options"])
        for pair in session["pros_cons"]:
            yield from ({"question": "pros_cons", "text": text} for text in pair.values())
        yield {"question": "first_steps", "text": session["first_steps"]}
        yield {"question": "likelihood", "text": session["likelihood"]["text"]}


def _state(row: Row) -> dict[str, str]:
    """Return the slots of the conversation that a row describes."""
    if row.get("label") in CONFIRMED:
        return {"requested_slot": "settle_held", "open_question": row["question"]}
    return {"requested_slot": row["question"], "open_question": row["question"]}


def _open_after(answers: Mapping[str, str]) -> str:
    """Return the question that is open once these are answered, the last of them just now."""
    last = list(answers)[-1]
    following = ORDER[ORDER.index(last) + 1 :] if last in ORDER else []
    return next((key for key in following if key not in answers), "closing")


def _noticed(judged: Judged) -> bool:
    return judged["outcome"] in ("command", "both") and judged["command"] in SERIOUS


def _bare(text: str | None) -> str:
    return (text or "").strip().rstrip(".").casefold()


def _keeps_just(wanted: str, stored: str) -> bool:
    """Tell whether the stored text holds the answer and no word beyond it but fillers."""
    if _bare(wanted) not in _bare(stored):
        return False
    beyond = _bare(stored).replace(_bare(wanted), " ")
    return all(word in JOINING for word in words(beyond))


@dataclass
class Pipeline:
    """The trained pipeline, asked for one parse at a time; keeps what each took (ms)."""

    agent: Any
    taken: list[float] = field(default_factory=list)

    def play(self, text: str, slots: Mapping[str, str]) -> Judged:
        """Judge a text in a conversation with these slots."""
        from rasa.core.channels.channel import UserMessage
        from rasa.shared.core.events import SlotSet
        from rasa.shared.core.trackers import DialogueStateTracker

        tracker = DialogueStateTracker("row", self.agent.domain.slots)
        for name, value in slots.items():
            tracker.update(SlotSet(name, value))
        started = time.perf_counter()
        parsed = asyncio.run(self.agent.processor.parse_message(UserMessage(text), tracker))
        self.taken.append((time.perf_counter() - started) * 1000)
        judged: Judged = parsed["judgement"]
        return judged


def print_report(report: Mapping[str, Any]) -> None:
    """Print the report for a person to read."""
    for name, part in report.items():
        if name in ("wrong", "parse_ms", "people"):
            continue
        print(f"{name} ({part['n']} rows)")
        for outcome, count in part.items():
            if outcome != "n":
                low, high = wilson(count, part["n"])
                print(
                    f"  {outcome:16} {count:4}  {count / part['n']:6.1%}  ({low:.1%} to {high:.1%})"
                )
    if "people" in report:
        print("people", {name: round(value, 3) for name, value in report["people"].items()})
    print("parse_ms", report["parse_ms"])
    print_confusion(report["wrong"])
    for row in report["wrong"]:
        judged = row["judged"]
        made = _made(judged) if isinstance(judged, Mapping) else judged
        wanted = next(
            (row[key] for key in ("label", "value", "people", "target_field") if key in row),
            "answer",
        )
        print(f"[{row['part']}] {row.get('question', '')}: {row['text']}\n    {wanted} -> {made}")


def print_confusion(wrong: Sequence[Row]) -> None:
    """Print what was taken for what, and at which questions, the most frequent first."""
    judged = [row for row in wrong if isinstance(row["judged"], Mapping)]
    taken = Counter(f"{row.get('label', row['part'])} -> {_short(row['judged'])}" for row in judged)
    asked = Counter(row["question"] for row in judged if "question" in row)
    for title, counts in (("confusion", taken), ("by question", asked)):
        print(title, ", ".join(f"{name}: {count}" for name, count in counts.most_common()))


def _short(judged: Judged) -> str:
    outcome = str(judged["outcome"])
    return str(judged["command"]) if outcome == "command" else f"{outcome} ({judged['command']})"


def _made(judged: Judged) -> str:
    """Return in a few words what was made of a row."""
    named = [judged["outcome"], judged["command"], judged["about"], judged.get("read")]
    words_ = [str(part) for part in named if part is not None]
    return " ".join(words_) + (f' "{judged["answer"]}"' if judged["outcome"] == "both" else "")


def main() -> None:
    """Read the arguments, play the rows, print the report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="a data file like dev.json")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object and nothing else"
    )
    arguments = parser.parse_args()
    for library in ("OMP", "OPENBLAS"):  # a parse is measured on one thread
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from assistant.engine.model import Model
    from assistant.settings import Settings

    pipeline = Pipeline(Model(Settings().models_folder).load())
    report = measure(json.loads(arguments.data.read_text("utf-8")), pipeline.play)
    p50, p95 = percentile(pipeline.taken, 0.5), percentile(pipeline.taken, 0.95)
    report["parse_ms"] = {"p50": round(p50, 2), "p95": round(p95, 2)}
    print(json.dumps(report, ensure_ascii=False)) if arguments.json else print_report(report)


if __name__ == "__main__":
    main()
